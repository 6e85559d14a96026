import Engine

/// One unit of a recurrent layer at one timestep as real numbers: what it reads, its weighted sums term
/// by term, and the states they come to.
///
///     z = x[t]·K + h[t−1]·R + b     for each of its sums, one column of the weights
///     c = f·c[t−1] + i·g            and so on: each of the layer's `StateEquation`s
///
/// Sums and curves are worked out here in double precision, apart from the engine's own way; what is
/// printed as a result is always the trace's number. See `LSTMCell` for the equations of an LSTM.
package struct Ledger: Sendable {
  /// One number that is read, and its weight.
  package struct Term: Hashable, Sendable {
    /// The number.
    package let value: Double
    /// Its weight.
    package let weight: Double
    /// What a reset gate lets through of it; 1 where none stands before it.
    package let share: Double
    /// What it adds to the sum.
    package var product: Double { value * weight * share }

    package init(value: Double, weight: Double, share: Double = 1) {
      self.value = value
      self.weight = weight
      self.share = share
    }
  }

  /// One of the weighted sums and the gate it comes to.
  package struct Sum: Sendable {
    /// Which gate.
    package let gate: QuantityName
    /// The curve the sum goes through.
    package let activation: Activation
    /// A term for each number that arrives.
    package let inputs: [Term]
    /// A term for each unit of the layer's own hidden state before.
    package let states: [Term]
    /// Nil for a layer without bias.
    package let bias: Double?
    /// What the second bias, that of the hidden state's part, adds to the sum; nil where there is none.
    package let recurrentBias: Double?
    /// The gate that scales the hidden state's part; nil where none does.
    package let reset: QuantityName?
    /// What all of the hidden state's part comes to, its bias with it.
    package var fromStates: Double {
      states.reduce(0) { $0 + $1.product } + (recurrentBias ?? 0)
    }
    /// What the terms and the bias come to.
    package let total: Double
    /// What the curve makes of it.
    package let curved: Double
    /// The gate as the network used it.
    package let result: Float
    /// Whether a what-if holds the gate at `result`, whatever the curve says.
    package let isHeld: Bool
  }

  /// One product of a state's equation.
  package struct Product: Hashable, Sendable {
    /// Its factors as the equation has them.
    package let factors: [StateEquation.Factor]
    /// Their numbers, in the same order.
    package let values: [Double]
    /// What they come to.
    package var value: Double { values.dropFirst().reduce(values.first ?? 0, *) }
  }

  /// One state: what it was, and what the layer makes of it.
  package struct State: Sendable {
    /// Which state.
    package let name: QuantityName
    /// What it was as it enters this timestep: 0 where it is erased.
    package let before: Float
    /// Whether a what-if keeps the state of the timestep before from being read.
    package let isErased: Bool
    /// The products that are added; none for a state that is itself the curve of a sum.
    package let products: [Product]
    /// The state as the network has it.
    package let result: Float
  }

  /// The layer's settings.
  package let settings: any RecurrentLayer
  /// The layer's place in the network.
  package let layer: Int
  /// The unit, from 0.
  package let unit: Int
  /// The timestep, in the layer's order of processing.
  package let timestep: Int
  /// Whether the layer reads what enters the network, and not another layer.
  package let readsInput: Bool
  /// The sums in the order of the weights' columns.
  package let sums: [Sum]
  /// The states in the order in which the layer works them out.
  package let states: [State]

  /// The ledger of a unit at a timestep that has been read, from 0 on.
  package init(_ trace: Trace, layer: Int, unit: Int, timestep: Int) {
    guard let settings = trace.network.plan.layers[layer].layer.recurrent else {
      preconditionFailure("only a recurrent layer has a ledger")
    }
    self.settings = settings
    self.layer = layer
    self.unit = unit
    // A layer with fewer timesteps than the observation stands at its last one.
    let timestep = min(timestep, (trace.rows(of: layer) ?? timestep + 1) - 1)
    self.timestep = timestep
    readsInput = trace.network.plan.layers[layer].before == nil
    let place = Place(trace, settings, layer: layer, unit: unit, timestep: timestep)
    let sums = place.sums()
    self.sums = sums
    states = place.states(sums)
  }

  /// The sum of a gate; the first one where the layer has no such gate.
  package subscript(_ gate: QuantityName) -> Sum {
    sums.first { $0.gate == gate } ?? sums[0]
  }

  /// A state of this timestep; nil where the layer has none of that name.
  package func state(_ name: QuantityName) -> State? { states.first { $0.name == name } }
}

/// One unit of a layer at one timestep, while its ledger is worked out.
private struct Place {
  let trace: Trace
  let settings: any RecurrentLayer
  let layer: Int
  let unit: Int
  let timestep: Int

