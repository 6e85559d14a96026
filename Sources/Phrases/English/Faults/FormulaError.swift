import Vocabulary

extension FormulaError {
  package var sentence: String { problem.sentence }
}

extension FormulaError.Problem {
  /// What was expected and what stands there, or what to write.
  package var sentence: String {
    switch self {
    case .expected(let expected, let found):
      "\(expected.words) is expected, and "
        + (found.isEmpty ? "the text ends" : "'\(found)' stands there")
    case .noFunction(let name, let nearest):
      "there is no function '\(name)'; "
        + (nearest.map { "did you mean '\($0)'?" }
          ?? "the functions are \(Self.functions.joined(separator: ", "))")
    case .noAddress(let address, let nearest):
      "'\(address)' is not an address; "
        + (nearest.map { "did you mean '\($0)'?" }
          ?? "write one such as lstm1.forget_gate[12, 5]")
    case .tooLarge(let number): WholeNumber.sentence(tooLarge: number)
    case .openBrace: "the { is never closed; write {{ for a brace that means nothing"
    case .openCode: "the ` is never closed"
    case .digitsShown:
      "after the : comes the number of digits to show, as in {lstm2.output[0]:.2} or, with its sign, "
        + "{lstm2.output[0]:+.2}"
    }
  }

  private static var functions: [String] { Formula.Function.allCases.map(\.rawValue) }
}

extension FormulaError.Expected {
  fileprivate var words: String {
    switch self {
    case .fewerBrackets: "fewer brackets inside one another"
    case .operand: "a number, a name or an address"
    case .operands(let most): "a formula of at most \(most) numbers, names and addresses"
    case .closingBracket: "a closing bracket"
    case .closingIndex: "a closing ]"
    case .number: "a number"
    case .digits(let most): "a number with at most \(most) digits after its point"
    case .relation: "=, !=, < or >"
    case .end: "an operator or the end"
    }
  }
}

extension WholeNumber {
  /// Why a number beyond `limit` is not taken.
  static func sentence(tooLarge number: String) -> String {
    "\(number) is too large; whole numbers go up to 1,000,000,000 here"
  }
}
