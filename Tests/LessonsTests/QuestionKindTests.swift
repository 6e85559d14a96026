import Documents
import ModelFiles
import Phrases
import Testing
import Vocabulary

@testable import Lessons

@Suite("QuestionKind")
struct QuestionKindTests {
  private static let shapeForm = "answer with a shape such as (3), (3, 5) or (None, 5)"
  private static let numberForm =
    "answer with a number such as 0.25, or a calculation such as 4 * (3 + 1)"

  @Test(
    "a shape is brackets around whole numbers, with the batch before it or a comma behind it",
    arguments: [
      ("(64)", [64]), ("(64,)", [64]), ("( 50 , 128 )", [50, 128]), ("(None, 64)", [64]),
      ("(batch, 50, 128)", [50, 128]), ("(0)", [0]),
      ("64", nil), ("(64", nil), ("()", nil), ("(None)", nil), ("(50, x)", nil), ("(-1)", nil),
      ("(50.5)", nil), ("", nil), ("(99999999999999999999)", nil),
    ] as [(String, [Int]?)])
  func shapes(text: String, shape: [Int]?) {
    #expect(WrittenShape.read(text) == shape)
  }

  @Test(
    "a number is written as one types it",
    arguments: [
      ("0.368", 0.368), ("71,168", 71_168), ("-2.7", -2.7), ("+.5", 0.5), (" 3 ", 3), ("1e3", 1000),
      ("", nil), ("three", nil), ("1 + 1", nil), ("(64)", nil), ("0,5", nil), ("1/2", nil),
      ("0,368", nil), ("-0,368", nil), (",368", nil), ("1,234", 1234), ("1,234.5", 1234.5),
      ("1,234,567", 1_234_567),
    ] as [(String, Double?)])
  func numbers(text: String, number: Double?) {
    #expect(NumberQuestion.number(text) == number)
  }

  @Test(
    "true and false may be shortened and written large",
    arguments: [
      ("true", true), ("True", true), ("T", true), ("yes", true), ("y", true),
      ("false", false), ("F", false), ("No", false), ("n", nil), ("1", nil), ("", nil),
    ] as [(String, Bool?)])
  func truths(text: String, truth: Bool?) {
    #expect(TruthQuestion.truth(text) == truth)
  }

