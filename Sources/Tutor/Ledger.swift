import Engine

/// One unit of an LSTM layer at one timestep as real numbers: what it reads, its four weighted sums
/// term by term, and the states they come to.
///
///     z = x[t]·K + h[t−1]·R + b     for each of i, f, g, o, one column of the weights
///     c = f·c[t−1] + i·g            h = o·φ(c)
///
/// Sums and curves are worked out here in double precision, apart from the engine's own way; what is
/// printed as a result is always the trace's number. See `LSTMCell` for the equations.
struct Ledger: Sendable {
  /// One number that is read, and its weight.
  struct Term: Hashable, Sendable {
    var value: Double
    var weight: Double
    var product: Double { value * weight }
  }

  /// One of the four weighted sums and the gate it comes to.
  struct Sum: Sendable {
    /// Which gate.
    let gate: LSTMQuantity
    /// The curve the sum goes through.
    let activation: Activation
    /// A term for each number that arrives.
    let inputs: [Term]
    /// A term for each unit of the layer's own hidden state before.
    let states: [Term]
    /// Nil for a layer without bias.
    let bias: Double?
    /// What the terms and the bias come to.
    let total: Double
    /// What the curve makes of it.
    let curved: Double
    /// The gate as the network used it.
    let result: Float
    /// Whether a what-if holds the gate at `result`, whatever the curve says.
    let isHeld: Bool
  }

  let settings: LSTM
  let layer: Int
  let unit: Int
  let timestep: Int
  /// The four sums in the order i, f, g, o.
  let sums: [Sum]
  /// c of the timestep before, as it counts here: 0 where it is erased.
  let cellBefore: Float
  let cellState: Float
  let hiddenState: Float
  /// Whether a what-if keeps h, or c, of the timestep before from being read.
  let isHiddenErased: Bool
  let isCellErased: Bool

  /// The ledger of a unit at a timestep that has been read, from 0 on.
  init(_ trace: Trace, layer: Int, unit: Int, timestep: Int) {
    guard case .lstm(let settings) = trace.network.plan.layers[layer].layer else {
      preconditionFailure("only an LSTM has a ledger")
    }
    self.settings = settings
    self.layer = layer
    self.unit = unit
    self.timestep = timestep
    let changes = Changed(trace.interventions, settings.name, unit, timestep)
    isHiddenErased = changes.hiddenIsErased
    isCellErased = changes.cellIsErased
    func number(_ quantity: LSTMQuantity, _ timestep: Int) -> Float {
      trace.series(quantity, layer: layer, unit: unit, timesteps: timestep..<timestep + 1)[0]
    }
    cellBefore = isCellErased ? 0 : number(.cellState, timestep - 1)
    cellState = number(.cellState, timestep)
    hiddenState = number(.hiddenState, timestep)
    let inputs = Self.inputs(trace, layer, settings, timestep)
    let states =
      isHiddenErased
      ? [Float](repeating: 0, count: settings.units)
      : trace.values(.hiddenState, layer: layer, timestep: timestep - 1)
    let weights = trace.network.weights
    let kernel = weights[settings.name + "/kernel"]?.values ?? []
    let recurrent = weights[settings.name + "/recurrent_kernel"]?.values ?? []
    let biases = settings.useBias ? weights[settings.name + "/bias"]?.values : nil
    sums = Self.gates.enumerated().map { block, gate in
      let column = block * settings.units + unit
      let stride = 4 * settings.units
      let inputTerms = Self.terms(inputs, kernel, column: column, stride: stride)
      let stateTerms = Self.terms(states, recurrent, column: column, stride: stride)
      let bias = biases.map { Double($0[column]) }
      let total = Self.total(inputTerms) + Self.total(stateTerms) + (bias ?? 0)
      let activation = gate == .cellCandidate ? settings.activation : settings.recurrentActivation
      return Sum(
        gate: gate, activation: activation, inputs: inputTerms, states: stateTerms, bias: bias,
        total: total, curved: activation.value(at: total), result: number(gate, timestep),
        isHeld: changes.held.contains(gate))
    }
  }

  /// The gates in the order of the weights' columns.
  static let gates: [LSTMQuantity] = [.inputGate, .forgetGate, .cellCandidate, .outputGate]

  /// The sum of a gate.
  subscript(_ gate: LSTMQuantity) -> Sum { sums[Self.gates.firstIndex(of: gate) ?? 0] }

  /// The two products that make c: what is kept, and what is written.
  var kept: Double { Double(self[.forgetGate].result) * Double(cellBefore) }
  var written: Double {
    Double(self[.inputGate].result) * Double(self[.cellCandidate].result)
  }

  /// What the curve makes of c on its way out.
  var curvedCell: Double { settings.activation.value(at: Double(cellState)) }

  /// What the output gate shows of it.
  var shown: Double { Double(self[.outputGate].result) * curvedCell }
}

extension Ledger {
  /// What the layer reads at a timestep in its own order of processing.
  private static func inputs(
    _ trace: Trace, _ layer: Int, _ settings: LSTM, _ timestep: Int
  ) -> [Float] {
    let (values, width): ([Float], Int) =
      layer == 0
      ? (trace.input.values, trace.input.features)
      : (trace.output(layer - 1)?.values ?? [], trace.network.plan.layers[layer - 1].layer.units)
    let timesteps = values.count / width
    let row = settings.goBackwards ? timesteps - 1 - timestep : timestep
    return Array(values[row * width..<(row + 1) * width])
  }

  private static func terms(
    _ values: [Float], _ weights: [Float], column: Int, stride: Int
  ) -> [Term] {
    weights.withUnsafeBufferPointer { weights in
      var place = column
      return values.map { value in
        defer { place += stride }
        return Term(value: Double(value), weight: Double(weights[place]))
      }
    }
  }

  private static func total(_ terms: [Term]) -> Double {
    var total = 0.0
    for term in terms { total += term.product }
    return total
  }

  /// What the what-ifs do to one unit at one timestep.
  private struct Changed {
    var held: Set<LSTMQuantity> = []
    var hiddenIsErased = false
    var cellIsErased = false

    init(_ changes: Interventions, _ layer: String, _ unit: Int, _ timestep: Int) {
      for clamp in changes.clamps where clamp.layer == layer {
        let isHere = clamp.timesteps?.contains(timestep) ?? true
        if isHere, clamp.units?.contains(unit) ?? true { held.insert(clamp.gate) }
      }
      for erasure in changes.erasures
      where erasure.timestep == timestep && erasure.layer ?? layer == layer {
        hiddenIsErased = hiddenIsErased || erasure.states != .cellState
        cellIsErased = cellIsErased || erasure.states != .hiddenState
      }
    }
  }
}
