import Engine
import Wording

extension Sketch {
  /// What the changes come to, in one sentence, the fullest form first; empty where nothing was
  /// changed.
  var news: [String] {
    let changes = changes
    guard !changes.isEmpty else { return [] }
    let head = changes.map(\.text).joined(separator: ", ")
    let shortHead = changes.count == 1 ? head : "\(changes.count) changes"
    let effects = effects
    return [head, shortHead].flatMap { head in effects.map { "\(head): \($0)" } }
      + effects.suffix(1)
  }

  private var effects: [String] {
    if let failure = plan.failure {
      return [
        "\(failure.layerName) can no longer be built, so there is no total.",
        "\(failure.layerName) cannot be built.",
      ]
    }
    guard openedPlan.failure == nil else { return ["now the network can be built."] }
    let changed = plan.layers.indices.filter { hasOtherCount($0) }
    guard !changed.isEmpty else {
      let shapes = (-1..<plan.layers.count).filter { hasOtherShape($0) }.count
      let also = shapes == 0 ? "" : shapes == 1 ? ", one shape does" : ", \(shapes) shapes do"
      return ["no parameter changes\(also).", "no parameter changes."]
    }
    let total =
      "total \(grouped(openedPlan.parameterCount ?? 0)) → \(grouped(plan.parameterCount ?? 0))"
    let counts = changed.map { index in
      let before = openedPlan.layers[index].parameters.total
      return "\(plan.layers[index].layer.name) \(grouped(before)) → "
        + grouped(plan.layers[index].parameters.total)
    }
    return multiple(changed)
      + [
        counts.joined(separator: ", ") + ".",
        "\(changed.count) of \(plan.layers.count) counts change; \(total).",
      ]
  }

  /// For one size made twice or three times as large: the count is not.
  private func multiple(_ changed: [Int]) -> [String] {
    guard changes.count == 1, let change = changes.first, let factor = change.factor else {
      return []
    }
    let index = tried.layers.firstIndex { "\($0.name).units" == change.name } ?? changed[0]
    guard let before = openedLayer(index), let after = layer(index) else { return [] }
    let times = factor == 2 ? "twice" : "\(factor) times"
    let thing = change.name == "features" ? "features" : "units"
    let old = before.parameters.total
    let new = after.parameters.total
    guard new != factor * old else {
      return ["\(times) the \(thing) and \(times) the parameters, \(grouped(new))."]
    }
    return ["\(times) the \(thing), \(grouped(new)) parameters, not \(times) \(grouped(old))."]
  }
}
