import Engine

/// The way on which one input came to a traced number: at each timestep in between the state that carried
/// most of it.
///
/// What a state carried is how far it moves where the input is put to 0, times the gradient of the traced
/// number with regard to it.
package struct TracedPath: Sendable {
  /// The units that carried it, the latest first.
  package let lanes: [Lane]

  /// A state of one unit.
  package struct Lane: Hashable, Sendable {
    package let layer: Int
    package let state: QuantityName
    package let unit: Int
    /// The timesteps at which it carried most, in order.
    package internal(set) var timesteps: [Int]
    /// What it carried at the one at which that was most.
    package internal(set) var most: Float
  }

  /// The way of an input to the number of a tracing; nil where the network cannot run without it.
  package init?(_ trace: Trace, _ tracing: Tracing, _ origin: Tracing.Origin) {
    guard case .input(_, let start, _) = origin.number, let without = trace.without(origin),
      let other = try? trace.network.forward(
        without, under: trace.interventions, kernels: trace.kernels)
    else { return nil }
    let carried = Carried(trace, other, tracing)
    var lanes: [Lane] = []
    for timestep in start..<trace.input.timesteps {
      guard let (state, place, part) = carried.most(at: timestep) else { continue }
      let (layer, name) = carried.states[state]
      if let known = lanes.firstIndex(where: {
        $0.layer == layer && $0.state == name && $0.unit == place
      }) {
        lanes[known].timesteps.append(timestep)
        if part.magnitude > lanes[known].most.magnitude { lanes[known].most = part }
      } else {
        lanes.append(
          Lane(layer: layer, state: name, unit: place, timesteps: [timestep], most: part))
      }
    }
    self.lanes = lanes.sorted {
      $0.timesteps[$0.timesteps.count - 1] > $1.timesteps[$1.timesteps.count - 1]
    }
  }
}

/// What each state carried.
private struct Carried {
  /// The states, each by its layer.
  var states: [(layer: Int, name: QuantityName)] = []
  /// `[timesteps, units]` for each of them, and how many units it has.
  private var parts: [[Float]] = []
  private var units: [Int] = []
  private let number: TracedNumber

  init(_ trace: Trace, _ other: Trace, _ tracing: Tracing) {
    number = tracing.number
    for (layer, gradients) in tracing.gradients.sorted(by: { $0.key < $1.key }) {
      guard let settings = trace.network.plan.layers[layer].layer.recurrent else { continue }
      for (name, gradients) in zip(settings.states, gradients) {
        let (here, there) = (
          trace.all(name, layer: layer).values, other.all(name, layer: layer).values
        )
        states.append((layer, name))
        units.append(settings.units)
        parts.append(gradients.indices.map { gradients[$0] * (here[$0] - there[$0]) })
      }
    }
  }

  /// The state that carried most at a timestep, beside the number itself; nil where none did.
  func most(at timestep: Int) -> (state: Int, unit: Int, part: Float)? {
    var found: (state: Int, unit: Int, part: Float)?
    for state in states.indices {
      let start = timestep * units[state]
      guard start + units[state] <= parts[state].count else { continue }
      for unit in 0..<units[state] {
        let part = parts[state][start + unit]
        guard part.isFinite, part != 0, part.magnitude > found?.part.magnitude ?? 0 else {
          continue
        }
        let (layer, name) = states[state]
        let itself = TracedNumber.quantity(name, layer: layer, unit: unit, timestep: timestep)
        if itself != number { found = (state, unit, part) }
      }
    }
    return found
  }
}
