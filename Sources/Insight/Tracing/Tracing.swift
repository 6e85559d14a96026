import Engine

/// Where a number comes from: which inputs and which earlier states moved it most.
///
/// Of an input there are two measures: its gradient times its own size, which is what it would take away to
/// put it to 0 if all were straight lines, and what becomes of the number where that is really done.
package struct Tracing: Sendable {
  /// The number that is traced, and what it came to.
  package let number: TracedNumber
  package let value: Float
  /// What becomes of it without each of the inputs, the largest change first.
  package let inputs: [RealChange]
  /// The earlier states that moved it most by their gradients: of each state of a unit the timestep at
  /// which it did so most.
  package let states: [Origin]
  /// What the inputs of each timestep come to, each changed alone.
  package let byTimestep: [Float]
  /// ∂/∂ each state, by layer, each `[timesteps, units]`.
  let gradients: [Int: [[Float]]]

  /// A number before, and ∂/∂ it.
  package struct Origin: Hashable, Sendable {
    package let number: TracedNumber
    package let value: Float
    package let gradient: Float
    /// What it would take away to put it to 0, if all were straight lines.
    package var part: Float { gradient * value }
  }

  /// Nil where there is no way back from the number.
  package init?(_ trace: Trace, _ number: TracedNumber) {
    guard let origins = trace.origins(of: number) else { return nil }
    self.number = number
    let value = trace.value(of: number)
    self.value = value
    let all = Self.largest(Self.inputs(origins, trace), .max)
    let inputs = Array(all.prefix(Self.mostRuns(trace)))
    let changed = trace.values(of: number, without: inputs)
    let changes = zip(inputs, changed).map { RealChange(origin: $0, before: value, after: $1) }
    self.inputs = changes.filter { $0.real != 0 || $0.estimate != 0 }.sorted {
      $0.real.magnitude > $1.real.magnitude
    }
    var byTimestep = [Float](repeating: 0, count: trace.input.timesteps)
    func add(_ part: Float, at origin: Origin) {
      if case .input(_, let timestep, _) = origin.number { byTimestep[timestep] += part }
    }
    for change in changes { add(-change.real, at: change.origin) }
    // Of those that are not tried the gradient says it.
    for origin in all.dropFirst(inputs.count) { add(origin.part, at: origin) }
    self.byTimestep = byTimestep
    states = Self.largest(Self.states(origins, trace, number), Self.mostStates)
    gradients = origins.states
  }

  private static let mostStates = 24

  /// How many inputs are tried: as many as make 2³⁰ products of a weight and a number, 48 at least.
  private static func mostRuns(_ trace: Trace) -> Int {
    let weights = trace.network.plan.layers.reduce(1) { $0 + $1.parameters.total }
    return max(48, (1 << 30) / (weights * max(1, trace.input.timesteps)))
  }

  private static func largest(_ origins: [Origin], _ most: Int) -> [Origin] {
    Array(
      origins.filter(\.part.isFinite).sorted { $0.part.magnitude > $1.part.magnitude }.prefix(most))
  }

  /// The numbers of the first input that are not 0 already.
  private static func inputs(_ origins: Origins, _ trace: Trace) -> [Origin] {
    let input = trace.input
    guard let gradients = origins.inputs.first else { return [] }
    return gradients.indices.filter { input.values[$0] != 0 }.map { index in
      Origin(
        number: .input(
          place: 0, timestep: index / input.features, feature: index % input.features),
        value: input.values[index], gradient: gradients[index])
    }
  }

  private static func states(
    _ origins: Origins, _ trace: Trace, _ number: TracedNumber
  ) -> [Origin] {
    var found: [Origin] = []
    for (layer, states) in origins.states.sorted(by: { $0.key < $1.key }) {
      guard let settings = trace.network.plan.layers[layer].layer.recurrent else { continue }
      for (name, gradients) in zip(settings.states, states) {
        let values = trace.all(name, layer: layer).values
        for unit in 0..<settings.units {
          let places = stride(from: unit, to: gradients.count, by: settings.units)
          let origin = places.lazy.map { place in
            Origin(
              number: .quantity(
                name, layer: layer, unit: unit, timestep: place / settings.units),
              value: values[place], gradient: gradients[place])
          }
          .filter { $0.number != number && $0.part != 0 }
          .max { $0.part.magnitude < $1.part.magnitude }
          if let origin { found.append(origin) }
        }
      }
    }
    return found
  }
}
