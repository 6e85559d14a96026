import Insight
import Wording

/// What the reach screen says.
package enum ReachPhrases {
  package static let title = "gradient through time"

  /// The same with what the networks learn and are.
  package static func title(units: Int, rate: Double) -> String {
    "gradients · copy · \(units) units · rate \(LearningPhrases.written(rate))"
  }

  /// What is going on, for the right of the title.
  package static func place(_ stage: String, epoch: Int, of epochs: Int) -> String {
    "epoch \(epoch) of \(epochs) · \(stage)"
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
  package static let gradientOfLoss = GradientPhrases.sizes(of: "h", isLoss: true)
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
    [
      Phrase(plain: "\(percent(share)) of the largest"),
      Phrase(plain: "\(size(share)) arrives"), Phrase(plain: size(share)),
    ]
  }

  private static func size(_ share: Float) -> String {
    share >= 0.0095 ? decimal(share, digits: 2) : brief(share)
  }

  /// As many digits as tell a small share from none.
  private static func percent(_ share: Float) -> String {
    let percent = 100 * share
    let digits = percent >= 9.95 ? 0 : percent >= 0.95 ? 1 : percent >= 0.095 ? 2 : 3
    return percent < 0.0005 ? "under 0.001 %" : "\(decimal(percent, digits: digits)) %"
  }

  // MARK: - Sentences

  package static func notBegun(_ count: Int) -> Sentence {
    let number = spelled(count)
    let networks = "\(number.prefix(1).uppercased())\(number.dropFirst()) fresh networks"
    return Sentence(
      "\(networks): space trains all of them, B one epoch each. ↑↓ chooses one.",
      "\(networks): space trains them, B one epoch.")
  }

  /// One of the networks.
  package static func about(
    _ kind: String, gap: Int, arrives: Float?, factor: Float?, accuracy: Double?, chance: Double,
    epochs: Int
  ) -> Sentence {
    let name = "\(kind), gap \(gap)"
    let part = arrives.map { "\(percent($0)) of the" }
    let long = part.map { "\($0) largest gradient arrives at the marked letter" }
    let gradient = long ?? "no gradient arrives at the marked letter"
    let when = epochs == 0 ? "untrained" : "after \(counted(epochs, "epoch"))"
    guard let accuracy else { return Sentence("\(name): \(gradient).") }
    let right = "\(share(accuracy)) right"
    // What it is measured over: near the answer it is larger by what the answer reads.
    let span = "t \(gap / 2) to 0"
    let step = factor.map { ", ×\(share(Double($0))) a step from \(span)" } ?? ""
    let short = part.map { "\($0) largest arrives" } ?? "no gradient arrives"
    return Sentence(
      "\(name): \(gradient)\(step); \(right) \(when), a guess \(share(chance)).",
      "\(name): \(gradient)\(step); \(right).", "\(name): \(short)\(step); \(right).",
      "\(name): \(short)\(factor.map { ", ×\(share(Double($0))) \(span)" } ?? ""); \(right).",
      "\(name): \(right).")
  }

  /// What a step multiplies by in each kind.
  package static func factors(_ factors: [(kind: String, factor: Float)], gap: Int) -> String {
    let each = factors.map { "\(share(Double($0.factor))) in the \($0.kind)" }
    return "Gap \(gap), t 0 to \(gap / 2): a step back multiplies the gradient by "
      + "\(listed(each, "and"))."
  }

  package static let fresh =
    "Below 1 it fades, step by step. Gates can learn to stay open, f of an LSTM and z of a GRU near 1: "
    + "then a step multiplies by about 1."
  package static let underWay =
    "A row goes flat, and its factor towards 1, where a network learns to keep what it has read."
  package static let solved =
    "Each row is measured by its own largest, so that only its shape counts: flat is kept, sloping "
    + "fades."

  package static let explanation =
    "A row begins at the marked letter and ends at the answer. A full bar is the largest gradient of "
    + "its network, half a bar a hundredth of it."
}
