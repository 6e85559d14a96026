import Engine
import Kernels
import ModelFiles
import Phrases
import Vocabulary

/// The what-ifs of a position as the engine understands them.
struct Changes {
  /// The network with its flags and weights as they were set.
  let network: Network
  /// What is held and erased while it runs.
  let interventions: Interventions
  private let inputs: [WhatIf]
  /// Whether observations are read otherwise than the data have them.
  var changesInput: Bool { !inputs.isEmpty }

  /// Works out the what-ifs, in the order in which they were said.
  ///
  /// Throws a `Refusal` or the engine's error for one that does not fit the network or the data.
  init(
    _ whatIfs: [WhatIf], of model: LoadedModel, at position: Position, kernels: Kernels
  ) throws {
    var weights: [WeightChange] = []
    var interventions = Interventions()
    var inputs: [WhatIf] = []
    var startsAfter: Int?
    for whatIf in whatIfs {
      switch whatIf {
      case .clamp(let quantity, let units, let value):
        let clamp = try Self.clamp(quantity, units, value)
        try Self.check(clamp, in: position.description)
        interventions.clamps.append(clamp)
      case .erase(let states, let timestep, let layer):
        interventions.erasures.append(Erasure(layer: layer, timestep: timestep, states: states))
      case .put(let quantity, let value):
        if let change = try Self.weight(quantity, value) {
          weights.append(change)
        } else {
          inputs.append(whatIf)
        }
      case .swap: inputs.append(whatIf)
      case .start(let observation): startsAfter = observation
      }
    }
    self.inputs = inputs
    let flagged = model.network.with(position.description)
    network = weights.isEmpty ? flagged : try flagged.replacing(weights: weights)
    if let startsAfter {
      interventions.initialStates = try Self.states(
        after: startsAfter, of: model, in: network, kernels: kernels)
    }
    self.interventions = interventions
  }

  /// The states after the observations up to one, each started from what the one before it left, as
  /// Keras's stateful=True has them with one observation a batch.
  private static func states(
    after last: Int, of model: LoadedModel, in network: Network, kernels: Kernels
  ) throws -> [String: LayerStates] {
    // One that is not there is refused before any is run.
    _ = try model.observations.observation(last)
    let weights = network.plan.layers.reduce(0) { $0 + $1.parameters.total }
    let work = max(1, model.observations.timesteps * weights)
    let most = max(1, mostWork / work)
    guard last < most else {
      throw Refusal.startTooLate(last, last: most - 1)
    }
    var before = Interventions()
    for index in 0...last {
      let trace = try network.forward(
        try model.observations.observation(index), under: before, kernels: kernels)
      before.initialStates = trace.states
    }
    return before.initialStates
  }

  /// The most products of a weight and a number that are worked out before a run: a second or so.
  private static let mostWork = 1 << 34

  /// An observation with the features and timesteps that were set.
  func applied(to example: Example) throws -> Example {
    guard !inputs.isEmpty else { return example }
    var observation = example.observation
    for whatIf in inputs {
      switch whatIf {
      case .put(let quantity, let value):
        guard quantity.indices.count == 2, let feature = quantity.indices[1] else {
          throw Refusal.noFeature(quantity)
        }
        observation = try observation.replacing(
          timestep: quantity.indices[0], feature: feature, value: value)
      case .swap(let first, let second):
        observation = try observation.swapping(timesteps: first, and: second)
      // They are no changes of the input.
      case .clamp, .erase, .start: break
      }
    }
    return example.reading(observation)
  }

  private static func clamp(
    _ quantity: Quantity, _ units: Command.Units, _ value: Float
  ) throws(Refusal) -> Clamp {
    // One index is a timestep; without one the gate is held at every timestep.
    guard let gate = quantity.kind.recurrent, quantity.indices.count < 2, !gate.isState,
      !gate.isGradient
    else {
      throw .onlyGatesAreHeld(QuantityName.ofLayers.filter { !$0.isState })
    }
    let list: [Int]? =
      switch units {
      case .all: nil
      case .these(let units): units
      }
    let timestep = quantity.indices.first.flatMap(\.self)
    return Clamp(
      layer: quantity.layer, gate: gate, units: list, timesteps: timestep.map { $0..<$0 + 1 },
      value: value)
  }

  /// A gate can be held only where its curve could have put it: everything the screens say of shares
  /// would be untrue otherwise.
  private static func check(
    _ clamp: Clamp, in description: NetworkDescription
  ) throws(Refusal) {
    let layer = description.layers.first { $0.name == clamp.layer }
    guard let bounds = layer?.recurrent?.quantity(clamp.gate)?.range,
      !bounds.contains(clamp.value)
    else { return }
    throw .outsideRange(clamp.gate, bounds, found: clamp.value)
  }

  /// The weight that an address names; nil where it names the input.
  private static func weight(
    _ quantity: Quantity, _ value: Float
  ) throws(Refusal) -> WeightChange? {
    switch quantity.kind {
    case .x: return nil
    case .kernel, .recurrentKernel, .bias:
      let index = quantity.indices.compactMap(\.self)
      guard index.count == quantity.indices.count else {
        throw .partOfWeight(quantity)
      }
      return WeightChange(
        key: "\(quantity.layer)/\(quantity.kind.rawValue)", index: index.isEmpty ? nil : index,
        value: value)
    default:
      throw .isComputed(quantity)
    }
  }
}
