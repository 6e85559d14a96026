import Kernels

/// What a network made of one observation, at every timestep.
///
/// It keeps the hidden and cell state of every timestep and works out gates when they are asked for,
/// from the features and the state before: two numbers a unit and timestep instead of six, and any
/// timestep opens in the same time. Gates are those of the forward pass to the last bit.
///
/// Layers count from 0. Where `go_backwards` is set, timesteps count in the order of processing: row
/// 0 belongs to the last timestep of what the layer reads.
package struct Trace: Sendable {
  /// The network, with the settings it ran under.
  package let network: Network
  /// What it read.
  package let input: Observation
  /// What was changed while it ran.
  package let interventions: Interventions
  let records: [LayerRecord]
  let kernels: Kernels

  /// How many layers ran: all of them, or those before the one that cannot follow.
  package var layerCount: Int { records.count }

  /// What a layer hands on, `[timesteps, units]` or `[units]`; `nil` from the failure on.
  package func output(_ layer: Int) -> Tensor? {
    guard records.indices.contains(layer) else { return nil }
    let planned = network.plan.layers[layer]
    let units = planned.layer.units
    switch (records[layer], planned.layer) {
    case (.lstm(let hidden, _), .lstm(let settings)) where settings.returnSequences:
      return Tensor(shape: [hidden.count / units, units], values: hidden)
    case (.lstm(let hidden, _), _):
      return Tensor(shape: [units], values: Array(hidden.suffix(units)))
    case (.dense(let values), _):
      let isSequence = planned.outputShape.rank == 3
      return Tensor(
        shape: isSequence ? [values.count / units, units] : [units], values: values)
    }
  }

  /// The states after the last timestep of every LSTM that ran, by name: what
  /// `Interventions.initialStates` takes to carry on from here.
  package var states: [String: LSTMState] {
    var states: [String: LSTMState] = [:]
    for (planned, layer) in zip(network.plan.layers, records.indices) {
      if let state = state(layer) {
        states[planned.layer.name] = LSTMState(h: state.h, c: state.c)
      }
    }
    return states
  }

  /// The states after the last timestep that an LSTM processed; `nil` for other layers and from the
  /// failure on.
  package func state(_ layer: Int) -> (h: [Float], c: [Float])? {
    guard records.indices.contains(layer), case .lstm(let hidden, let cell) = records[layer]
    else { return nil }
    let units = network.plan.layers[layer].layer.units
    return (Array(hidden.suffix(units)), Array(cell.suffix(units)))
  }
}
