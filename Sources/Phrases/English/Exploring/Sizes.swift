import Wording

/// What other sizes of a network come to, in one sentence.
package enum SizePhrases {
  package static func changes(_ count: Int) -> String { "\(count) changes" }

  /// What was changed, and what that comes to.
  package static func news(_ change: String, _ effect: String) -> String { "\(change): \(effect)" }

  package static func unbuilt(layer: String) -> [String] {
    [
      "\(layer) can no longer be built, so there is no total.",
      "\(layer) cannot be built.",
    ]
  }

  package static let built = ["now the network can be built."]

  /// No count changes, but so many shapes.
  package static func sameCounts(shapes: Int) -> [String] {
    let also = shapes == 0 ? "" : shapes == 1 ? ", one shape does" : ", \(shapes) shapes do"
    return ["no parameter changes\(also).", "no parameter changes."]
  }

  /// The parameters of each layer that has others now, and of all of them together.
  package static func counts(
    _ layers: [(name: String, before: Int, after: Int)], of all: Int, before: Int, after: Int
  ) -> [String] {
    let counts = layers.map { "\($0.name) \(grouped($0.before)) → \(grouped($0.after))" }
    return [
      counts.joined(separator: ", ") + ".",
      "\(layers.count) of \(all) counts change; "
        + "total \(grouped(before)) → \(grouped(after)).",
    ]
  }

  /// One size is so many times as large: whether the parameters are.
  package static func multiple(
    _ factor: Int, ofFeatures isOfFeatures: Bool, before: Int, after: Int
  ) -> String {
    let times = factor == 2 ? "twice" : "\(factor) times"
    let thing = isOfFeatures ? "features" : "units"
    let exact = Float(after) / Float(max(1, before))
    let ratio = decimal(exact, digits: 1)
    if after == factor * before {
      return "\(times) the \(thing) and \(times) the parameters, \(grouped(after))."
    }
    if ratio == decimal(Float(factor), digits: 1) {
      return "\(times) the \(thing) and nearly \(times) the parameters, \(grouped(after))."
    }
    let small = exact < Float(factor) ? "only " : ""
    return "\(times) the \(thing), but \(small)\(ratio) times the parameters, \(grouped(after))."
  }
}
