import Documents
import Vocabulary

/// What a learner's answer may look like.
package enum GivenAnswer {
  /// A number as one types it: `0.368`, `71,168`, `-2.7`; nil for no number, and for one that has a
  /// comma in the place of its point.
  package static func number(_ text: String) -> Double? {
    guard pointed(text) == nil, let formula = try? Formula(parsing: text),
      case .number(let value, _) = formula
    else { return nil }
    return value
  }

  /// What was meant by a comma in the place of the point, written with one: `0.368` for `0,368`; nil
  /// where there is no such comma. Before three digits it parts thousands, unless a 0 leads.
  static func pointed(_ text: String) -> String? {
    let parts = text.filter { !$0.isWhitespace }.split(
      separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let whole = parts[0].drop { "+-−".contains($0) }
    guard whole.allSatisfy(isDigit), !parts[1].isEmpty, parts[1].allSatisfy(isDigit),
      parts[1].count != 3 || whole.allSatisfy({ $0 == "0" })
    else { return nil }
    let sign = parts[0].dropLast(whole.count)
    return "\(sign)\(whole.isEmpty ? "0" : whole).\(parts[1])"
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  /// The names of keys that are no characters.
  package static let keyNames = [
    "left", "right", "up", "down", "enter", "tab", "esc", "space", "home", "end",
  ]

  static func isKey(_ text: String) -> Bool { text.count == 1 || keyNames.contains(text) }
}

extension Question {
  /// Whether an answer is right. Of an attempt only the engine can tell.
  package func isRight(_ given: String) -> Bool {
    switch kind {
    case .choice: same(given, answer)
    case .truth(let truth): GivenAnswer.truth(given) == truth
    case .shape(let shape): shapeGiven(given) == shape
    case .number(let number, let tolerance):
      GivenAnswer.number(given).map { near($0, number, tolerance) } ?? false
    case .largest, .press: given == answer
    case .repair(_, let layer): sameLine(given, answer, layer)
    case .attempt: false
    }
  }

  /// Whether an answer is this wrong one.
  package func matches(_ wrong: WrongAnswer, _ given: String) -> Bool {
    switch kind {
    case .choice: same(given, wrong.answer)
    case .truth: GivenAnswer.truth(given) == GivenAnswer.truth(wrong.answer)
    case .shape: shapeGiven(given) == WrittenShape.read(wrong.answer)
    case .number(_, let tolerance):
      if let one = GivenAnswer.number(given), let other = GivenAnswer.number(wrong.answer) {
        near(one, other, tolerance)
      } else {
        false
      }
    case .largest, .press: given == wrong.answer
    case .repair(_, let layer): sameLine(given, wrong.answer, layer)
    case .attempt: false
    }
  }

  /// Whether an answer has a form that this question can grade; otherwise what it takes.
  package func misform(_ given: String) -> String? {
    switch kind {
    case .choice(let options):
      options.contains { same($0, given) }
        ? nil : "choose one of the \(options.count) with its number"
    case .truth: GivenAnswer.truth(given) == nil ? "answer true or false" : nil
    case .shape:
      shapeGiven(given) != nil
        ? nil : WholeNumber.refusal(of: given) ?? "answer with a shape such as (3) or (3, 5)"
    case .number:
      GivenAnswer.number(given) != nil
        ? nil
        : GivenAnswer.pointed(given).map { "write \($0) with a point" }
          ?? "answer with a number such as 0.25"
    case .largest(let parts):
      parts.contains { $0.text == given } ? nil : "choose one of the \(parts.count) with its number"
    case .press: nil
    case .repair(_, let layer):
      { () -> String? in
        do throws(KerasLine.Failure) { _ = try KerasLine(parsing: given, name: layer) } catch {
          return error.sentence
        }
        return nil
      }()
    case .attempt: "do it with the keys, then it goes on"
    }
  }

  private func same(_ one: String, _ other: String) -> Bool { one == other }

  /// A number alone is taken for a shape of one axis: brackets are not what is asked.
  private func shapeGiven(_ text: String) -> [Int]? {
    WrittenShape.read(text) ?? WholeNumber.read(text).map { [$0] }
  }

  private func near(_ one: Double, _ other: Double, _ tolerance: Double) -> Bool {
    (one - other).magnitude <= tolerance * (1 + 1e-9) + 1e-12
  }

  private func sameLine(_ one: String, _ other: String, _ layer: String) -> Bool {
    guard let one = try? KerasLine(parsing: one, name: layer),
      let other = try? KerasLine(parsing: other, name: layer)
    else { return false }
    return one == other
  }
}

extension GivenAnswer {
  /// `true`, `t`, `yes` and their opposites, in any case; nil for none of them.
  package static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "t", "yes", "y": true
    case "false", "f", "no": false
    default: nil
    }
  }
}
