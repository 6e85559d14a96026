import Engine

/// What a full bar stands for where a quantity has no bounds of its own: the largest size that the
/// shown unit, or any unit, reaches over the whole observation.
///
/// The whole observation counts, not the part that has been read: a scale that grew while one steps
/// would move every bar.
package struct Scales: Sendable {
  private let units: [Int: [QuantityName: [Float]]]
  private let features: [Float]
  /// Those of the gradients, which are worked out only where one looks at them.
  private let gradients: Deferred<[Int: [QuantityName: [Float]]]>

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
          units[index, default: [:]][quantity.name] = Self.larger(
            units[index]?[quantity.name] ?? [], Self.largest(quantity.name, index, trace))
        }
      }
    }
    self.units = units
    self.features = features
    gradients = Deferred { Self.gradients(of: traces) }
  }

  private static func gradients(of traces: [Trace]) -> [Int: [QuantityName: [Float]]] {
    var units: [Int: [QuantityName: [Float]]] = [:]
    for trace in traces {
      for (index, planned) in trace.network.plan.layers.enumerated() {
        for quantity in planned.layer.recurrent?.gradients ?? [] {
          units[index, default: [:]][quantity.name] = larger(
            units[index]?[quantity.name] ?? [], largest(quantity.name, index, trace))
        }
      }
    }
    return units
  }

  /// The largest size of each unit, `[units]`.
  private static func largest(_ quantity: QuantityName, _ layer: Int, _ trace: Trace) -> [Float] {
    var reach = ValueReach(units: trace.network.plan.layers[layer].units)
    trace.forEachPart(of: quantity, layer: layer) { reach.add($0) }
    return reach.largest
  }

  private func sizes(_ quantity: QuantityName, _ layer: Int) -> [Float]? {
    (quantity.isGradient ? gradients.value : units)[layer]?[quantity]
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
    Self.usable(sizes(quantity, layer)?[unit] ?? 1, of: quantity)
  }

  /// The scale of a largest size. A thousandth at least: less is nothing beside what else is there; not
  /// of a gradient, which is as small as the loss is good.
  static func usable(_ largest: Float, of quantity: QuantityName) -> Float {
    guard largest > 0, largest.isFinite else { return 1 }
    return quantity.isGradient ? largest : max(largest, 0.001)
  }

  /// The largest size of any unit.
  package func largest(_ quantity: QuantityName, layer: Int) -> Float {
    Self.usable(sizes(quantity, layer)?.max() ?? 1, of: quantity)
  }

  /// The largest size of a feature; 1 for one that stays at zero.
  package func largest(feature: Int) -> Float {
    features.indices.contains(feature) && features[feature] > 0 ? features[feature] : 1
  }
}
