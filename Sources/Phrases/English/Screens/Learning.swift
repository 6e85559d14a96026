import Foundation
import Learning
import Wording

/// What the learning screen says.
package enum LearningPhrases {
  package static let title = "learning"

  /// Before the chart of the loss, and before that of the accuracy.
  package static let loss = "loss"
  package static let accuracy = "right"

  /// Behind the loss: that of the newest steps, and that of examples nobody learns from.
  package static func measure(_ training: Double?, _ validation: Double?) -> [Phrase] {
    let newest = training.map { decimal(Float($0), digits: 3) } ?? "·"
    guard let validation else { return [Phrase(plain: newest)] }
    let other = decimal(Float(validation), digits: 3)
    return [
      Phrase(plain: "\(newest)   ○ new examples \(other)"), Phrase(plain: "\(newest)  ○ \(other)"),
      Phrase(plain: newest),
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
  package static func state(isRunning: Bool, isDone: Bool, hasBegun: Bool) -> String {
    if isRunning { return "▶ training" }
    if isDone { return "done" }
    return hasBegun ? "paused" : "not begun"
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

  /// Before the row of the gradients that reach each timestep.
  package static let gradient = "∂loss/∂h"

  /// The size of a gradient, with the digits that tell it from 0.
  package static func gradient(_ size: Float) -> String {
    if size == 0 || size >= 0.001 { return decimal(size, digits: 4) }
    guard size.isFinite else { return decimal(size) }
    let exponent = Int(log10(Double(size)).rounded(.down))
    return "\(decimal(Float(Double(size) / pow(10, Double(exponent))), digits: 1))e\(exponent)"
  }

  /// A number on an axis.
  package static func number(_ value: Float) -> String { decimal(value, digits: 2) }

  /// A finished epoch, in a line.
  package static func result(_ result: EpochResult) -> String {
    func words(_ measure: Measure) -> String {
      "loss \(decimal(Float(measure.loss), digits: 4))"
        + (measure.accuracy.map { ", right \(percent($0))" } ?? "")
    }
    return "Epoch \(result.epoch): \(words(result.training))"
      + (result.validation.map { "; new examples: \(words($0))" } ?? "") + "."
  }

  /// What a rule reaches that needs no network, in a line.
  package static func rule(_ score: Baseline.Score) -> String {
    "'\(score.rule.name)': loss \(decimal(Float(score.measure.loss), digits: 4))"
      + (score.measure.accuracy.map { ", right \(percent($0))" } ?? "") + "."
  }

  /// Before anything has been trained.
  package static func notBegun(_ sentence: String) -> [String] {
    [
      "space trains this network from fresh weights: \(sentence)",
      "Nothing has been learnt yet. b takes one batch, B one epoch.",
    ]
  }

  /// That the true answers are not known.
  package static let nothingToLearn =
    "Nobody knows the true answers of these observations, so there is nothing to learn from."

  /// What the newest epoch came to, beside the best of the rules.
  package static func comparison(
    accuracy: Double, rule: Baseline.Rule, baseline: Double
  ) -> String {
    let network = percent(accuracy)
    let other = percent(baseline)
    if accuracy > baseline {
      return "It answers \(network) of new examples rightly; '\(rule.name)' \(other)."
    }
    return
      "It answers \(network) of new examples rightly, no more than '\(rule.name)' with \(other)."
  }

  /// The same of a loss.
  package static func comparison(loss: Double, rule: Baseline.Rule, baseline: Double) -> String {
    let sign = loss < baseline ? "below" : "not below"
    return "The loss on new examples is \(decimal(Float(loss), digits: 3)), "
      + "\(sign) that of '\(rule.name)', \(decimal(Float(baseline), digits: 3))."
  }

  /// How far back the gradient reaches in a layer.
  package static func reach(_ layer: String, largest: Int, from: Int) -> String {
    "\(layer): the loss depends most on h[\(largest)]; before t \(from) its gradient is below a "
      + "hundredth of that."
  }

  package static func reachesAll(_ layer: String, largest: Int) -> String {
    "\(layer): the loss depends most on h[\(largest)], and its gradient reaches the first timestep."
  }

  /// How much the loss hangs on a layer at a timestep, in a line.
  package static func reach(_ layer: String, at timestep: Int, size: Float) -> String {
    "\(layer): the gradient of the loss by h[\(timestep)] has the length \(gradient(size))."
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
