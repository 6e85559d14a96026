import Engine
import Phrases

extension Sketch {
  /// What the changes come to, in one sentence, the fullest form first; empty where nothing was
  /// changed.
  var news: [String] {
    let changes = changes
    guard !changes.isEmpty else { return [] }
    let head = changes.map(\.text).joined(separator: ", ")
    let shortHead = changes.count == 1 ? head : SizePhrases.changes(changes.count)
    let effects = effects
    return [head, shortHead].flatMap { head in effects.map { SizePhrases.news(head, $0) } }
      + effects.suffix(1)
  }

  private var effects: [String] {
    if let failure = plan.failure { return SizePhrases.unbuilt(layer: failure.layerName) }
    guard openedPlan.failure == nil else { return SizePhrases.built }
    let changed = plan.layers.indices.filter { hasOtherCount($0) }
    guard !changed.isEmpty else {
      return SizePhrases.sameCounts(
        shapes: (-1..<plan.layers.count).count { hasOtherShape($0) })
    }
    let layers = changed.map { index in
      (
        name: plan.layers[index].layer.name, before: openedPlan.layers[index].parameters.total,
        after: plan.layers[index].parameters.total
      )
    }
    return multiple(changed)
      + SizePhrases.counts(
        layers, of: plan.layers.count, before: openedPlan.parameterCount ?? 0,
        after: plan.parameterCount ?? 0)
  }

  /// For one size made twice or three times as large: the count is not.
  private func multiple(_ changed: [Int]) -> [String] {
    guard changes.count == 1, let change = changes.first, let factor = change.factor else {
      return []
    }
    let index = tried.layers.firstIndex { "\($0.name).units" == change.name } ?? changed[0]
    guard let before = openedLayer(index), let after = layer(index) else { return [] }
    return [
      SizePhrases.multiple(
        factor, ofFeatures: change.name == "features", before: before.parameters.total,
        after: after.parameters.total)
    ]
  }
}
