/// The weights of one layer at hand; no recurrent kernel for a layer without a state.
struct LayerWeights: Hashable, Sendable {
  var kernel: [Float]
  var recurrentKernel: [Float]
  /// Zeros for a layer without bias.
  var bias: [Float]
  /// The bias within a reset; empty where there is none.
  var innerBias: [Float]
  /// The columns of the kernel.
  var columns: Int

  /// The weights of a planned layer out of those of a network that has them all.
  init(_ planned: PlannedLayer, from weights: [String: Tensor]) {
    func values(_ name: String) -> [Float]? {
      planned.weightShapes.contains { $0.name == name }
        ? weights[planned.layer.name + "/" + name]?.values : nil
    }
    columns = planned.weightShapes.first { $0.name == "kernel" }?.dimensions.last ?? 0
    kernel = values("kernel") ?? []
    recurrentKernel = values("recurrent_kernel") ?? []
    (bias, innerBias) = planned.layer.computing.biases(
      values("bias") ?? [Float](repeating: 0, count: columns))
  }
}
