import Kernels

/// What a network made of one observation, at every timestep.
///
/// It keeps the states of every timestep and works out gates when they are asked for, from the features
/// and the states before: of an LSTM two numbers a unit and timestep instead of six, and any
/// timestep opens in the same time. Gates are those of the forward pass to the last bit.
///
/// Layers count from 0. Where `go_backwards` is set, timesteps count in the order of processing: row
/// 0 belongs to the last timestep of what the layer reads.
package struct Trace: Sendable {
  /// A screen asks a trace for every row: so a copy is one reference.
  private let storage: Storage

  private final class Storage: Sendable {
    let network: Network
    let input: Observation
    let interventions: Interventions
    let records: [LayerRecord]
    let kernels: Kernels
    let recurrent: [RecurrentRecord?]
    let objective: Objective
    let gates = GateColumns()
    /// ∂objective/∂ each state; nil where there is no way back.
    let gradients: Deferred<[Int: [[Float]]]?>

    init(
      _ network: Network, _ input: Observation, _ interventions: Interventions,
      _ records: [LayerRecord], _ kernels: Kernels, _ objective: Objective
    ) {
      self.network = network
      self.input = input
      self.interventions = interventions
      self.records = records
      self.kernels = kernels
      recurrent = zip(network.plan.layers, records).map { planned, record in
        RecurrentRecord(planned.layer, record, interventions)
      }
      self.objective = objective
      gradients = Deferred {
        network.gradients(of: objective, reading: input, under: interventions, kernels)
      }
    }
  }

  init(
    network: Network, input: Observation, interventions: Interventions, records: [LayerRecord],
    kernels: Kernels
  ) {
    storage = Storage(network, input, interventions, records, kernels, .answer)
  }

  private init(_ storage: Storage) { self.storage = storage }

  /// The same run with gradients of something else.
  package func toward(_ objective: Objective) -> Trace {
    Trace(Storage(network, input, interventions, records, kernels, objective))
  }

  /// The network, with the settings it ran under.
  package var network: Network { storage.network }
  /// What it read.
  package var input: Observation { storage.input }
  /// What was changed while it ran.
  package var interventions: Interventions { storage.interventions }
  /// What its gradients are those of.
  package var objective: Objective { storage.objective }
  /// All of ∂objective/∂ each state, by layer, each `[timesteps, units]`; nil where there is no way back.
  var gradients: [Int: [[Float]]]? { storage.gradients.value }
  var records: [LayerRecord] { storage.records }
  /// The gates that are kept of this run.
  var gates: GateColumns { storage.gates }
  package var kernels: Kernels { storage.kernels }
  /// What each layer that is recurrent and ran keeps; nil for any other.
  var recurrent: [RecurrentRecord?] { storage.recurrent }

  /// How many layers ran: all of them, or those before the one that cannot follow.
  package var layerCount: Int { records.count }

  /// What a layer hands on, `[timesteps, units]` or `[units]`; `nil` from the failure on.
  package func output(_ layer: Int) -> Tensor? {
    guard records.indices.contains(layer) else { return nil }
    let flow = records[layer].handing(0, of: 1)
    return Tensor(shape: flow.shape, values: flow.values)
  }

  /// Which timesteps of what a layer reads count, in the order of processing; nil where all do.
  ///
  /// A recurrent layer skips those that do not: its states go on as they are.
  package func mask(_ layer: Int) -> [Bool]? {
    guard records.indices.contains(layer) else { return nil }
    switch records[layer] {
    case .states(let states): return states.mask
    case .output(let flow): return flow.mask
    }
  }

  /// The same, also of a layer that skips nothing.
  func inputMask(_ layer: Int) -> [Bool]? {
    if case .states(let states) = records[layer] { return states.inputMask }
    return mask(layer)
  }

  /// How many timesteps a layer has: those of its states, or of the sequence that leaves it; nil where
  /// it has neither, and from the failure on.
  package func rows(of layer: Int) -> Int? {
    guard records.indices.contains(layer) else { return nil }
    switch records[layer] {
    case .states(let states): return states.timesteps
    case .output(let flow): return flow.timesteps
    }
  }

  /// The network's outputs at the end, `[units]`; none where a layer cannot follow.
  package var end: [Float] {
    guard network.plan.failure == nil, let output = output(records.count - 1),
      let units = output.shape.last
    else { return [] }
    return Array(output.values.suffix(units))
  }

  /// The states after the last timestep of every recurrent layer that ran, by name: what
  /// `Interventions.initialStates` takes to carry on from here.
  package var states: [String: LayerStates] {
    var states: [String: LayerStates] = [:]
    for (planned, layer) in zip(network.plan.layers, records.indices) {
      states[planned.layer.name] = state(layer)
    }
    return states
  }

  /// The states after the last timestep that a recurrent layer processed; `nil` for other layers and
  /// from the failure on.
  package func state(_ layer: Int) -> LayerStates? {
    guard records.indices.contains(layer), case .states(let kept) = records[layer],
      let recurrent = network.plan.layers[layer].layer.recurrent
    else { return nil }
    let ends = kept.states.map { Array($0.suffix(recurrent.units)) }
    return LayerStates(
      Dictionary(zip(recurrent.states, ends), uniquingKeysWith: { first, _ in first }))
  }
}
