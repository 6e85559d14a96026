/// What the gradients of a trace are those of: a loss, or the answer itself.
package struct Objective: Sendable {
  /// ∂/∂ each number that leaves the network, or ∂/∂ the sums before its last curve.
  package struct Start: Sendable {
    package let gradient: [Float]
    package let isBeforeCurve: Bool

    package init(_ gradient: [Float], isBeforeCurve: Bool = false) {
      self.gradient = gradient
      self.isBeforeCurve = isBeforeCurve
    }
  }

  /// Whether it is a loss, for which the true answer has to be known.
  package let isLoss: Bool
  let start: @Sendable (TrainingPass) -> Start

  /// A loss of one observation, which says where its way back starts.
  package static func loss(_ start: @escaping @Sendable (TrainingPass) -> Start) -> Objective {
    Objective(isLoss: true, start: start)
  }

  /// The last number that leaves the network; of several at the end the largest.
  package static let answer = Objective(isLoss: false) { pass in
    let output = pass.output
    let end = output.values.suffix(output.shape.last ?? 1)
    var gradient = [Float](repeating: 0, count: output.values.count)
    if let place = end.indices.max(by: { end[$0] < end[$1] }) { gradient[place] = 1 }
    return Start(gradient)
  }
}