  @Test("a key is one character or has a name")
  func keys() {
    for key in PressQuestion.keyNames + ["r", "]", "é", " "] { #expect(PressQuestion.isKey(key)) }
    for text in ["", "shift", "rr", "Left"] { #expect(!PressQuestion.isKey(text)) }
  }

  // MARK: - Grading

  private func question(
    _ kind: any QuestionKind, _ answer: String, _ wrong: [String] = []
  ) throws -> Question {
    let text = try LessonText(parsing: "Why?")
    var question = Question(
      place: Place("a.yaml"), prompt: text, kind: kind, answer: answer,
      answerPlace: Place("a.yaml"),
      wrong: wrong.map { WrongAnswer(place: Place("a.yaml"), answer: $0, sentence: text) })
    question.readAnswers { _, problem in Issue.record("\(problem)") }
    return question
  }

  @Test("a shape is right however its brackets and batch are written")
  func gradesShapes() throws {
    let question = try question(ShapeQuestion(), "(64)", ["(50, 64)"])
    for given in ["(64)", "64", "(64,)", "64,", "(None, 64)", "None, 64", "(none,64)", " 64 "] {
      #expect(question.isRight(given), "\(given)")
      #expect(question.misform(given) == nil)
    }
    for given in ["(50, 64)", "(50,64)", "(None, 50, 64)", "50,64", "50, 64", "None, 50, 64"] {
      #expect(!question.isRight(given))
      #expect(question.matches(0, given), "\(given)")
    }
    #expect(!question.matches(0, "(50)"))
    #expect(question.misform("sixty-four") == Self.shapeForm)
    #expect(question.misform("6.4") == Self.shapeForm)
    for given in ["(9223372036854775807)", "9223372036854775807", "(3, 99999999999999999999)"] {
      #expect(
        question.misform(given)?.hasSuffix("whole numbers go up to 1,000,000,000 here") == true)
    }
  }

  @Test("a number is right within its tolerance, the edges included")
  func gradesNumbers() throws {
    let question = try question(NumberQuestion(tolerance: 0.02, digits: 2), "0.37", ["0.63"])
    for given in ["0.37", ".37", "0.35", "0.39", "0.3899"] { #expect(question.isRight(given)) }
    for given in ["0.349", "0.391", "-0.37", "37"] { #expect(!question.isRight(given)) }
    #expect(question.matches(0, "0.62"))
    #expect(!question.matches(0, "0.6"))
    #expect(question.misform("a lot") == Self.numberForm)
    #expect(!question.isRight("a lot"))
  }

  @Test(
    "a calculation is worked out, with its signs as one writes them",
    arguments: [
      "4*((10+256)*256+256)", "4·((10+256)·256+256)", "4 × (266 × 256 + 256)", "(273408)",
      "546816/2", "273,408",
    ])
  func calculations(given: String) throws {
    let question = try question(NumberQuestion(tolerance: 0.5, digits: 0), "273,408")
    #expect(question.isRight(given))
  }

  @Test("a calculation is repeated with what it comes to, and takes the functions of a unit")
  func calculationsRepeated() throws {
    let kind = NumberQuestion(tolerance: 0.001, digits: 3)
    #expect(kind.repeated("2*(3+4)") == "2*(3+4) = 14")
    #expect(kind.repeated("0.5") == "0.5")
    let question = try question(kind, "0.059")
    #expect(question.isRight("0.16762*tanh(0.368)"))
    for given in ["tanh(1", "1/0", "lstm1.units", "4*(1, 2)", "max(1, 2)"] {
      #expect(question.misform(given) == Self.numberForm, "\(given)")
    }
  }

  @Test("a number with fewer digits than were asked for is not taken where it may be a mistake")
  func digits() throws {
    let question = try question(
      NumberQuestion(tolerance: 0.001, digits: 3), "0.059", ["0.368", "0.062"])
    #expect(
      question.misform("0.06") == "give 3 digits after the point: with fewer it may be a mistake")
    for given in ["0.059", "0.060", "0.0592", "0.058"] { #expect(question.isRight(given)) }
    #expect(question.matches(1, "0.062"))
    let alone = try self.question(NumberQuestion(tolerance: 0.001, digits: 3), "0.059", ["0.368"])
    #expect(alone.isRight("0.06"))
  }

  @Test("of a wrong answer that nobody foresaw it is said what is right about it")
  func remarks() throws {
    let shape = try question(ShapeQuestion(), "(1000, 50, 10)")
    #expect(shape.remark(on: "(1000, 10, 50)") == .order)
    #expect(shape.remark(on: "(50, 10)") == .axes(given: 2, right: 3))
    #expect(shape.remark(on: "(1000, 50, 11)") == nil)
    let number = try question(NumberQuestion(tolerance: 0.001, digits: 3), "0.368")
    #expect(number.remark(on: "-0.368") == .sign)
    #expect(number.remark(on: "0.366") == .near)
    #expect(number.remark(on: "0.2") == nil)
    let count = try question(NumberQuestion(tolerance: 0.5, digits: 0), "556")
    #expect(count.remark(on: "555") == nil)
  }

  @Test(
    "a comma for the point is told to be one, unless it parts thousands",
    arguments: [
      ("0,368", "0.368"), ("-0,37", "-0.37"), ("1,5", "1.5"), ("12,3456", "12.3456"),
      (",368", "0.368"), (" 0 , 4 ", "0.4"),
    ])
  func commas(given: String, meant: String) throws {
    let question = try question(NumberQuestion(tolerance: 0.001, digits: 3), "0.368", ["368"])
    #expect(question.misform(given) == "write \(meant) with a point")
    #expect(!question.isRight(given) && !question.matches(0, given))
  }

  @Test("a comma between thousands is taken, and any other makes no number")
  func thousands() throws {
    let question = try question(NumberQuestion(tolerance: 0.5, digits: 0), "71,168")
    for given in ["71,168", "71168", "71,168.0"] {
      #expect(question.misform(given) == nil && question.isRight(given), "\(given)")
    }
    for given in ["1,", "1,2,3", "a,5", "1.5,5"] {
      #expect(question.misform(given) == Self.numberForm, "\(given)")
    }
  }

  @Test("true or false is graded in every spelling")
  func gradesTruths() throws {
    let question = try question(TruthQuestion(), "false", ["true"])
    for given in ["false", "F", "no"] { #expect(question.isRight(given)) }
    for given in ["true", "YES"] {
      #expect(!question.isRight(given))
      #expect(question.matches(0, given))
    }
    #expect(question.misform("perhaps") == "answer true or false")
    #expect(!question.matches(0, "perhaps"))
  }

  @Test("a choice and the largest are taken by their text, and another text is refused")
  func gradesChoices() throws {
    let choice = try question(
      ChoiceQuestion(options: ["one", "two", "three"]), "two", ["one", "three"])
    #expect(choice.isRight("two"))
    #expect(!choice.isRight("one"))
    #expect(choice.matches(1, "three"))
    #expect(choice.misform("two") == nil)
    #expect(choice.misform("four") == "choose one of the 3 with its number")
    let parts = [
      (text: "t", formula: try Formula(parsing: "t")),
      (text: "t + 1", formula: try Formula(parsing: "t + 1")),
    ]
    let largest = try question(LargestQuestion(compared: parts), "t + 1", ["t"])
    #expect(largest.options == ["t", "t + 1"])
    #expect(largest.isRight("t + 1"))
    #expect(largest.matches(0, "t"))
    #expect(largest.misform("t+1") == "choose one of the 2 with its number")
  }

  @Test("a key is graded by its name, and any other key is an answer")
  func gradesKeys() throws {
    let question = try question(PressQuestion(), "r", ["c"])
    #expect(question.isRight("r"))
    #expect(!question.isRight("R"))
    #expect(question.matches(0, "c"))
    #expect(question.misform("left") == nil)
  }

  @Test("a mended line is graded by the layer that it makes")
  func gradesLines() throws {
    let question = try question(
      RepairQuestion(line: "model.add(LSTM(128))", layer: "lstm1"),
      "model.add(LSTM(128, return_sequences=True))", ["model.add(LSTM(64))"])
    #expect(question.isRight("x = LSTM(return_sequences=True, units=128)(x)"))
    #expect(!question.isRight("model.add(LSTM(128))"))
    #expect(question.matches(0, "LSTM(64, use_bias=True)"))
    #expect(!question.matches(0, "model.add(LSTM(128))"))
    #expect(
      question.misform("model.add(LSTM(128, return_sequences=true))")
        == "return_sequences is True or False, with a capital; found 'true'")
    #expect(!question.isRight("nonsense"))
  }

  @Test("what is done by hand is not answered in words")
  func gradesNoAttempts() throws {
    let question = try question(AttemptQuestion(until: [], solution: []), "go 3")
    #expect(!question.isRight("go 3"))
    #expect(question.misform("go 3") == "do it with the keys; then the lesson goes on")
  }
}

extension Question {
  /// Whether an answer is graded as right.
  fileprivate func isRight(_ given: String) -> Bool { (try? grade(given)) == .right }

  /// Whether an answer is graded as the wrong one at a place.
  fileprivate func matches(_ place: Int, _ given: String) -> Bool {
    (try? grade(given)) == .wrong(place)
  }

  /// What is said of an answer that has no form to grade.
  fileprivate func misform(_ given: String) -> String? {
    do throws(Misform) { _ = try grade(given) } catch { return error.sentence }
    return nil
  }
}
