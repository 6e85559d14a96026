import Engine

/// What a full bar stands for where a quantity has no bounds of its own: the largest size that the
/// shown unit, or any unit, reaches over the whole observation.
///
/// The whole observation counts, not the part that has been read: a scale that grew while one steps
/// would move every bar.
package struct Scales: Sendable {
  private let units: [Int: [QuantityName: [Float]]]
  private let features: [Float]

  /// The largest sizes in some traces of one network, so that all of them can be drawn alike.
  package init(_ traces: [Trace]) {
    var units: [Int: [QuantityName: [Float]]] = [:]
    var features: [Float] = []
    for trace in traces {
      let input = Self.largest(trace.input.values, units: trace.input.features)
      features = Self.larger(features, input)
      for (index, planned) in trace.network.plan.layers.enumerated() {
        guard let recurrent = planned.layer.recurrent else {
          guard planned.handsOnSequence, planned.layer.settings.changesNumbers,
            let output = trace.output(index)
          else { continue }
          units[index, default: [:]][.output] = Self.larger(
            units[index]?[.output] ?? [], Self.largest(output.values, units: planned.units))
          continue
        }
        // A state may stay far within its bounds; its own largest is the better scale.
        for quantity in recurrent.quantities where quantity.role == .state || quantity.range == nil
        {
          var reach = ValueReach(units: recurrent.units)
          trace.forEachPart(of: quantity.name, layer: index) { reach.add($0) }
          units[index, default: [:]][quantity.name] = Self.larger(
            units[index]?[quantity.name] ?? [], reach.largest)
        }
      }
    }
    self.units = units
    self.features = features
  }

  private static func larger(_ one: [Float], _ other: [Float]) -> [Float] {
    one.isEmpty ? other : zip(one, other).map { max($0, $1) }
  }

  /// The largest size of each unit, `[units]`, in `[timesteps, units]`.
  static func largest(_ values: [Float], units: Int) -> [Float] {
    var reach = ValueReach(units: units)
    values.withUnsafeBufferPointer { reach.add($0) }
    return reach.largest
  }

  /// The largest size of one unit; 1 for a unit that stays at zero, which needs some scale.
  package func largest(_ quantity: QuantityName, layer: Int, unit: Int) -> Float {
    Self.usable(units[layer]?[quantity]?[unit] ?? 1)
  }

  /// The scale of a largest size. A thousandth at least: that is as much as the scale's text can say.
  static func usable(_ largest: Float) -> Float {
    largest > 0 && largest.isFinite ? max(largest, 0.001) : 1
  }

  /// The largest size of any unit.
  package func largest(_ quantity: QuantityName, layer: Int) -> Float {
    Self.usable(units[layer]?[quantity]?.max() ?? 1)
  }

  /// The largest size of a feature; 1 for one that stays at zero.
  package func largest(feature: Int) -> Float {
    features.indices.contains(feature) && features[feature] > 0 ? features[feature] : 1
  }
}
