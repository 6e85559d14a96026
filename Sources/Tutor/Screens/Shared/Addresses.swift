import Engine

extension QuantityName {
  /// Its address in a layer, without indices.
  func address(in layer: String) -> String { "\(layer).\(rawValue)" }
}

/// The address of what leaves a layer, without indices.
func outputAddress(of layer: String) -> String { "\(layer).output" }
