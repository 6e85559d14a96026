import Documents
import LessonCheck
import Lessons
import ModelFiles
import Phrases
import Testing

@testable import LessonPlayer
@testable import Tutor

/// What the engine and the screens say of a lesson that reads well.
@Suite("Broken lessons, checked")
struct BrokenLessonCheckTests {
  private func faults(_ text: String, model: String = "latch") throws -> [LessonFault] {
    LessonCheck.faults(
      of: try LessonReader.read(text, "a.yaml"), on: try Models.load(shipped: model), text: text)
  }

  @Test(
    "each is refused with its place and one sentence",
    arguments: BrokenLesson.numbers + BrokenLesson.steps)
  func refused(lesson: BrokenLesson) throws {
    #expect(try faults(lesson.text).map(\.description) == [lesson.description("a.yaml")])
  }

  @Test("a part that is on no screen is refused once, wherever it is named")
  func parts() throws {
    for (key, size) in [("point: nowhere", "80×24"), ("hide: nowhere", "200×60")] {
      let found = try faults(
        """
        title: T
        steps:
          - ask: Where?
            answer: here
            wrong:
              there: No.
            hint: Look.
            \(key)
            of: t = 0
        """)
      #expect(found.count == 1)
      let sentence = try #require(found.first).description
      let column = key.count - 2
      #expect(
        sentence.hasPrefix(
          "a.yaml:8:\(column): 'nowhere' is not on the screen at \(size); there are "),
        "\(sentence)")
    }
  }

  @Test("an observation that the data do not have is refused where it is named")
  func observation() throws {
    let found = try faults(
      "title: T\nobservation: 99999\nsteps:\n  - say: Look.\n", model: "weather")
    #expect(found.map(\.place) == [Place("a.yaml", line: 2, column: 14)])
    #expect(found.first?.report.hasSuffix("\n  observation: 99999\n               ^") == true)
  }

  @Test("all faults of a lesson come at once, each with its line and a caret under the column")
  func several() throws {
    let text = """
      title: T
      observation: 1
      steps:
        - say: Look.
          do:
            - select lstm9
          check:
            - t = 3
        - ask: How much?
          of: lstm2.cell_state[15, 58]
          answer: 0.5
      """
    #expect(
      LessonFaults(try faults(text)).description == """
        a.yaml:6:9: 'select lstm9' is refused: no layer is called 'lstm9'; did you mean 'lstm1'?
                - select lstm9
                  ^
        a.yaml:8:9: 't = 3' does not hold: the left side is 0, the right side 3
                - t = 3
                  ^
        a.yaml:11:13: the answer is written as 0.5, and the engine computes 0.429
              answer: 0.5
                      ^
        """)
  }

  @Test("a model that is not there is refused where the lesson names it")
  func model() throws {
    let text = "title: T\nmodel: lacth\nsteps:\n  - say: Look.\n"
    let lesson = try LessonReader.read(text, "a.yaml")
    let error = try #require(throws: FileError.self) { try Models.library.load("lacth") }
    #expect(
      LessonFault(error, loadingModelOf: lesson, in: text).report == """
        a.yaml:2:8: there is no model 'lacth'; did you mean 'latch'?
          model: lacth
                 ^
        """)
    // What is wrong inside the model's own file stands there.
    let inside = FileError(Place("latch/model.yaml", line: 3, column: 1), .notText)
    #expect(
      LessonFault(inside, loadingModelOf: lesson, in: text).report
        == "latch/model.yaml:3:1: it is not UTF-8 text")
  }

  @Test("a lesson with one of everything that is right has no fault")
  func sound() throws {
    let found = try faults(
      """
      title: T
      observation: 1
      steps:
        - say: At t {t} c is {lstm2.cell_state[15, 58]:.2}.
          do:
            - select lstm2
            - unit 58
            - play to 15 in 2s
          point: lstm2.cell_state
          check:
            - lstm2.cell_state[15, 58] = 0.429
            - lstm2.output.shape = (64)
            - layer = lstm2
            - >-
              sigmoid(sum(x[15, *] * lstm1.kernel[*, 135])
              + sum(lstm1.hidden_state[14, *] * lstm1.recurrent_kernel[*, 135]) + lstm1.bias[135])
              = lstm1.forget_gate[15, 7] +- 0.000001
            - negatives(lstm2.cell_state[14, *] * lstm2.cell_state[15, *]) = 31
            - negatives(-2, 3, -(4 + 5)) = 2
        - ask: How much is it?
          of: lstm2.cell_state[15, 58]
          answer: 0.429
          wrong:
            0.405:
              idea: c leaves through tanh
              of: tanh(lstm2.cell_state[15, 58])
              say: That is tanh(c).
        - ask: Press r.
          press: true
          answer: r
        - ask: Repair it.
          repair: model.add(LSTM(128))
          replaces: lstm1
          answer: model.add(LSTM(128, return_sequences=True))
        - ask: Which is larger?
          larger:
            - lstm1.units
            - lstm2.units
          answer: lstm1.units
        - try: Go to t 20.
          until: t = 20
          solution: go 20
          wrong:
            t = 4:
              with: go 4
              say: No.
      """)
    #expect(found == [])
  }
}
