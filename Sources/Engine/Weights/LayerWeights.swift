/// The weights of one layer at hand.
struct LayerWeights: Hashable, Sendable {
  /// Empty for a layer without one.
  var kernel: [Float]
  /// Empty for a layer without a state.
  var recurrentKernel: [Float]
  /// Zeros for a layer without bias.
  var bias: [Float]
  /// The bias within a reset; empty where there is none.
  var innerBias: [Float]
  /// The kernels in panels; nil for a layer that does not ask for it.
  let gateKernels: GateKernels?
  /// The kernels as the way back needs them.
  let turnedKernel: TurnedKernel
  let turnedRecurrentKernel: TurnedKernel
  /// The columns of the kernel.
  var columns: Int
  /// All of them by their names, as files have them.
  private var named: [String: [Float]]

  /// The weights of a planned layer out of those of a network that has them all.
  init(_ planned: PlannedLayer, from weights: [String: Tensor]) {
    named = [:]
    for weight in planned.weightShapes { named[weight.name] = weights[weight.key]?.values }
    columns = planned.weightShapes.first { $0.name == "kernel" }?.dimensions.last ?? 0
    kernel = named["kernel"] ?? []
    recurrentKernel = named["recurrent_kernel"] ?? []
    gateKernels =
      planned.layer.stepping?.hasFourGates == true
      ? GateKernels(kernel, recurrentKernel, units: columns / 4) : nil
    turnedKernel = TurnedKernel(kernel, columns: columns)
    turnedRecurrentKernel = TurnedKernel(recurrentKernel, columns: columns)
    (bias, innerBias) = planned.layer.computing.biases(
      named["bias"] ?? [Float](repeating: 0, count: columns))
  }

  /// The numbers of one of them; nil where the layer has none of that name.
  subscript(name: String) -> [Float]? { named[name] }
}
