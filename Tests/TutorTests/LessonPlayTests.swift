import Lessons
import Screen
import Testing
import Vocabulary

@testable import LessonPlayer
@testable import Tutor

@Suite("Playing a lesson")
struct LessonPlayTests {
  static let walk = """
    title: Small
    observation: 1
    steps:
      - say: A 7 is read.
        do:
          - select lstm2
          - unit 58
          - go 4
        point: lstm2.cell_state
      - do:
          - clamp lstm2.forget_gate 58 1
      - say: It reads on, and comes to t {t}.
        do:
          - play to 15 in 2s
      - say: The gate is free again.
        do:
          - restore
          - open unit
      - ask: Which key turns return_sequences over?
        do:
          - open network
          - select lstm1
        press: true
        answer: r
      - try: Go to t 20.
        do: go 0
        until: t = 20
        solution:
          - select lstm2
          - go 20
        because: Now it is t {t}.
      - say: Here it ends.
    """

  @Test("n does what a step does, and goes through silent steps")
  func next() throws {
    var playing = try Playing(Self.walk)
    #expect(playing.number == 1)
    #expect(playing.state.position.timestep == 4)
    #expect(playing.state.selectedName == "lstm2")
    #expect(playing.state.position.changes.isEmpty)
    #expect(playing.says == "Small, step 1 of 6.\nA 7 is read.")
    playing.press("n")
    #expect(playing.number == 2)
    #expect(
      playing.state.position.changes.map(\.description) == ["clamp lstm2.forget_gate 58 1"])
  }

  @Test("what moves by itself takes its time, and n is the end of it before it is the next step")
  func moving() throws {
    var playing = try Playing(Self.walk)
    playing.press("n")
    #expect(playing.state.isPlaying)
    #expect(playing.state.position.timestep == 4)
    #expect(playing.state.interval == 2000 / 11)
    for timestep in 5...15 {
      #expect(playing.state.isPlaying)
      _ = playing.state.update(.tick)
      #expect(playing.state.position.timestep == timestep)
    }
    #expect(!playing.state.isPlaying && !playing.state.isStray)
    let watched = playing.state

    playing = try Playing(Self.walk)
    playing.press("n")
    _ = playing.state.update(.tick)
    playing.press("space")
    #expect(!playing.state.isPlaying)
    #expect(playing.state.position == watched.position)
    #expect(playing.number == 2)
    playing.press("space")
    #expect(playing.number == 3)
    #expect(playing.state.position.screen == .unit)
    #expect(playing.state.position.changes.isEmpty)
  }

  @Test("p goes back to exactly what was there")
  func previous() throws {
    var playing = try Playing(Self.walk)
    var seen: [State] = []
    for _ in 1...6 {
      playing.state.completeStep()
      seen.append(playing.state)
      let number = playing.number
      while playing.number == number, playing.state.lesson?.isAtEnd == false { playing.press("n") }
    }
    #expect(playing.state.lesson?.isAtEnd == true)
    for step in seen.reversed() {
      playing.press("p")
      #expect(playing.number == step.lesson?.number)
      // A question that was answered stays answered.
      if step.lesson?.step?.question == nil { #expect(playing.state.position == step.position) }
    }
    playing.press("p")
    #expect(playing.number == 1)
    #expect(playing.state.message == "this is the first step")
    #expect(playing.state.position == seen[0].position)
  }

  @Test("two steps on, one back and one on is two steps on, at every step of a lesson")
  func backAndOn() throws {
    let keys = ["n", "n n", "n n n", "n n n r", "n n n r n", "n n n r n n", "n n n n n n n"]
    for path in keys {
      var playing = try Playing(Self.walk)
      for key in path.split(separator: " ") {
        playing.state.completeStep()
        playing.press(String(key))
      }
      playing.state.completeStep()
      var there = playing
      there.press("n")
      there.state.completeStep()
      var again = there
      again.press("p")
      again.press("n")
      again.state.completeStep()
      if again.state.lesson?.index != there.state.lesson?.index { continue }
      // At an exercise n first offers to show the way, and does not go on.
      if there.state.lesson?.index == playing.state.lesson?.index { continue }
      // Compared here: a whole state takes minutes to be written out.
      let isSame = again.state == there.state
      #expect(isSame, "after \(path)")
    }
  }

  @Test("one may leave the path with every key, and n comes back to the step")
  func straying() throws {
    var playing = try Playing(Self.walk)
    let step = playing.state
    playing.press("right right")
    #expect(playing.state.isStray)
    #expect(playing.says.hasSuffix("You left the path; n comes back to it."))
    // Off the path ← and space belong to the screen.
    playing.press("left")
    #expect(playing.state.position.timestep == 5)
    playing.press("space")
    #expect(playing.state.isPlaying)
    playing.press("space enter")
    #expect(playing.state.position.screen != .network)
    playing.press(":clamp space lstm2.input_gate space all space 0 enter")
    #expect(playing.state.position.changes.count == 1)
    #expect(playing.number == 1)
    playing.press("n")
    #expect(playing.state.message == "back at step 1")
    #expect(playing.state.position == step.position)
    #expect(!playing.state.isStray)
    playing.press("n")
    #expect(playing.number == 2)
  }

  @Test("n comes back from what one plays oneself, and does not take it for the path")
  func playingOneself() throws {
    var playing = try Playing(Self.walk)
    let step = playing.state
    playing.press("right space")
    for _ in 0..<3 { _ = playing.state.update(.tick) }
    #expect(playing.state.isPlaying && playing.state.position.timestep == 8)
    playing.press("n")
    #expect(!playing.state.isPlaying)
    #expect(playing.state.position == step.position)
    #expect(playing.number == 1)
    playing.press("right right right")
    playing.state.go(toStep: 3)
    var walked = try Playing(Self.walk)
    walked.press("n n n")
    #expect(playing.state.position == walked.state.position)
  }

  @Test("off the path p goes to the step before, and at the first one back to it")
  func strayingBack() throws {
    var playing = try Playing(Self.walk)
    let first = playing.state
    playing.press("right p")
    #expect(playing.number == 1)
    #expect(playing.state.position == first.position)
    playing.press("n n")
    playing.press("right right")
    #expect(playing.state.isStray)
    playing.press("p")
    #expect(playing.number == 1)
    #expect(playing.state.position == first.position)
  }

  @Test("the help over a lesson is off the path too, and closes")
  func help() throws {
    var playing = try Playing(Self.walk)
    playing.press("?")
    #expect(playing.state.helpLine != nil)
    playing.press("esc")
    #expect(playing.number == 1)
    #expect(!playing.state.isStray)
  }

  @Test("the values of a sentence are those of its step, wherever one has gone")
  func values() throws {
    var playing = try Playing(Self.walk)
    playing.press("n n")
    #expect(playing.says.contains("comes to t 15."))
    playing.press("right right right")
    #expect(playing.state.position.timestep == 18)
    #expect(playing.says.contains("comes to t 15."))
  }

  @Test("at the end stands what is worth another look, and n asks for the next lesson")
  func end() throws {
    var playing = try Playing(Self.walk)
    playing.press("n n n n r n")
    playing.press("n n n n")
    #expect(playing.state.lesson?.isAtEnd == true)
    #expect(
      playing.says == """
        End of Small.
        That was the lesson 'Small'.
        Worth another look: step 5.
        """)
    let screen = view(playing.state, size: Size(width: 80, height: 24)).text()
    #expect(screen.contains("n opens the next lesson, L the list, p goes back a step."))
    #expect(playing.effects.isEmpty)
    playing.press("n")
    #expect(playing.effects == [.loadNextLesson(after: "01-small")])
    let record = try #require(playing.state.lesson?.record)
    #expect(
      record
        == LessonRecord(
          step: 7, right: 1, answered: 2, questions: 2, isFinished: true,
          answers: [4: true, 5: false]))
  }

  @Test("where nobody answered nothing is said of answers, and a wrong answer alone is one")
  func noScore() throws {
    var shown = try Playing(Self.walk)
    for _ in 0..<20 where shown.state.lesson?.isAtEnd == false { shown.press("n") }
    #expect(shown.says == "End of Small.\nThat was the lesson 'Small'.")
    var failed = try Playing(Self.walk)
    while failed.state.lesson?.openQuestion == nil { failed.press("n") }
    _ = failed.state.update(.answer("(1, 2, 3)"))
    try #require(failed.outcome.wrong == 1)
    for _ in 0..<20 where failed.state.lesson?.isAtEnd == false { failed.press("n") }
    #expect(failed.says.hasSuffix("\nWorth another look: steps 4 and 5."))
  }

  @Test("a lesson that goes on by itself says so beside its step, shortly where its title is long")
  func mark() throws {
    for (title, mark) in [
      ("Small", "▶ auto  1 of 6"), (String(repeating: "long ", count: 14), "▶  1 of 6"),
    ] {
      var playing = try Playing(Self.walk.replacing("title: Small", with: "title: \(title)"))
      func bar() -> String? {
        view(playing.state, size: Size(width: 80, height: 24)).text().split(separator: "\n")
          .first { $0.contains("1 of 6") }.map(String.init)
      }
      #expect(bar()?.contains("▶") == false)
      playing.state.lesson?.goesOnByItself = true
      #expect(bar()?.hasSuffix(mark) == true)
    }
  }

  @Test("leaving a lesson brings back what was open before it")
  func leaving() throws {
    var before = try Models.tutor("latch", "go 7; select lstm1; clamp lstm2.input_gate 3 0")
    before.explorer.greet(nil)
    var playing = try Playing(
      Self.walk, before: "go 7; select lstm1; clamp lstm2.input_gate 3 0")
    playing.press("n n n")
    playing.state.open(try Playing.lesson(Self.walk), on: playing.state.model)
    playing.press("n")
    _ = playing.state.update(.lesson(nil))
    #expect(playing.state == before)
    _ = playing.state.update(.lesson(nil))
    #expect(playing.state.message == "no lesson is open; lessons lists them")
    #expect(playing.state.isRefused)
  }

  @Test("without a lesson its commands say that none is open")
  func noLesson() throws {
    for (command, sentence) in [
      ("next", "no lesson is open; lessons lists them"),
      ("previous", "no lesson is open; lessons lists them"),
      ("answer 3", "no question is open"), ("hint", "no question is open"),
      ("votes", "no question is open"),
      ("vote 2", "no votes are counted for 2"),
    ] {
      let state = try Models.tutor("latch", command)
      #expect(state.message == sentence)
      #expect(state.isRefused)
    }
  }

  // MARK: - Going on

  @Test("a record goes on where one stopped, with all that the steps before did", arguments: 0...7)
  func resuming(step: Int) throws {
    var walked = try Playing(Self.walk)
    while let lesson = walked.state.lesson, lesson.index < step {
      walked.state.completeStep()
      walked.press("n")
    }
    walked.state.completeStep()
    let record = LessonRecord(step: step, right: 1, answered: 1, questions: 2, isFinished: false)
    var resumed = try Playing(Self.walk, resuming: record)
    resumed.state.completeStep()
    #expect(resumed.state.lesson?.index == walked.state.lesson?.index)
    #expect(resumed.state.position == walked.state.position)
    // And from there back as well.
    resumed.press("p")
    walked.press("p")
    if step != 4 && step != 5 { #expect(resumed.number == walked.number) }
  }

  @Test("what was answered before counts on, and is answered where one comes back to it")
  func answersCountOn() throws {
    var walked = try Playing(Self.walk)
    walked.press("n n n n r n")
    let record = try #require(walked.state.lesson?.record)
    #expect(record.answers == [4: true])
    var resumed = try Playing(Self.walk, resuming: record)
    #expect(resumed.state.lesson?.record == record)
    #expect(resumed.state.position == walked.state.position)
    resumed.press("p")
    #expect(resumed.says.contains("Right: r"))
    resumed.press("n n n n n")
    #expect(resumed.says.contains("Worth another look: step 5."))
  }

  @Test("an answer that the lesson no longer asks for is left out")
  func staleAnswers() throws {
    let record = LessonRecord(
      step: 3, right: 2, answered: 2, questions: 2, isFinished: false,
      answers: [0: true, 4: false, 40: true])
    #expect(try Playing(Self.walk, resuming: record).state.lesson?.record.answers == [4: false])
  }

  @Test("a wrong answer to a question that is still open is kept, and counts")
  func missed() throws {
    var playing = try Playing(Self.walk)
    playing.press("n n n n c")
    let record = try #require(playing.state.lesson?.record)
    #expect(record.answers == [:] && record.missed == [4])
    var resumed = try Playing(Self.walk, resuming: record)
    resumed.press("r n n n n n")
    #expect(resumed.state.lesson?.record.answers == [4: false, 5: false])
    #expect(resumed.state.lesson?.record.missed == [])
  }

  @Test("a record takes nothing away from the one before it, whoever wrote that")
  func joining() {
    func record(
      _ step: Int, _ answers: [Int: Bool], missed: Set<Int> = [], round: Int = 0,
      finished: Bool = false
    ) -> LessonRecord {
      LessonRecord(
        step: step, right: answers.values.count { $0 }, answered: answers.count, questions: 3,
        isFinished: finished, round: round, answers: answers, missed: missed)
    }
    // Another player of the same lesson was further.
    let both = record(5, [1: true, 4: false], missed: [3])
      .joined(with: record(2, [1: false, 3: true], missed: [5]))
    #expect(both == record(2, [1: true, 3: true, 4: false], missed: [5]))
    // Or has finished it; and one who goes through it again is no worse than before.
    let done = record(7, [1: true, 3: true, 4: true], finished: true)
    let again = done.joined(with: record(2, [1: false], round: 1))
    #expect(again.isFinished && again.right == 3 && again.answered == 3)
    #expect(again.step == 2 && again.answers == [1: false])
    // Two who do so at once.
    let others = again.joined(with: record(4, [3: true], round: 1))
    #expect(others.step == 4 && others.answers == [1: false, 3: true])
    // One who is still in the first round changes nothing of the second.
    #expect(others.joined(with: record(6, [4: false])) == others)
    let twice = others.joined(with: record(7, [4: true], round: 1, finished: true))
    #expect(twice.isFinished && twice.right == 3 && twice.step == 7 && twice.round == 1)
  }

  @Test("a lesson that was finished begins again")
  func finished() throws {
    let record = LessonRecord(step: 7, right: 2, answered: 2, questions: 2, isFinished: true)
    #expect(try Playing(Self.walk, resuming: record).number == 1)
    // And goes on where one stopped the second time.
    let again = LessonRecord(
      step: 3, right: 2, answered: 2, questions: 2, isFinished: true)
    #expect(try Playing(Self.walk, resuming: again).state.lesson?.index == 3)
  }

  @Test("a record of a step that is no longer there ends at the end")
  func beyond() throws {
    let record = LessonRecord(step: 70, right: 0, answered: 0, questions: 2, isFinished: false)
    #expect(try Playing(Self.walk, resuming: record).state.lesson?.isAtEnd == true)
  }

  @Test("a lesson that was written anew stays at its step with its answers")
  func reopening() throws {
    var playing = try Playing(Self.walk)
    playing.press("n n n n r")
    playing.press("n n n n")
    let before = playing.state
    let outcomes = try #require(before.lesson?.outcomes)
    let text = Self.walk.replacing("Here it ends.", with: "Here it really ends.")
    playing.state.reopen(try Playing.lesson(text), on: playing.state.model)
    #expect(playing.state.message == "read again")
    #expect(playing.number == 6)
    #expect(playing.state.lesson?.outcomes == outcomes)
    #expect(playing.state.position == before.position)
    playing.state.reopen(
      try Playing.lesson("title: T\nsteps:\n  - say: Short.\n"), on: before.model)
    #expect(playing.state.lesson?.isAtEnd == true)
  }

  @Test("playing does not stop at a part of the path that is already behind")
  func numbers() throws {
    var playing = try Playing(Self.walk)
    playing.state.go(toStep: 3)
    #expect(playing.number == 3)
    #expect(playing.state.position.screen == .unit)
    playing.state.go(toStep: 1)
    #expect(playing.number == 1)
    playing.state.go(toStep: 99)
    #expect(playing.number == 6)
    playing.state.go(toStep: 0)
    #expect(playing.number == 1)
  }

  // MARK: - Pictures

  @Test("every step fits every size without a text over another", arguments: Playing.sizes)
  func frames(size: Size) throws {
    var playing = try Playing(Self.walk)
    for _ in 0..<12 {
      for keys in ["", "right"] {
        var there = playing
        there.press(keys)
        let frame = view(there.state, size: size)
        #expect(frame.faults == 0, "step \(playing.number) at \(size): \(frame.firstFault ?? "")")
        #expect(frame.size == size)
        #expect(frame.textRows().contains { $0.contains("Small") })
      }
      playing.press("n")
    }
  }
}
