/// What the way back through a layer comes to.
struct LayerGradients {
  /// ∂loss/∂ each input, as long as its values; empty where it was not asked for or there is none.
  var inputs: [[Float]]
  /// ∂loss/∂ each weight, by its name in the layer.
  var weights: [String: [Float]] = [:]
  /// All of ∂loss/∂ each state of a recurrent layer at each timestep, `[observations, timesteps,
  /// units]`, in the order of processing.
  var states: [[Float]] = []
}
