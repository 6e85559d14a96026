import Documents
import Vocabulary

/// A number, right within a tolerance.
package struct NumberQuestion: QuestionKind {
  /// How far from the answer a number may be.
  package let tolerance: Double
  /// The digits of the answer behind its point.
  package let digits: Int

  package static let keys = [QuestionKey("tolerance", .number)]

  package static func read(_ draft: QuestionDraft, _ reader: inout LessonReader) -> KindReading {
    guard number(draft.answer) != nil else {
      // As a text it would never be what the engine computes.
      guard draft.isMeasured, let number = pointed(draft.answer) else { return .other }
      reader.fault(
        draft.answerPlace, .comma(found: draft.answer, meant: number))
      return .faulty
    }
    let tolerance = draft.keys["tolerance"].flatMap {
      reader.number($0, "tolerance", in: 0...1_000_000)
    }
    let digits = (try? Formula(parsing: draft.answer))?.digits
    return .kind(
      NumberQuestion(tolerance: tolerance ?? halfUnit(of: digits ?? 0), digits: digits ?? 3))
  }

  package var entry: Entry { .typed(.number) }

  package func written(_ text: String) throws(LessonFault.Problem) -> AnswerValue {
    guard let number = Self.number(text) else {
      throw .wrongForm(found: text, expected: .number)
    }
    return .number(number)
  }

  package func given(_ text: String) throws(Misform) -> AnswerValue {
    if let number = Self.number(text) ?? Self.calculated(text) { return .number(number) }
    throw Self.pointed(text).map { .comma(meant: $0) } ?? .form(.number)
  }

  /// A calculation with what it comes to.
  package func repeated(_ text: String) -> String {
    guard Self.number(text) == nil, let number = Self.calculated(text) else { return text }
    return "\(text) = \(self.text(of: .number(number)))"
  }

  /// Rounded to fewer digits than the answer has, it may be a mistake as well.
  package func ambiguity(of text: String, besides mistakes: [AnswerValue]) -> Misform? {
    guard let formula = try? Formula(parsing: text),
      case .number(let number, let written) = formula,
      written < digits
    else { return nil }
    let isBlurred = mistakes.contains { mistake in
      guard case .number(let value) = mistake else { return false }
      return (value - number).magnitude <= halfUnit(of: written) * (1 + 1e-6)
    }
    return isBlurred ? .digits(digits) : nil
  }

  package func remark(on given: AnswerValue, right: AnswerValue) -> Remark? {
    guard case .number(let given) = given, case .number(let right) = right else { return nil }
    if right != 0, isNear(-given, right) { return .sign }
    let isClose = (given - right).magnitude <= max(4 * tolerance, 0.03 * right.magnitude)
    return digits > 0 && isClose ? .near : nil
  }

  package func isSame(_ given: AnswerValue, _ written: AnswerValue) -> Bool {
    guard case .number(let one) = given, case .number(let other) = written else { return false }
    return isNear(one, other)
  }

  package func agrees(_ value: FormulaValue, _ answer: AnswerValue) -> Bool {
    guard let one = value.number, case .number(let other) = answer else { return false }
    return isNear(one, other)
  }

  package func text(of value: FormulaValue) -> String {
    value.text(digits: value.number == value.number?.rounded() ? nil : digits + 2)
  }

  /// The edges belong to the tolerance, and so does what single precision adds to a value; what is
  /// near nothing has no room for it.
  private func isNear(_ one: Double, _ written: Double) -> Bool {
    let rounding = 1e-6 * (tolerance + min(1, written.magnitude)) + 1e-12
    return (one - written).magnitude <= tolerance + rounding
  }
}

extension NumberQuestion {
  /// A number as one types it: `0.368`, `71,168`, `-2.7`; nil for no number, and for one that has a
  /// comma in the place of its point.
  static func number(_ text: String) -> Double? {
    guard pointed(text) == nil, let formula = try? Formula(parsing: text),
      case .number(let value, _) = formula
    else { return nil }
    return value
  }

  /// What a calculation with numbers comes to: `4·((10+256)·256+256)`, `0.5*tanh(0.37)`; nil for a
  /// text that is none, and where what it comes to is no number.
  static func calculated(_ text: String) -> Double? {
    guard pointed(text) == nil, let formula = try? Formula(parsing: text) else { return nil }
    return formula.arithmetic.flatMap { $0.isFinite ? $0 : nil }
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
}
