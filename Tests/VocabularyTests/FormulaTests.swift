import Phrases
import Testing
import Vocabulary

@Suite("Formula")
struct FormulaTests {
  private func number(_ value: Double, _ digits: Int = 0) -> Formula {
    .number(value, digits: digits)
  }

  @Test(
    "a number keeps how many digits were written behind its point",
    arguments: [
      ("0.368", 0.368, 3), ("0.50", 0.5, 2), ("64", 64, 0), ("64.", 64, 0), (".5", 0.5, 1),
      ("-2.7", -2.7, 1), ("−2.7", -2.7, 1), ("+2.7", 2.7, 1), ("--3", 3, 0), ("71,168", 71_168, 0),
      ("1,234,567.5", 1_234_567.5, 1), ("1e3", 1000, 0), ("2.5e-3", 0.0025, 4),
      ("2.25e1", 22.5, 1), ("  7  ", 7, 0),
    ])
  func numbers(text: String, value: Double, digits: Int) throws {
    #expect(try Formula(parsing: text) == number(value, digits))
    #expect(try Formula(parsing: text).digits == digits)
  }

  @Test("products bind tighter than sums, both from left to right, and brackets before them")
  func precedence() throws {
    let (one, two, three) = (number(1), number(2), number(3))
    #expect(
      try Formula(parsing: "1 + 2 * 3")
        == .combined(one, .plus, .combined(two, .times, three)))
    #expect(
      try Formula(parsing: "1 - 2 - 3")
        == .combined(.combined(one, .minus, two), .minus, three))
    #expect(
      try Formula(parsing: "1 / 2 · 3")
        == .combined(.combined(one, .over, two), .times, three))
    #expect(
      try Formula(parsing: "(1 + 2) × 3")
        == .combined(.tuple([.combined(one, .plus, two)]), .times, three))
    #expect(try Formula(parsing: "-t − 1") == .combined(.negative(.name("t")), .minus, one))
  }

  @Test("names, addresses and functions are told apart")
  func names() throws {
    #expect(try Formula(parsing: "timesteps") == .name("timesteps"))
    #expect(try Formula(parsing: "lstm1.units") == .name("lstm1.units"))
    #expect(try Formula(parsing: "max") == .name("max"))
    #expect(
      try Formula(parsing: "lstm1.forget_gate[12, 5]")
        == .quantity(Quantity(layer: "lstm1", .forgetGate, [12, 5])))
    #expect(try Formula(parsing: "x[15, 3]") == .quantity(.x(15, 3)))
    #expect(
      try Formula(parsing: "lstm1.output.shape") == .quantity(Quantity(layer: "lstm1", .shape)))
    #expect(
      try Formula(parsing: "max(lstm1.hidden_state[15, *], 0)")
        == .call(
          .max, [.quantity(Quantity(layer: "lstm1", .hiddenState, [15, nil])), number(0)]))
    for function in Formula.Function.allCases {
      #expect(
        try Formula(parsing: "\(function.rawValue) (t)") == .call(function, [.name("t")]))
    }
  }

  @Test("brackets are a shape, also of one axis, with a comma at the end and without spaces")
  func tuples() throws {
    #expect(try Formula(parsing: "(64)") == .tuple([number(64)]))
    #expect(try Formula(parsing: "(64,)") == .tuple([number(64)]))
    #expect(try Formula(parsing: "(50, 128)") == .tuple([number(50), number(128)]))
    #expect(try Formula(parsing: "(50,128)") == .tuple([number(50), number(128)]))
    #expect(
      try Formula(parsing: "(timesteps, lstm1.units)")
        == .tuple([.name("timesteps"), .name("lstm1.units")]))
  }

  @Test("the addresses of a formula are all that stand in it, in their order")
  func quantities() throws {
    let formula = try Formula(
      parsing: "-a.bias[1] + max(b.cell_state, 2 * (c.output[0], x[1, 2])) - t")
    #expect(
      formula.quantities.map(\.description) == [
        "a.bias[1]", "b.cell_state", "c.output[0]", "x[1, 2]",
      ])
  }

  @Test(
    "a formula prints as a text that is read as the same one",
    arguments: [
      "0.368", "0.50", "64", "-2.7", "71168.0", "0.0025", "t", "-t - 1", "1 - 2 - 3 * 4 / 5",
      "(1 + 2) * -3", "(64)", "(timesteps, lstm1.units)", "max(lstm1.hidden_state[15, *], 0)",
      "lstm2.forget_gate[15, 29] * lstm2.cell_state[14, 29]",
      "sigmoid(x[1, 2]) + lstm1.output.shape",
    ])
  func description(text: String) throws {
    let formula = try Formula(parsing: text)
    #expect("\(formula)" == text)
    #expect(try Formula(parsing: "\(formula)") == formula)
  }

  @Test(
    "a comparison has a relation, written in several ways",
    arguments: [
      ("t = 15", Condition.Relation.equal), ("t == 15", .equal), ("t != 15", .unequal),
      ("t ≠ 15", .unequal), ("t < 15", .below), ("t>15", .above),
    ])
  func relations(text: String, relation: Condition.Relation) throws {
    let condition = try Condition(parsing: text)
    #expect(condition.left == .name("t"))
    #expect(condition.relation == relation)
    #expect(condition.right == number(15))
    #expect(condition.tolerance == nil)
    #expect(condition.text == text)
  }

  @Test("how far equal numbers may lie apart stands behind +- or ±")
  func tolerance() throws {
    #expect(try Condition(parsing: "t = 0.37 +- 0.02").tolerance == 0.02)
    #expect(try Condition(parsing: "t = 0.37±0.02").tolerance == 0.02)
    #expect(try Condition(parsing: "t = 3 + 4 +- 1").tolerance == 1)
    #expect(try Condition(parsing: "t = 3 + -4").tolerance == nil)
  }

  @Test("forty brackets inside one another are too many, and no stack ends")
  func depth() throws {
    let text = String(repeating: "(", count: 100_000)
    let error = #expect(throws: FormulaError.self) { try Formula(parsing: text) }
    #expect(error?.offset == 39)
    #expect(
      error?.sentence
        == "fewer brackets inside one another is expected, and '((((((((((((' stands there")
  }

  @Test("two hundred parts are a formula, more are not, and no stack ends")
  func parts() throws {
    let sum = [String](repeating: "1", count: 200).joined(separator: "+")
    #expect(throws: Never.self) { try Formula(parsing: sum) }
    for long in [sum + "+1", sum + "*1", "(\(sum))", "max(\(sum))", "-(\(sum))"] {
      #expect(throws: FormulaError.self) { try Formula(parsing: long + "+1") }
    }
    let error = #expect(throws: FormulaError.self) {
      try Formula(parsing: [String](repeating: "1", count: 50_000).joined(separator: "+"))
    }
    #expect(error?.offset == 400)
    #expect(
      error?.sentence
        == "a formula of at most 200 numbers, names and addresses is expected, and '1+1+1+1+1+1+' "
        + "stands there")
  }

  @Test(
    "a number has at most twenty digits after its point, by its exponent as well",
    arguments: [
      "1e-9223372036854775808", "1e-99999999999", "1e-99999999999999999999", "1e-21",
      "0.000000000000000000001", "1.5e-20",
    ])
  func digits(text: String) throws {
    let error = #expect(throws: FormulaError.self) { try Formula(parsing: text) }
    #expect(error?.offset == 0)
    #expect(
      error?.sentence.hasPrefix(
        "a number with at most 20 digits after its point is expected, and '") == true)
    #expect(throws: FormulaError.self) { try Condition(parsing: "t = 1 +- \(text)") }
  }

  @Test("an exponent that no number holds is refused, and one that does is read")
  func exponents() throws {
    for text in ["1e400", "1e9223372036854775807", "1e+99999999999999999999"] {
      let error = #expect(throws: FormulaError.self) { try Formula(parsing: text) }
      #expect(error?.sentence.hasPrefix("a number is expected, and '1e") == true)
    }
    #expect(try Formula(parsing: "1e-16") == .number(1e-16, digits: 16))
    #expect(try Formula(parsing: "1e-20").digits == 20)
    #expect(try Formula(parsing: "1e300") == .number(1e300, digits: 0))
    #expect(try Formula(parsing: "1.25e2") == .number(125, digits: 0))
  }

  @Test(
    "what is no formula says what was expected, and where",
    arguments: [
      ("", 0, "a number, a name or an address is expected, and the text ends"),
      ("   ", 3, "a number, a name or an address is expected, and the text ends"),
      ("1 +", 3, "a number, a name or an address is expected, and the text ends"),
      ("2 * / 3", 4, "a number, a name or an address is expected, and '/ 3' stands there"),
      ("$", 0, "a number, a name or an address is expected, and '$' stands there"),
      ("1 2", 2, "an operator or the end is expected, and '2' stands there"),
      ("1 = 2", 2, "an operator or the end is expected, and '= 2' stands there"),
      ("1)", 1, "an operator or the end is expected, and ')' stands there"),
      ("1,2345", 1, "an operator or the end is expected, and ',2345' stands there"),
      ("0.5,123", 3, "an operator or the end is expected, and ',123' stands there"),
      ("(1, 2", 5, "a closing bracket is expected, and the text ends"),
      ("max(1, 2", 8, "a closing bracket is expected, and the text ends"),
      ("max()", 4, "a number, a name or an address is expected, and ')' stands there"),
      ("3 * .", 4, "a number is expected, and '.' stands there"),
      ("1e999", 0, "a number is expected, and '1e999' stands there"),
      ("1 + a.bias[3", 10, "a closing ] is expected, and '[3' stands there"),
      (
        "1 + sigmod(2)", 4, "there is no function 'sigmod'; did you mean 'sigmoid'?"
      ),
      (
        "sqrt(2)", 0,
        "there is no function 'sqrt'; the functions are sigmoid, tanh, exp, abs, max, min, sum, "
          + "mean, negatives"
      ),
      (
        "2 * lstm1.forgt_gate[12, 5]", 4,
        "'lstm1.forgt_gate[12, 5]' is not an address; did you mean 'lstm1.forget_gate'?"
      ),
      (
        "lstm1.forget_gate[a]", 0,
        "'lstm1.forget_gate[a]' is not an address; write one such as lstm1.forget_gate[12, 5]"
      ),
      (
        "2 * x[9223372036854775807, 0]", 4,
        "9223372036854775807 is too large; whole numbers go up to 1,000,000,000 here"
      ),
      ("t[3]", 0, "'t[3]' is not an address; write one such as lstm1.forget_gate[12, 5]"),
    ])
  func faults(text: String, offset: Int, sentence: String) {
    let error = #expect(throws: FormulaError.self) { try Formula(parsing: text) }
    #expect(error?.sentence == sentence)
    #expect(error?.offset == offset)
  }

  @Test(
    "what is no comparison says what was expected, and where",
    arguments: [
      ("t", 1, "=, !=, < or > is expected, and the text ends"),
      ("t 4", 2, "=, !=, < or > is expected, and '4' stands there"),
      ("t >= 4", 2, "=, !=, < or > is expected, and '>= 4' stands there"),
      ("t <= 4", 2, "=, !=, < or > is expected, and '<= 4' stands there"),
      ("t =", 3, "a number, a name or an address is expected, and the text ends"),
      ("t = 4 = 5", 6, "an operator or the end is expected, and '= 5' stands there"),
      ("t = 4 +- x", 9, "a number is expected, and 'x' stands there"),
      ("t = 4 +- 1 2", 11, "an operator or the end is expected, and '2' stands there"),
    ])
  func conditionFaults(text: String, offset: Int, sentence: String) {
    let error = #expect(throws: FormulaError.self) { try Condition(parsing: text) }
    #expect(error?.sentence == sentence)
    #expect(error?.offset == offset)
  }
}
