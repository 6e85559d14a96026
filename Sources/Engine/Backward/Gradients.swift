/// What a loss hangs on: its gradients of all weights, inputs and states.
package struct Gradients: Sendable {
  /// ∂loss/∂ each weight that is learnt, by its key, in the weight's shape.
  package var weights: [String: [Float]] = [:]
  /// ∂loss/∂ each input of the network, `[observations, timesteps, features]`; empty where it was not
  /// asked for.
  package var inputs: [[Float]] = []
  /// All of ∂loss/∂ each state of the recurrent layers, by their places, each `[observations, timesteps,
  /// units]` in the order of processing.
  package var states: [Int: [[Float]]] = [:]
}