  init(_ trace: Trace, _ settings: any RecurrentLayer, layer: Int, unit: Int, timestep: Int) {
    self.trace = trace
    self.settings = settings
    self.layer = layer
    self.unit = unit
    self.timestep = timestep
  }

  func sums() -> [Ledger.Sum] {
    let inputs = trace.read(by: layer, at: timestep)
    let hidden =
      isErased(.hiddenState)
      ? [Float](repeating: 0, count: settings.units)
      : trace.values(.hiddenState, layer: layer, timestep: timestep - 1)
    let gates = settings.sums
    let kernel = weights("kernel") ?? []
    let recurrentKernel = weights("recurrent_kernel") ?? []
    let biases = weights("bias")
    let columns = gates.count * settings.units
    return gates.compactMap { gate in
      guard let sum = gate.sum else { return nil }
      let column = sum.block * settings.units + unit
      let shares = shares(sum.reset)
      let inputTerms = Self.terms(inputs, kernel, column: column, stride: columns)
      let stateTerms = Self.terms(
        hidden, recurrentKernel, column: column, stride: columns, shares: shares)
      let bias = biases.map { Double($0[column]) }
      let hasTwo = biases != nil && settings.biasesOfSum == 2
      let recurrentBias = biases.flatMap { biases in
        hasTwo ? Double(biases[columns + column]) * (shares.count == 1 ? shares[0] : 1) : nil
      }
      let total =
        Self.total(inputTerms) + Self.total(stateTerms) + (bias ?? 0) + (recurrentBias ?? 0)
      return Ledger.Sum(
        gate: gate.name, activation: sum.activation, inputs: inputTerms, states: stateTerms,
        bias: bias, recurrentBias: recurrentBias, reset: sum.reset?.gate, total: total,
        curved: sum.activation.value(at: total), result: number(gate.name, timestep),
        isHeld: trace.interventions.holds(
          gate.name, of: settings.name, unit: unit, at: timestep))
    }
  }

  /// What a reset lets through of each unit of the hidden state, or, where it comes behind the product,
  /// of all of them.
  private func shares(_ reset: LayerQuantity.Reset?) -> [Double] {
    switch reset {
    case nil: []
    case .after(let gate): [Double(number(gate, timestep))]
    case .before(let gate):
      trace.values(gate, layer: layer, timestep: timestep).map { Double($0) }
    }
  }

  func states(_ sums: [Ledger.Sum]) -> [Ledger.State] {
    let equations = settings.stateEquations
    let names = settings.quantities.map(\.name).filter { settings.states.contains($0) }
    return names.map { name in
      Ledger.State(
        name: name, before: before(name), isErased: isErased(name),
        products: (equations.first { $0.state == name }?.products ?? []).map { factors in
          Ledger.Product(factors: factors, values: factors.map { value($0, sums) })
        }, result: number(name, timestep))
    }
  }

  private func value(_ factor: StateEquation.Factor, _ sums: [Ledger.Sum]) -> Double {
    // A gate has been worked out already, for its sum.
    func now(_ name: QuantityName) -> Double {
      Double(sums.first { $0.gate == name }?.result ?? number(name, timestep))
    }
    return switch factor {
    case .now(let name): now(name)
    case .rest(let name): 1 - now(name)
    case .before(let name): Double(before(name))
    case .curved(let name, let activation): activation.value(at: now(name))
    }
  }

  private func number(_ quantity: QuantityName, _ timestep: Int) -> Float {
    trace.value(quantity, layer: layer, unit: unit, timestep: timestep)
  }

  private func before(_ state: QuantityName) -> Float {
    isErased(state) ? 0 : number(state, timestep - 1)
  }

  private func isErased(_ state: QuantityName) -> Bool {
    trace.interventions.erases(state, of: settings.name, at: timestep)
  }

  private func weights(_ name: String) -> [Float]? {
    name == "bias" && !settings.useBias
      ? nil : trace.network.weights["\(settings.name)/\(name)"]?.values
  }

  private static func terms(
    _ values: [Float], _ weights: [Float], column: Int, stride: Int, shares: [Double] = []
  ) -> [Ledger.Term] {
    weights.withUnsafeBufferPointer { weights in
      var place = column
      return values.enumerated().map { index, value in
        defer { place += stride }
        let share = shares.count > 1 ? shares[index] : shares.first ?? 1
        return Ledger.Term(value: Double(value), weight: Double(weights[place]), share: share)
      }
    }
  }

  private static func total(_ terms: [Ledger.Term]) -> Double {
    var total = 0.0
    for term in terms { total += term.product }
    return total
  }
}
