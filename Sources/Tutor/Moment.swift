import Engine
import Kernels
import ModelFiles
import Vocabulary
import Wording

/// Everything that undo brings back: what was chosen, and what was computed from it.
///
/// A moment is a value. The functions below give the moment after a change; none of them changes
/// one that exists.
struct Moment: Sendable {
  var model: LoadedModel
  var position: Position
  var network: Network
  var example: Example
  var trace: Trace
  var scales: Scales
  /// The inner loops that everything here was computed with.
  let kernels: Kernels

  /// The first timestep of an observation of a model.
  ///
  /// - Throws: what the model's data say of an observation that is not there, or the network of one
  ///   that it cannot read.
  init(_ model: LoadedModel, observation: Int, kernels: Kernels) throws {
    let description = model.description
    let recurrent = description.layers.lastIndex(where: \.isRecurrent)
    let position = Position(
      observation: observation, timestep: 0, layer: recurrent.map { .layer($0) } ?? .input,
      feature: 0,
      units: description.layers.map { layer in
        min(max(0, model.telling[layer.name] ?? 0), layer.units - 1)
      },
      axis: .time, description: description)
    try self.init(
      model: model, network: model.network, position: position, kernels: kernels)
  }

  /// A moment at a position, everything computed anew.
  init(
    model: LoadedModel, network: Network, position: Position, kernels: Kernels
  ) throws {
    let example = try Example(model.observations, position.observation)
    let trace = try network.forward(example.observation, kernels: kernels)
    self.model = model
    self.position = position
    self.network = network
    self.example = example
    self.trace = trace
    self.scales = Scales(trace)
    self.kernels = kernels
  }
}

// MARK: - Along the time axis

extension Moment {
  /// The timestep of a place, which may lie beyond the ends.
  func timestep(at place: Command.Place) -> Int {
    switch place {
    case .at(let timestep): timestep
    case .by(let distance): moved(position.timestep, by: distance, within: Int.min...Int.max)
    case .start: -1
    case .first: 0
    case .last: example.observation.timesteps - 1
    }
  }

  /// The moment at a timestep, or at the end that lies nearest to it.
  func at(_ timestep: Int) -> Moment {
    var next = self
    next.position.timestep = min(max(-1, timestep), example.observation.timesteps - 1)
    return next
  }
}

// MARK: - What is chosen

extension Moment {
  func selecting(_ choice: Command.Choice<String>) throws(Refusal) -> Moment {
    var next = self
    switch choice {
    case .by(let distance):
      let place = moved(
        position.layer.place, by: distance, within: 0...position.description.layers.count)
      next.position.layer = Position.Selection(place: place)
    case .named(let name):
      next.position.layer = try selection(named: name)
    }
    return next
  }

  private func selection(named name: String) throws(Refusal) -> Position.Selection {
    let names = [position.description.input.name] + position.description.layers.map(\.name)
    guard let place = names.firstIndex(of: name) else {
      let hint =
        nearest(to: name, in: names).map { "did you mean '\($0)'?" }
        ?? "the layers are \(names.joined(separator: ", "))"
      throw Refusal("no layer is called '\(name)'; \(hint)")
    }
    return Position.Selection(place: place)
  }

  /// Another unit of the chosen layer, or another feature of the input.
  func showing(_ choice: Command.Choice<Int>) throws(Refusal) -> Moment {
    var next = self
    switch position.layer {
    case .input:
      next.position.feature = try one(
        choice, from: position.feature, count: example.observation.features, of: "features",
        in: position.description.input.name)
    case .layer(let index):
      let layer = position.description.layers[index]
      next.position.units[index] = try one(
        choice, from: position.units[index], count: layer.units, of: "units", in: layer.name)
    }
    return next
  }

  /// One of `count` things that stand in a ring.
  private func one(
    _ choice: Command.Choice<Int>, from now: Int, count: Int, of things: String, in owner: String
  ) throws(Refusal) -> Int {
    switch choice {
    case .by(let distance): return ((now + distance % count) % count + count) % count
    case .named(let number):
      guard (0..<count).contains(number) else {
        throw Refusal("\(owner) has the \(things) 0 to \(count - 1); there is no \(number)")
      }
      return number
    }
  }

  func looking(_ choice: Command.Choice<Command.Axis>) -> Moment {
    var next = self
    switch choice {
    case .named(let axis): next.position.axis = axis
    case .by(let distance):
      let axes = Command.Axis.allCases
      let now = axes.firstIndex(of: position.axis) ?? 0
      next.position.axis = axes[(now + distance % axes.count + axes.count) % axes.count]
    }
    return next
  }
}

// MARK: - What is computed anew

extension Moment {
  func opening(_ choice: Command.Choice<Int>) throws(Refusal) -> Moment {
    var position = position
    switch choice {
    case .named(let index): position.observation = index
    case .by(let distance):
      position.observation = moved(
        position.observation, by: distance, within: Int.min...Int.max)
    }
    let next = try computed(network, at: position)
    // Another observation may be shorter.
    return next.at(position.timestep)
  }

  func toggling(_ flag: Command.Flag) throws(Refusal) -> Moment {
    guard case .layer(let index) = position.layer,
      case .lstm(let settings) = position.description.layers[index]
    else {
      throw Refusal("\(selectedName) has no \(flag.rawValue); choose an LSTM layer with ↑ ↓")
    }
    return try setting(flag, of: settings.name, to: !settings.returnSequences)
  }

  func setting(
    _ flag: Command.Flag, of name: String, to value: Bool
  ) throws(Refusal) -> Moment {
    guard case .layer(let index) = try selection(named: name),
      case .lstm(var settings) = position.description.layers[index]
    else { throw Refusal("\(name) has no \(flag.rawValue); only recurrent layers do") }
    switch flag {
    case .returnSequences: settings.returnSequences = value
    }
    var position = position
    position.description.layers[index] = .lstm(settings)
    let changed = model.network.with(position.description)
    return try computed(changed, at: position)
  }

  private func computed(
    _ network: Network, at position: Position
  ) throws(Refusal) -> Moment {
    try Refusal.from {
      try Moment(model: model, network: network, position: position, kernels: kernels)
    }
  }

  /// The name of what is chosen.
  var selectedName: String {
    switch position.layer {
    case .input: position.description.input.name
    case .layer(let index): position.description.layers[index].name
    }
  }
}

/// A number moved within bounds; a distance that no number can hold ends at the bound.
func moved(_ number: Int, by distance: Int, within bounds: ClosedRange<Int>) -> Int {
  let (sum, overflow) = number.addingReportingOverflow(distance)
  let reached = overflow ? (distance < 0 ? Int.min : Int.max) : sum
  return min(max(bounds.lowerBound, reached), bounds.upperBound)
}
