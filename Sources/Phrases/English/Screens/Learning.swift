import Insight
import Learning
import Wording

/// What the learning screen says.
package enum LearningPhrases {
  package static let title = "learning"

  /// Before the chart of the loss, and before that of the accuracy.
  package static let loss = "loss"
  package static let accuracy = "right"

  /// Behind the loss: that of the newest steps, and that of examples nobody learns from, after an earlier
  /// epoch where one is named.
  package static func measure(
    _ training: Double?, _ validation: Double?, ofEpoch epoch: Int?
  ) -> [Phrase] {
    let newest = training.map { decimal(Float($0), digits: 3) } ?? "·"
    guard let validation else { return [Phrase(plain: newest)] }
    let other = decimal(Float(validation), digits: 3)
    let which = epoch.map { "epoch \($0)" } ?? "new examples"
    return [
      Phrase(plain: "training examples \(newest)   ○ \(which) \(other)"),
      Phrase(plain: "\(newest)   ○ \(which) \(other)"), Phrase(plain: "\(newest)  ○ \(other)"),
      Phrase(plain: newest),
    ]
  }

  /// Behind the letter of a state: whose it is.
  package static func state(of layer: String, unit: Int) -> [Phrase] {
    [
      Phrase(plain: "\(layer) · unit \(unit)"), Phrase(plain: "\(layer) unit \(unit)"),
      Phrase(plain: "\(layer) u\(unit)"), Phrase(plain: layer),
    ]
  }

  /// A rule that needs no network, and how well it does.
  package static func baseline(_ rule: Baseline.Rule, _ value: Float) -> [Phrase] {
    let number = decimal(value, digits: 3)
    return [Phrase(plain: "\(rule.name) \(number)"), Phrase(plain: number)]
  }

  /// Under the charts: the numbers of the epochs.
  package static let epochs = "epoch"

  /// What is going on, for the right of the title.
  package static func state(_ stage: TrainingStage) -> String {
    switch stage {
    case .notBegun: "not begun"
    case .running: "▶ training"
    case .paused: "paused"
    case .stopped: "stopped"
    case .done: "done"
    }
  }

  /// What space does in the footer while it trains, and while an earlier epoch is shown.
  package static let stop = "stop"
  package static let newest = "newest"

  /// In the title while an earlier epoch is shown.
  package static func goneBack(isTraining: Bool) -> String {
    "earlier epoch" + (isTraining ? ", \(state(.running))" : "")
  }

  /// How far it has come while an earlier epoch is shown, and how one comes back, in a line.
  package static func progress(
    shown: Int, epoch: Int, of epochs: Int, batch: Int, of batches: Int, stage: TrainingStage
  ) -> [Phrase] {
    let place = "trained: epoch \(epoch) of \(epochs)"
    let batch = batch == batches ? "" : ", batch \(batch) of \(batches)"
    let (doing, shown) = (", \(state(stage))", "shown: epoch \(shown)")
    return [
      Phrase(plain: "\(shown) · \(place)\(batch)\(doing) · > a later one, space the newest"),
      Phrase(plain: "\(shown) · \(place)\(doing) · > later, space newest"),
      Phrase(plain: "\(shown) · \(place)"), Phrase(plain: shown),
    ]
  }

  /// How far it has come, in a line.
  package static func progress(
    epoch: Int, of epochs: Int, batch: Int, of batches: Int, rate: Double, secondsLeft: Double?
  ) -> [Phrase] {
    let place = "epoch \(epoch) of \(epochs), batch \(batch) of \(batches)"
    let left = secondsLeft.map { " · \(time($0)) left" } ?? ""
    return [
      Phrase(plain: "\(place) · learning rate \(written(rate))\(left)"),
      Phrase(plain: "\(place) · rate \(written(rate))"), Phrase(plain: place),
    ]
  }

  /// A number on an axis, in at most five characters.
  package static func number(_ value: Float) -> String {
    let decimals = [2, 1, 0].map { decimal(value, digits: $0) }
    return (value >= 0.095 ? decimals.first { $0.count <= 5 } : nil) ?? brief(value)
  }

  /// What a rule knows, in a line.
  package static func meaning(of rule: Baseline.Rule) -> String {
    let sentence = rule.sentence
    return "'\(rule.name)': \(sentence.prefix(1).lowercased())\(sentence.dropFirst())"
  }

  /// The answer to the open observation beside the true one, where that is a number.
  package static func truth(_ name: String, _ answer: Float, truth: Float) -> String {
    "\(name.prefix(1).uppercased())\(name.dropFirst()): the network answers \(decimal(answer)). "
      + "The truth: \(decimal(truth))."
  }

  /// A finished epoch, in a line.
  package static func result(_ result: EpochResult) -> String {
    func words(_ measure: Measure) -> String {
      "loss \(decimal(Float(measure.loss), digits: 4))"
        + (measure.accuracy.map { ", right \(percent($0))" } ?? "")
    }
    return "Epoch \(result.epoch): \(words(result.training))"
      + (result.validation.map { "; new examples: \(words($0))" } ?? "") + "."
  }

  /// What the fresh network comes to, in a line.
  package static func fresh(_ measure: Measure) -> String {
    "Epoch 0, before it learns: new examples: loss \(decimal(Float(measure.loss), digits: 4))"
      + (measure.accuracy.map { ", right \(percent($0))" } ?? "") + "."
  }

  /// What a rule reaches that needs no network, in a line.
  package static func rule(_ score: Baseline.Score) -> String {
    "'\(score.rule.name)': loss \(decimal(Float(score.measure.loss), digits: 4))"
      + (score.measure.accuracy.map { ", right \(percent($0))" } ?? "") + "."
  }

  /// Before anything has been trained.
  package static func notBegun(_ sentence: String, isTrained: Bool) -> [String] {
    let rows = "The rows above show the trained network that is open, the charts a fresh one."
    return [
      "Training begins with fresh weights: space trains, b one batch, B one epoch."
    ] + (isTrained ? [rows] : []) + [sentence]
  }

  /// That the true answers are not known, and what to do.
  package static let nothingToLearn = [
    "Nobody knows the true answers here, so there is nothing to learn from.",
    "--target NAME makes a column of a .csv the true answers; 'model adding' opens a task to train.",
  ]

  /// Why training cannot go on, and what can be done about it.
  package static func stopped(_ problem: TrainingProblem) -> String {
    "Training stopped: \(problem.sentence). 0 begins again with fresh weights."
  }

  /// What an epoch came to, beside the best of the rules.
  package static func comparison(
    epoch: Int, accuracy: Double, rule: Baseline.Rule, baseline: Double
  ) -> Sentence {
    let network = percent(accuracy)
    let other = percent(baseline)
    let comparison =
      accuracy > baseline
      ? "better than" : accuracy < baseline ? "worse than" : "no better than"
    return Sentence(
      "After epoch \(epoch) it gets \(network) of new examples right, "
        + "\(comparison) '\(rule.name)' with \(other).",
      "After epoch \(epoch) it gets \(network) of new examples right, '\(rule.name)' \(other).",
      "After epoch \(epoch) it gets \(network) right, '\(rule.name)' \(other).")
  }

  /// The same of a loss.
  package static func comparison(
    epoch: Int, loss: Double, rule: Baseline.Rule, baseline: Double
  ) -> Sentence {
    let sign = loss < baseline ? "below" : "not below"
    let (network, other) = (decimal(Float(loss), digits: 3), decimal(Float(baseline), digits: 3))
    return Sentence(
      "After epoch \(epoch) the loss on new examples is \(network), "
        + "\(sign) that of '\(rule.name)', \(other).",
      "After epoch \(epoch) the loss on new examples is \(network), '\(rule.name)' \(other).",
      "After epoch \(epoch) the loss is \(network), '\(rule.name)' \(other).")
  }

  /// How much the loss depends on a layer at a timestep, in a line.
  package static func reach(_ layer: String, at timestep: Int, size: Phrase) -> String {
    "\(layer): the gradient of the loss by h[\(timestep)] has the length \(size.text)."
  }

  package static func rate(_ rate: Double) -> String { "learning rate \(written(rate))" }

  /// A learning rate with the digits it needs.
  package static func written(_ rate: Double) -> String {
    rate >= 0.0001 ? trimmed(decimal(Float(rate), digits: 6)) : "\(rate)"
  }

  private static func trimmed(_ text: String) -> String {
    var text = text
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private static func percent(_ share: Double) -> String {
    "\(decimal(Float(100 * share), digits: 1)) %"
  }

  /// Seconds and minutes.
  package static func time(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }
}
