import Engine
import Insight

extension Explorer {
  /// What a full bar of one unit over time stands for; of the shown unit where none is named.
  func scale(of quantity: QuantityName, layer: Int, unit: Int? = nil) -> ValueScale {
    bounded(quantity, layer: layer)
      ?? .symmetric(
        moment.scales.largest(quantity, layer: layer, unit: unit ?? self.unit(of: layer)))
  }

  /// What a full bar stands for where many units stand side by side.
  func sampleScale(of quantity: QuantityName, layer: Int) -> ValueScale {
    bounded(quantity, layer: layer)
      ?? .symmetric(moment.scales.largest(quantity, layer: layer))
  }

  /// The scale of a quantity whose activation bounds it; nil where the numbers have to say.
  private func bounded(_ quantity: QuantityName, layer: Int) -> ValueScale? {
    guard let known = position.description.layers[layer].recurrent?.quantity(quantity),
      known.role != .state
    else { return nil }
    return ValueScale(known.range)
  }

  /// What a full bar of the network's output stands for.
  var outputScale: ValueScale {
    if let settings = position.description.layers.last?.settings as? Dense,
      settings.activation.range == 0...1
    {
      return .unit
    }
    let last = position.description.layers.count - 1
    let largest = trace.output(last)?.values.reduce(0) { max($0, $1.magnitude) } ?? 1
    return .symmetric(largest > 0 && largest.isFinite ? largest : 1)
  }
}
