import Engine
import Phrases
import Screen

/// A line of a block that tells about a layer, or why it cannot be built.
struct ReportLine: Hashable {
  var text: String
  var ink: Ink = .text
  var isBold = false
  /// Whether it says what to do; advice is given whole or not at all.
  var isAdvice = false

  /// The heading and Keras's own words, set in by two columns, in lines of a width.
  static func keras(on failure: NetworkPlan.Failure, width: Int) -> [ReportLine] {
    let head = ReportLine(
      text: SharedPhrases.cannotBeBuilt(failure.layerName), ink: .error, isBold: true)
    return [head]
      + Fitted.lines(failure.error.description, width: max(1, width)).map {
        ReportLine(text: "  " + $0, ink: .error)
      }
  }
}
