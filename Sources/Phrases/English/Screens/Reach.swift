import Insight
import Wording

/// What the reach screen says.
package enum ReachPhrases {
  package static let title = "gradient through time"

  /// What is going on, for the right of the title.
  package static func place(_ stage: String, epoch: Int, of epochs: Int) -> String {
    "\(stage), epoch \(epoch) of \(epochs)"
  }

  /// What the networks are, in a line.
  package static func progress(units: Int, rate: Double, secondsLeft: Double?) -> [Phrase] {
    let left = secondsLeft.map { " · \(LearningPhrases.time($0)) left" } ?? ""
    let rate = LearningPhrases.written(rate)
    let task = "copy: which letter was marked, so many letters ago?"
    return [
      Phrase(plain: "\(task) · \(units) units each · learning rate \(rate)\(left)"),
      Phrase(plain: "copy: which letter was marked? · \(units) units · rate \(rate)\(left)"),
      Phrase(plain: "\(units) units · rate \(rate)\(left)"),
    ]
  }

  /// Over the rows of gradients, and where there is little room.
  package static let gradientOfLoss = "∂loss/∂h log"
  package static let gradient = "∂h, log"

  /// Over the first column: how many timesteps it lies before the answer.
  package static func back(_ timesteps: Int) -> [Phrase] {
    [
      Phrase(plain: "\(timesteps) timesteps before the answer"),
      Phrase(plain: "\(timesteps) timesteps before"), Phrase(plain: "\(timesteps) before"),
      Phrase(plain: "\(timesteps)"),
    ]
  }

  /// Over the chart of the accuracies.
  package static func epochs(_ count: Int, chance: Double, hasLine: Bool) -> [Phrase] {
    let line = hasLine ? "╌ a guess, \(share(chance))" : "a guess: \(share(chance))"
    return [
      Phrase(plain: "epochs 1–\(count)   \(line)"), Phrase(plain: "1–\(count)  \(line)"),
      Phrase(plain: hasLine ? "╌ guess \(share(chance))" : "guess \(share(chance))"),
      Phrase(plain: "1–\(count)"),
    ]
  }

  /// A share of right answers.
  package static func share(_ share: Double) -> String { decimal(Float(share), digits: 2) }

  /// The kind of a layer in few letters.
  package static func short(_ kind: String) -> String {
    kind.hasPrefix("Simple") ? String(kind.dropFirst(6)) : kind
  }

  /// The share of the largest gradient that arrives at the first timestep.
  package static func arrives(_ share: Float) -> [Phrase] {
    [Phrase(plain: "\(size(share)) arrives"), Phrase(plain: size(share))]
  }

  private static func size(_ share: Float) -> String {
    share >= 0.0995 ? decimal(share, digits: 2) : brief(share)
  }

  // MARK: - Sentences

  package static let notBegun = Sentence(
    "Nine fresh networks: space trains all of them, B one epoch each. ↑↓ chooses one.",
    "Nine fresh networks: space trains them, B one epoch.")

  /// One of the networks.
  package static func about(
    _ kind: String, gap: Int, arrives: Float?, accuracy: Double?, chance: Double, epochs: Int
  ) -> Sentence {
    let name = "\(kind), gap \(gap)"
    let gradient =
      arrives.map { "of the largest gradient \(size($0)) arrives at the marked letter" }
      ?? "no gradient arrives at the marked letter"
    let when = epochs == 0 ? "before it learns" : "after \(counted(epochs, "epoch"))"
    guard let accuracy else { return Sentence("\(name): \(gradient).") }
    let right = "\(percent(accuracy)) right \(when)"
    return Sentence(
      "\(name): \(gradient); \(right), a guess \(percent(chance)).",
      "\(name): \(gradient); \(right).", "\(name): \(right).")
  }

  package static let explanation = [
    "A row begins at the marked letter and ends at the answer. Its full bar is the largest gradient of "
      + "its network; an eighth of a bar less is a third of the size.",
    "Each step back multiplies the gradient by the slopes and weights of that step: below 1, it fades.",
  ]

  private static func percent(_ share: Double) -> String {
    "\(decimal(Float(100 * share), digits: 1)) %"
  }
}
