import Engine

extension QuantityName {
  /// Its rows or columns in a layer.
  func part(of layer: String) -> PartName { .quantity("\(layer).\(rawValue)") }
}

/// What leaves a layer.
func outputPart(of layer: String) -> PartName { QuantityName.output.part(of: layer) }
