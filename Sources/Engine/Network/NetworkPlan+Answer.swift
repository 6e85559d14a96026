extension NetworkPlan {
  /// The curve that what leaves the network has gone through: that of the last layer, or of one before it
  /// where those behind it only pass numbers on or choose among them; nil where there is none.
  package var answeringCurve: Activation? {
    var place = layers.indices.last
    while let index = place {
      let settings = layers[index].layer.settings
      let curve = layers[index].layer.computing.lastCurve
      if let curve, !(settings is ActivationLayer && curve == .linear) { return curve }
      guard curve != nil || settings.choosesNumbers else { return nil }
      place = layers[index].before
    }
    return nil
  }
}

extension LayerSettings {
  /// Whether what leaves lies between the numbers that come in.
  fileprivate var choosesNumbers: Bool {
    switch self {
    case is any PassingLayer, is any PoolingLayer, is any GlobalPoolingLayer, is Flatten,
      is Reshape, is Permute, is RepeatVector:
      true
    default: false
    }
  }
}
