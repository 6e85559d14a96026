import Engine

/// Where a number comes from: how far each input and each earlier state moved it, by its gradient times its
/// own size, and the path on which most of it came.
package struct Tracing: Sendable {
  /// The number that is traced, and what it came to.
  package let number: TracedNumber
  package let value: Float
  /// The inputs that moved it most, the first of them most.
  package let inputs: [Origin]
  /// The earlier states that moved it most: of each state of a unit the timestep at which it did so most.
  package let states: [Origin]
  /// All that the inputs of a timestep come to, for each timestep.
  package let byTimestep: [Float]
  /// The way back on which each step is the largest part of the one before, runs of one unit together.
  package let path: [Stretch]

  /// A number before, and ∂/∂ it.
  package struct Origin: Hashable, Sendable {
    package let number: TracedNumber
    package let value: Float
    package let gradient: Float
    /// What it would take away to put it to 0, if all were straight lines.
    package var part: Float { gradient * value }
  }

  /// A number of one unit over neighbouring timesteps of the path.
  package struct Stretch: Hashable, Sendable {
    /// The last of them in time.
    package let number: TracedNumber
    /// The timesteps of the observation's axis that it goes through.
    package var timesteps: ClosedRange<Int>
    /// What the earliest of them adds directly to the one before it on the path; nil where the path
    /// begins.
    package let part: Float?
  }

  /// Nil where there is no way back from the number.
  package init?(_ trace: Trace, _ number: TracedNumber, most: Int = 24) {
    guard let origins = trace.origins(of: number) else { return nil }
    self.number = number
    value = trace.value(of: number)
    var inputs: [Origin] = []
    var byTimestep = [Float](repeating: 0, count: trace.input.timesteps)
    for (place, gradients) in origins.inputs.enumerated() where !gradients.isEmpty {
      let input = place == 0 ? trace.input : trace.input.beside[place - 1]
      for index in gradients.indices where gradients[index] * input.values[index] != 0 {
        let timestep = index / input.features
        let origin = Origin(
          number: .input(place: place, timestep: timestep, feature: index % input.features),
          value: input.values[index], gradient: gradients[index])
        inputs.append(origin)
        if place == 0 { byTimestep[timestep] += origin.part }
      }
    }
    self.inputs = Self.largest(inputs, most)
    self.byTimestep = byTimestep
    states = Self.largest(Self.states(origins, trace, number), most)
    path = Self.path(from: number, trace)
  }

  private static func largest(_ origins: [Origin], _ most: Int) -> [Origin] {
    Array(
      origins.filter(\.part.isFinite).sorted { $0.part.magnitude > $1.part.magnitude }.prefix(most))
  }

  private static func states(
    _ origins: Origins, _ trace: Trace, _ number: TracedNumber
  ) -> [Origin] {
    var found: [Origin] = []
    for (layer, states) in origins.states {
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
