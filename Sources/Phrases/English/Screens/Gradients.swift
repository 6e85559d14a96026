import Engine
import Insight
import Wording

/// What is said of gradients on every screen.
package enum GradientPhrases {
  /// Of what they are.
  private static func subject(isLoss: Bool) -> String { isLoss ? "the loss" : "the answer" }

  /// Before a row of how large the gradient of a state is over all units, on a scale of powers of ten.
  package static func sizes(of state: Character, isLoss: Bool) -> String {
    "∂\(isLoss ? "loss" : "answer")/∂\(state), log"
  }

  /// What the gradient of a state is.
  package static func meaning(of state: Character, isLoss: Bool) -> String {
    let subject = subject(isLoss: isLoss)
    let why = isLoss ? "" : ", since the true answer is not known"
    return "∂\(state) is how much \(subject) would move with \(state)\(why)."
  }

  /// A gradient of one unit.
  package static func value(
    _ value: Float, of state: Character, unit: Int, at timestep: Int, isLoss: Bool
  ) -> String {
    "∂\(state) of unit \(unit) at t \(timestep) is \(written(value)): "
      + "with \(state) higher, \(subject(isLoss: isLoss)) would \(value < 0 ? "fall" : "rise")."
  }

  /// How far back a gradient reaches, over all units of a layer.
  package static func reaches(
    _ reach: GradientReach, of state: Character, in layer: String, isLoss: Bool
  ) -> Sentence {
    let name = "∂\(state) of \(layer)"
    guard let first = reach.first else {
      return Sentence(
        "\(name) is 0 everywhere: \(subject(isLoss: isLoss)) does not depend on it.")
    }
    let what = "\(name) is how much \(subject(isLoss: isLoss)) depends on \(state)"
    let scale = "Half a bar is a hundredth of a full one."
    guard first > 0 else {
      return Sentence(
        "\(what): more than a hundredth of its largest size reaches t 0. \(scale)",
        "\(name): more than a hundredth of its largest reaches t 0.")
    }
    return Sentence(
      "\(what): before t \(first) less than a hundredth of its largest size is left. \(scale)",
      "\(what): before t \(first) less than a hundredth is left.",
      "\(name): less than a hundredth before t \(first).")
  }

  private static func written(_ value: Float) -> String {
    guard value.isFinite, value != 0, value.magnitude < 0.1 else {
      return decimal(value, digits: 3, signed: true)
    }
    return (value < 0 ? "-" : "+") + brief(value.magnitude)
  }
}
