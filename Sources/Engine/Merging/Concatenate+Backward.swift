extension Concatenate {
  /// Each input gets back what stood in its place.
  func backward(_ step: BackwardStep) -> LayerGradients {
    let gradient = step.output
    guard step.inputs[0].timesteps != nil, place(of: 3) == 1 else {
      return LayerGradients(inputs: gradient.parted(into: step.inputs.map(\.width)))
    }
    // All timesteps of an observation are one row.
    return LayerGradients(
      inputs: gradient.parted(into: step.inputs.map { $0.rows * $0.width }))
  }
}
