import Lessons
import Phrases
import Testing
import Vocabulary

@Suite("LessonText")
struct LessonTextTests {
  private func kinds(_ text: String) throws -> [String] {
    try LessonText(parsing: text).pieces.map { piece in
      switch piece {
      case .plain(let text): "plain \(text)"
      case .emphasis(let text): "emphasis \(text)"
      case .code(let text): "code \(text)"
      case .value(let formula, let digits, let isSigned):
        "value \(formula) \(digits.map(String.init) ?? "-")\(isSigned ? " signed" : "")"
      }
    }
  }

  @Test(
    "stars emphasise, backticks hold code, braces hold live values",
    arguments: [
      ("", []),
      ("Nothing else.", ["plain Nothing else."]),
      ("The gate *closes*.", ["plain The gate ", "emphasis closes", "plain ."]),
      ("`LSTM(64)` is code", ["code LSTM(64)", "plain  is code"]),
      (
        "c = {lstm1.cell_state[3, 5]}!",
        ["plain c = ", "value lstm1.cell_state[3, 5] -", "plain !"]
      ),
      ("{t:.0}{t:.9}", ["value t 0", "value t 9"]),
      ("{t + 1:+.2}", ["value t + 1 2 signed"]),
      ("`a * b` and *c*", ["code a * b", "plain  and ", "emphasis c"]),
      ("`{t}`", ["code {t}"]),
    ])
  func pieces(text: String, expected: [String]) throws {
    #expect(try kinds(text) == expected)
  }

  @Test(
    "a mark that stands for itself stays: doubled braces, a star between spaces or alone",
    arguments: [
      ("a {{set}} of {{{t}}}", ["plain a {set} of {", "value t -", "plain }"]),
      ("2 * 3 is 6", ["plain 2 * 3 is 6"]),
      ("a lone *star", ["plain a lone *star"]),
      ("a } alone", ["plain a } alone"]),
      ("f·c + i·g", ["plain f·c + i·g"]),
    ])
  func themselves(text: String, expected: [String]) throws {
    #expect(try kinds(text) == expected)
  }

  @Test("its values are the formulas in it, in their order")
  func values() throws {
    let text = try LessonText(parsing: "From {t} to {timesteps - 1}, `{no}`.")
    #expect(try text.values == [Formula(parsing: "t"), Formula(parsing: "timesteps - 1")])
  }

  @Test(
    "what cannot be read says why, and where in the text",
    arguments: [
      ("It is {t", 6, "the { is never closed; write {{ for a brace that means nothing"),
      ("It is `t", 6, "the ` is never closed"),
      ("Now {}", 5, "a number, a name or an address is expected, and the text ends"),
      ("Now {1 +}", 8, "a number, a name or an address is expected, and the text ends"),
      ("Now {a.bias[1}", 11, "a closing ] is expected, and '[1' stands there"),
      (
        "Now {t:2}", 5,
        "after the : comes the number of digits to show, as in {lstm2.output[0]:.2} or, with its sign, "
          + "{lstm2.output[0]:+.2}"
      ),
      (
        "Now {t:.12}", 5,
        "after the : comes the number of digits to show, as in {lstm2.output[0]:.2} or, with its sign, "
          + "{lstm2.output[0]:+.2}"
      ),
    ])
  func faults(text: String, offset: Int, sentence: String) {
    let error = #expect(throws: FormulaError.self) { try LessonText(parsing: text) }
    #expect(error?.sentence == sentence)
    #expect(error?.offset == offset)
  }
}
