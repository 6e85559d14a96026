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

  /// Whether what leaves the network is a share from 0 to 1.
  var isOutputShare: Bool {
    (position.description.layers.last?.settings as? Dense)?.activation.range == 0...1
  }

  /// What a full bar of the network's output stands for: the largest of all answers that its row shows,
  /// which may be larger before the end than at it.
  var outputScale: ValueScale {
    if isOutputShare { return .unit }
    let last = position.description.layers.count - 1
    let largest =
      moment.largestAnswer ?? trace.output(last)?.values.reduce(0) { max($0, $1.magnitude) } ?? 1
    return .symmetric(largest > 0 && largest.isFinite ? largest : 1)
  }
}
