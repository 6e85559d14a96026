import Engine
import NetworkCode

/// A network with other sizes or flags beside the one that was opened: what changes, what does not.
struct Sketch: Hashable, Sendable {
  let opened: NetworkDescription
  let tried: NetworkDescription
  let openedPlan: NetworkPlan
  let plan: NetworkPlan

  init(opened: NetworkDescription, tried: NetworkDescription) {
    self.opened = opened
    self.tried = tried
    openedPlan = opened.plan()
    plan = tried == opened ? openedPlan : tried.plan()
  }

  /// One thing that is another than in the opened network.
  struct Change: Hashable, Sendable {
    /// `timesteps`, `lstm1.units`, `lstm2.return_sequences`.
    var name: String
    var before: String
    var after: String
    /// How many times as large it is, where it is a whole number of times.
    var factor: Int?

    var text: String { "\(name) \(before) → \(after)" }
  }

  /// What was changed, the input first.
  var changes: [Change] {
    var changes: [Change] = []
    func compare(_ name: String, _ before: Int?, _ after: Int?) {
      guard before != after else { return }
      func text(_ number: Int?) -> String { number.map { "\($0)" } ?? "None" }
      var factor: Int?
      if let before, let after, before > 0, after > before, after % before == 0 {
        factor = after / before
      }
      changes.append(
        Change(name: name, before: text(before), after: text(after), factor: factor))
    }
    func compare(_ name: String, _ before: Bool, _ after: Bool) {
      guard before != after else { return }
      changes.append(
        Change(name: name, before: Python.literal(before), after: Python.literal(after)))
    }
    compare("features", opened.input.features, tried.input.features)
    compare("timesteps", opened.input.timesteps, tried.input.timesteps)
    for (before, after) in zip(opened.layers, tried.layers) {
      compare("\(after.name).units", before.width ?? 0, after.width ?? 0)
      guard let old = before.recurrent, let new = after.recurrent else { continue }
      compare("\(new.name).return_sequences", old.returnSequences, new.returnSequences)
      compare("\(new.name).return_state", old.returnState, new.returnState)
    }
    return changes
  }

  /// A layer as it was opened; nil where it could not be built.
  func openedLayer(_ index: Int) -> PlannedLayer? {
    openedPlan.layers.indices.contains(index) ? openedPlan.layers[index] : nil
  }

  /// A layer as it is tried; nil where it cannot be built.
  func layer(_ index: Int) -> PlannedLayer? {
    plan.layers.indices.contains(index) ? plan.layers[index] : nil
  }

  /// Whether a layer's count is another than it was.
  func hasOtherCount(_ index: Int) -> Bool {
    guard let before = openedLayer(index), let after = layer(index) else { return false }
    return before.parameters.total != after.parameters.total
  }

  /// Whether the output of a layer, −1 the input, has another shape than it had.
  func hasOtherShape(_ index: Int) -> Bool {
    if index < 0 { return opened.input.shape != tried.input.shape }
    guard let before = openedLayer(index), let after = layer(index) else { return false }
    return before.outputShape != after.outputShape || before.stateShapes != after.stateShapes
  }
}
