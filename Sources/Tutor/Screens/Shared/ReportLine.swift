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

  /// The heading, and Keras's own words of a model of Keras's, set in by two columns, in lines of a
  /// width.
  static func heading(
    of failure: NetworkPlan.Failure, in state: Explorer, width: Int
  ) -> [ReportLine] {
    let words = state.kerasWords(on: failure.error)
    let head = ReportLine(
      text: SharedPhrases.cannotBeBuilt(failure.layerName, isKeras: words != nil), ink: .error,
      isBold: true)
    return [head]
      + Fitted.lines(words ?? "", width: max(1, width)).map {
        ReportLine(text: "  " + $0, ink: .error)
      }
  }
}

extension Explorer {
  /// Keras's words on why a layer cannot be built; nil where the model is not one of Keras's.
  func kerasWords(on error: EngineError) -> String? {
    model.framework == .keras ? error.description : nil
  }

  /// The same, or what that means where Keras has nothing to do with it.
  func words(on error: EngineError) -> String {
    kerasWords(on: error) ?? error.advice ?? error.description
  }
}
