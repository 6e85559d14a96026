import Engine

extension PlannedLayer {
  /// What PyTorch counts for the same layer.
  ///
  /// A recurrent layer keeps a second bias for each of its sums, for cuDNN; the two are added, so a network learns
  /// nothing more by it. `nn.Linear` counts as Dense does.
  package var torchParameters: ParameterCount {
    guard let recurrent = layer.recurrent, recurrent.useBias, recurrent.biasesOfSum == 1 else {
      return parameters
    }
    return ParameterCount(
      total: parameters.total + recurrent.sums.count * recurrent.units,
      derivation: recurrent.derivation(features: inputShape.features ?? 0, biases: 2))
  }
}

extension NetworkPlan {
  /// What PyTorch counts for the whole network; nil where it cannot be built.
  package var torchParameterCount: Int? {
    failure == nil ? layers.reduce(0) { $0 + $1.torchParameters.total } : nil
  }
}
