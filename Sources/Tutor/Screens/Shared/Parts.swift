import Engine

extension QuantityName {
  /// Its rows or columns in a layer.
  func part(of layer: String) -> PartName { .quantity("\(layer).\(rawValue)") }
}

/// What a layer outputs.
func outputPart(of layer: String) -> PartName { QuantityName.output.part(of: layer) }
