import Engine

extension PlannedLayer {
  /// What PyTorch counts for the same layer.
  ///
  /// `nn.LSTM` keeps a second bias of 4m numbers, for cuDNN; the two are added, so a network learns
  /// nothing more by it. `nn.Linear` counts as Dense does.
  package var torchParameters: ParameterCount {
    guard case .lstm(let settings) = layer, settings.useBias else { return parameters }
    let features = inputShape.features ?? 0
    let units = settings.units
    var count = parameters
    count.total += 4 * units
    count.derivation = "4·((\(features) + \(units))·\(units) + 2·\(units))"
    return count
  }
}

extension NetworkPlan {
  /// What PyTorch counts for the whole network; nil where it cannot be built.
  package var torchParameterCount: Int? {
    failure == nil ? layers.reduce(0) { $0 + $1.torchParameters.total } : nil
  }
}
