/// Why a text is no formula, and how many characters stand before the place.
package struct FormulaError: Error, Hashable, Sendable {
  package let problem: Problem
  package let offset: Int

  package init(_ problem: Problem, offset: Int) {
    self.problem = problem
    self.offset = offset
  }

  package enum Problem: Hashable, Sendable {
    /// Something else is expected than the text that stands there, of which `found` is the beginning.
    case expected(Expected, found: String)
    case noFunction(String, nearest: String?)
    /// `nearest` is an address without its brackets.
    case noAddress(String, nearest: String?)
    /// A number beyond what `WholeNumber` takes.
    case tooLarge(String)

    // Around a formula in a text
    case openBrace
    case openCode
    case digitsShown
  }

  package enum Expected: Hashable, Sendable {
    case fewerBrackets
    /// A number, a name or an address.
    case operand
    case operands(most: Int)
    case closingBracket
    case closingIndex
    case number
    case digits(most: Int)
    case relation
    /// An operator, or the end.
    case end
  }
}
