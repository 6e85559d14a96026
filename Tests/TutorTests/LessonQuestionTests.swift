import LessonCheck
import Lessons
import Screen
import Testing
import Vocabulary

@testable import LessonPlayer
@testable import Tutor

@Suite("The questions of a lesson")
struct LessonQuestionTests {
  private static let shape = """
    - ask: Which shape leaves lstm2?
      of: lstm2.output.shape
      answer: (64)
      wrong:
        (50, 64): Those are all of them.
        (50): It counts timesteps.
      hint: How many units?
      way: Count what leaves.
      because: One for each unit.
    """
  private static let number = """
    - ask: How much is held at t 15?
      of: lstm2.cell_state[15, 58]
      answer: 0.37
      tolerance: 0.02
      wrong:
        -0.37: The sign is another.
      hint: Look at t 15.
    """
  private static let choice = """
    - ask: Which gate forgets?
      answer: the forget gate
      wrong:
        the input gate: That one writes.
        the output gate: That one shows.
      of: t = 0
    """
  private static let truth = """
    - ask: Does c leave the layer?
      of: t > 60
      answer: false
      wrong:
        true: Only h leaves.
    """
  private static let largest = """
    - ask: Which is the largest?
      larger:
        - lstm2.units
        - lstm1.units
        - timesteps
      answer: lstm1.units
      wrong:
        lstm2.units: It has half.
    """
  private static let press = """
    - ask: Turn return_sequences over.
      do: select lstm1
      press: true
      answer: r
      wrong:
        c: That shows the contrast.
    """
  private static let repair = """
    - ask: Repair the line.
      repair: model.add(LSTM(128))
      replaces: lstm1
      answer: model.add(LSTM(128, return_sequences=True))
      wrong:
        model.add(LSTM(64)): Fewer units.
      because: Now every h leaves.
    """
  private static let attempt = """
    - try: Go to the 3.
      do: go 0
      until:
        - t = 15
      solution:
        - go 15
        - select lstm1
      wrong:
        t = 4:
          with: go 4
          say: That is the first 7.
        t > 20:
          with: go 30
          say: That is too far.
      hint: It comes after the 7.
      because: Here is the 3.
    """

  /// The keys that give an answer, for a question that has choices by its number there.
  private func keys(_ answer: String, _ playing: Playing) -> String {
    guard let options = playing.state.lesson?.openQuestion?.options,
      let index = options.firstIndex(of: answer)
    else { return answer }
    return "\(index + 1)"
  }

  // MARK: - Right and wrong

  @Test(
    "a right answer is right, its reason follows, and n goes on",
    arguments: [
      (shape, "( 6 4 ) enter", "Right: (64)"), (shape, "64 enter", "Right: (64)"),
      (number, "0.36 enter", "Right: 0.37"), (number, ".38 enter", "Right: 0.37"),
      (truth, "f enter", "Right: false"), (truth, "2", "Right: false"),
      (largest, "2", "Right: lstm1.units"), (press, "r", "Right: r"),
      (repair, "left , return_sequences=True enter", "Right: model.add(LSTM(128"),
      (attempt, "15 right", "Done."),
    ])
  func right(step: String, keys: String, sentence: String) throws {
    var playing = try Playing(asking: step)
    if step == Self.repair {
      // Behind LSTM(128 stand two brackets.
      playing.press("left left")
      playing.type(", return_sequences=True")
      playing.press("enter")
    } else {
      playing.press(keys)
    }
    #expect(playing.outcome.isDone && playing.outcome.isRightAtOnce)
    #expect(playing.says.contains(sentence))
    #expect(!playing.state.isStray)
    #expect(playing.number == 1)
    playing.press("n")
    #expect(playing.number == 2)
    #expect(playing.state.lesson?.record.right == 1)
  }

  @Test("a choice is taken by its number, wherever the right one stands")
  func choices() throws {
    var playing = try Playing(asking: Self.choice)
    playing.press(keys("the output gate", playing))
    #expect(playing.says.contains("No. That one shows."))
    playing.press(keys("the input gate", playing))
    #expect(playing.says.contains("No. That one writes."))
    #expect(playing.outcome.wrong == 2)
    playing.press("4 9 0")
    #expect(playing.outcome.wrong == 2)
    playing.press(keys("the forget gate", playing))
    #expect(playing.outcome.isDone && !playing.outcome.isRightAtOnce)
    #expect(playing.says.contains("Right: the forget gate"))
  }

  @Test(
    "a wrong answer gets the sentence that names the mistake, or none of its own",
    arguments: [
      (shape, "(50 space , space 64) enter", "No. Those are all of them."),
      (shape, "50 enter", "No. It counts timesteps."),
      (shape, "(7) enter", "No, that is not it."),
      (number, "-0.38 enter", "No. The sign is another."),
      (number, "0.6 enter", "No, that is not it."),
      (truth, "t enter", "No. Only h leaves."), (truth, "1", "No. Only h leaves."),
      (largest, "1", "No. It has half."), (largest, "3", "No, that is not it."),
      (press, "c", "No. That shows the contrast."), (press, "R", "No, that is not it."),
    ])
  func wrong(step: String, keys: String, sentence: String) throws {
    var playing = try Playing(asking: step)
    let position = playing.state.position
    playing.press(keys)
    #expect(playing.says.contains(sentence))
    #expect(playing.outcome.wrong == 1 && !playing.outcome.isDone)
    #expect(playing.state.position == position)
  }

  @Test("an answer in a form that cannot be graded is no wrong answer")
  func misformed() throws {
    var playing = try Playing(asking: Self.shape)
    playing.press("(5 enter")
    #expect(playing.state.message == "answer with a shape such as (3), (3, 5) or (None, 5)")
    #expect(playing.outcome.wrong == 0)
    playing = try Playing(asking: Self.number)
    playing.press("abc enter")
    #expect(
      playing.state.message
        == "answer with a number such as 0.25, or a calculation such as 4 * (3 + 1)")
    #expect(playing.outcome.wrong == 0)
  }

  // MARK: - Help

  @Test("after the second wrong answer the way is shown, or the hint where there is no way")
  func way() throws {
    var playing = try Playing(asking: Self.shape)
    playing.press("50 enter")
    #expect(!playing.says.contains("Working: "))
    playing.press("7 enter")
    #expect(playing.says.contains("Working: Count what leaves."))
    #expect(!playing.says.contains("Hint: "))
    playing = try Playing(asking: Self.number)
    playing.press("1 enter 2 enter")
    #expect(playing.says.contains("Working: Look at t 15."))
  }

  @Test("the second answer that nobody foresaw is told the way out, on one line")
  func wayOut() throws {
    var playing = try Playing(asking: Self.number)
    playing.press("5 enter")
    #expect(playing.says.hasSuffix("\n5? No, that is not it."))
    playing.press("6 enter")
    #expect(playing.says.contains("\n6? No, that is not it; n shows the answer.\n"))
    playing = try Playing(asking: Self.repair)
    playing.press("enter enter")
    // While the line is edited, n is typed into it; where lines are read, it is not.
    #expect(playing.says.contains("No, that is not it; n shows the answer."))
    for size in Playing.sizes.prefix(2) {
      #expect(
        view(playing.state, size: size).text().contains(
          "No, that is not it; esc, then n shows the answer."))
    }
    playing.press("esc n")
    #expect(playing.outcome.wasRevealed)
  }

  @Test("H gives the hint, where there is one")
  func hint() throws {
    var playing = try Playing(asking: Self.shape)
    #expect(!playing.says.contains("How many units?"))
    playing.press("H")
    #expect(playing.says.contains("Hint: How many units?"))
    #expect(playing.outcome.wrong == 0)
    playing.press("64 enter")
    #expect(playing.outcome.isRightAtOnce)
    playing.press("H")
    #expect(playing.state.message == nil || playing.state.isRefused)
    playing = try Playing(asking: Self.choice)
    playing.press("H")
    #expect(playing.state.message == "there is no hint here; n shows the answer")
    #expect(playing.state.isRefused)
  }

  @Test(
    "n shows the answer, which does not count, and then goes on",
    arguments: [
      (shape, "The answer: (64)"), (number, "The answer: 0.37"),
      (choice, "The answer: the forget gate"), (truth, "The answer: false"),
      (largest, "The answer: lstm1.units"), (press, "The answer: r"),
      (attempt, "One way: go 15; select lstm1"),
    ])
  func reveal(step: String, sentence: String) throws {
    var playing = try Playing(asking: step)
    playing.press(step == Self.attempt ? "n n" : "n")
    #expect(playing.says.contains(sentence))
    #expect(playing.outcome.isDone && playing.outcome.wasRevealed)
    #expect(!playing.outcome.isRightAtOnce)
    #expect(!playing.state.isStray)
    playing.press("n")
    #expect(playing.number == 2)
    #expect(playing.state.lesson?.record.right == 0)
    #expect(playing.state.lesson?.record.answered == 1)
  }

  @Test("an answered question stays answered when one comes back to it")
  func staysAnswered() throws {
    var playing = try Playing(asking: Self.shape)
    playing.press("64 enter n p")
    #expect(playing.number == 1)
    #expect(playing.says.contains("Right: (64)"))
    playing.press("n")
    #expect(playing.number == 2)
  }

  // MARK: - A key to press

  @Test("the right key does what it does, a wrong one does nothing")
  func pressing() throws {
    var playing = try Playing(asking: Self.press)
    let before = playing.state.position
    playing.press("c tab down")
    #expect(playing.state.position == before)
    #expect(playing.outcome.wrong == 3)
    playing.press("r")
    #expect(playing.outcome.isDone)
    let after = playing.state.position
    #expect(after != before)
    playing.press("n")
    #expect(playing.state.position == after)
    // Back at the question the key has been pressed, and is not pressed twice.
    playing.press("p")
    #expect(playing.state.position == after)
    #expect(!playing.state.isStray)
    playing.press("n")
    #expect(playing.state.position == after)
  }

  @Test(
    "the keys of the lesson itself are no answer to which key it is",
    arguments: ["H", "?", ":", "L", "left", "right"])
  func ownKeys(key: String) throws {
    var playing = try Playing(asking: Self.press)
    playing.press(key)
    #expect(playing.outcome.wrong == 0)
  }

  @Test("⏎ before there is an answer does nothing, and opens no screen")
  func emptyAnswer() throws {
    for step in [Self.shape, Self.number] {
      var playing = try Playing(asking: step)
      let screen = playing.state.position.screen
      playing.press("enter")
      #expect(playing.state.position.screen == screen)
      #expect(!playing.state.isStray && playing.outcome.wrong == 0)
    }
  }

  // MARK: - A line to repair

  @Test("a line is there to be edited, every key belongs to it, and esc stops typing")
  func repairing() throws {
    var playing = try Playing(asking: Self.repair)
    #expect(playing.state.lesson?.typed?.text == "model.add(LSTM(128))")
    playing.type(" npHv?:")
    #expect(playing.state.lesson?.typed?.text == "model.add(LSTM(128)) npHv?:")
    #expect(playing.number == 1 && playing.state.helpLine == nil)
    playing.press("esc")
    #expect(playing.state.lesson?.typed == nil)
    // The line stays in sight as it was left, and ⏎ takes it up again.
    #expect(playing.says.contains("▸ model.add(LSTM(128)) npHv?:"))
    let size = Size(width: 80, height: 24)
    #expect(view(playing.state, size: size).line(23).hasPrefix(" ⏎ edit the line  n show"))
    playing.press("enter")
    #expect(playing.state.lesson?.typed?.text == "model.add(LSTM(128)) npHv?:")
    for _ in 0..<7 { playing.press(.backspace) }
    playing.press("enter")
    #expect(playing.says.contains("No, that is not it."))
    #expect(playing.state.lesson?.typed?.text == "model.add(LSTM(128))")
    playing.press("left left")
    for _ in 0..<3 { playing.press(.backspace) }
    playing.type("64")
    playing.press("enter")
    #expect(playing.says.contains("No. Fewer units."))
    #expect(playing.outcome.wrong == 2)
    playing.press(.control("u"))
    playing.type("model.add(Conv2D(64))")
    playing.press("enter")
    #expect(playing.outcome.wrong == 2)
    #expect(
      playing.state.message
        == "a line such as model.add(LSTM(64)) is expected, with LSTM, GRU, "
        + "SimpleRNN, Dense or another of Keras's layers")
    playing.press("esc n")
    #expect(playing.outcome.wasRevealed)
    #expect(playing.says.contains("Now every h leaves."))
  }

  // MARK: - By hand

  @Test("a mistake that one passes step by step is not named")
  func passing() throws {
    var playing = try Playing(asking: Self.attempt)
    playing.press("right right right right")
    #expect(playing.state.position.timestep == 4)
    #expect(!playing.says.contains("No."))
  }

  @Test("a mistake by hand is named once, and the way on is the lesson's own")
  func attempts() throws {
    var playing = try Playing(asking: Self.attempt)
    #expect(playing.says.contains("Once done, the lesson goes on."))
    playing.press("4 right")
    #expect(playing.says.contains("No. That is the first 7."))
    playing.press("right left")
    playing.press("30 right")
    #expect(playing.says.contains("No. That is too far."))
    #expect(playing.says.contains("Working: It comes after the 7."))
    // What one comes by on the way is no wrong answer.
    #expect(playing.outcome.wrong == 0)
    #expect(!playing.state.isStray)
    playing.press(":go space 15 enter")
    #expect(playing.outcome.isDone && !playing.outcome.wasRevealed)
    #expect(playing.says.contains("Done.\nHere is the 3."))
    #expect(playing.state.selectedName != "lstm1")
    playing.press("n")
    #expect(playing.number == 2)
    #expect(playing.state.selectedName == "lstm1")
    var shown = try Playing(asking: Self.attempt)
    shown.press("n n n")
    #expect(shown.state.position == playing.state.position)
    // Back at it, it is done.
    playing.press("p")
    #expect(playing.state.position.timestep == 15)
    #expect(playing.says.contains("Done."))
    playing.press("n")
    #expect(shown.state.position == playing.state.position)
  }

  @Test("what is to be done by hand cannot be answered in words")
  func noWords() throws {
    var playing = try Playing(asking: Self.attempt)
    _ = playing.state.update(.answer("go 15"))
    #expect(playing.state.message == "do it with the keys; then the lesson goes on")
    #expect(!playing.outcome.isDone)
  }

  // MARK: - Votes

  @Test("a room votes by numbers before the answer is shown")
  func votes() throws {
    var playing = try Playing(asking: Self.choice)
    let right = keys("the forget gate", playing)
    let wrong = keys("the input gate", playing)
    playing.press("v")
    playing.press("\(right) \(right) \(wrong) \(right) 9")
    #expect(!playing.outcome.isDone && playing.outcome.wrong == 0)
    #expect(playing.state.lesson?.votes?.all == 4)
    #expect(playing.says.contains("the forget gate ■■■ 3"))
    #expect(playing.says.contains("the input gate ■ 1"))
    playing.press("n")
    #expect(playing.says.contains("3 of 4 voted for it."))
    #expect(playing.outcome.wasRevealed)
    playing.press("n")
    #expect(playing.state.lesson?.votes == nil)
  }

  @Test("after the votes a number answers again, and the tally stays until then")
  func votesEnd() throws {
    var playing = try Playing(asking: Self.choice)
    let right = keys("the forget gate", playing)
    playing.press("v \(right) \(right) v")
    #expect(playing.says.contains("the forget gate ■■ 2"))
    playing.press(keys("the input gate", playing))
    #expect(playing.outcome.wrong == 1)
    #expect(playing.says.contains("That one writes.") && playing.says.contains("■■ 2"))
    playing.press(right)
    #expect(playing.outcome.isDone && !playing.outcome.wasRevealed)
    #expect(playing.says.contains("2 of 2 voted for it."))
  }

  @Test("where a shape or a number is typed, a room votes between the right one and the wrong ones")
  func typedVotes() throws {
    var playing = try Playing(asking: Self.shape)
    let ballot = try #require(playing.state.lesson?.step?.question?.ballot)
    #expect(ballot.sorted() == ["(50)", "(50, 64)", "(64)"])
    let right = try #require(ballot.firstIndex(of: "(64)")) + 1
    playing.press("v")
    for (index, text) in ballot.enumerated() {
      #expect(playing.says.contains("\(index + 1) \(text) 0"))
    }
    #expect(!playing.says.contains("type a shape"))
    playing.press("\(right) \(right % 3 + 1) \(right) 4 0 (")
    #expect(playing.state.lesson?.votes?.all == 3)
    #expect(playing.state.lesson?.typed == nil && !playing.outcome.isDone)
    #expect(playing.says.contains("\(right) (64) ■■ 2"))
    playing.press("v")
    // The digits belong to the answer again.
    #expect(playing.says.contains("(64) ■■ 2") && !playing.says.contains("\(right) (64)"))
    #expect(playing.says.contains("type a shape"))
    playing.press("(50) enter")
    #expect(playing.outcome.wrong == 1 && playing.says.contains("(64) ■■ 2"))
    playing.press("64 enter")
    #expect(playing.outcome.isDone && !playing.outcome.wasRevealed)
    #expect(playing.says.contains("2 of 3 voted for it."))
  }

  @Test(
    "the answer says of the votes for it while they are counted, and nothing where nobody voted")
  func revealedVotes() throws {
    var playing = try Playing(asking: Self.number)
    let ballot = try #require(playing.state.lesson?.step?.question?.ballot)
    playing.press("v n")
    #expect(playing.outcome.wasRevealed && !playing.says.contains("votes"))
    playing = try Playing(asking: Self.number)
    playing.press("v 1 2 2 n")
    let count = ballot.first == "0.37" ? 1 : 2
    #expect(playing.says.contains("The answer: 0.37\n\(count) of 3 voted for it."))
    #expect(playing.outcome.wasRevealed)
    playing.press("n")
    #expect(playing.state.lesson?.votes == nil)
  }

  @Test("a count that nobody voted in leaves nothing; after one that ended they are counted anew")
  func votesAnew() throws {
    var playing = try Playing(asking: Self.number)
    playing.press("v v")
    #expect(playing.state.lesson?.votes == nil)
    playing.press("v 1 1 v v 2")
    #expect(playing.state.lesson?.votes == LessonPlay.Votes(counts: [0, 1]))
    #expect(playing.state.lesson?.isCounting == true)
  }

  @Test("the footer says what the digits do")
  func votesInFooter() throws {
    var playing = try Playing(asking: Self.shape)
    func footer(_ playing: Playing) -> String {
      view(playing.state, size: Size(width: 80, height: 24)).line(23)
    }
    #expect(footer(playing).hasPrefix(" 0–9 A–Z answer  H hint"))
    playing.press("v 1")
    #expect(footer(playing).hasPrefix(" 1–3 vote  v end the count  H hint"))
    playing.press("v")
    #expect(footer(playing).hasPrefix(" 0–9 A–Z answer"))
  }

  @Test(
    "where there is nothing to choose from, no votes are counted",
    arguments: [
      (press, "votes are for answers to choose from; here a key is pressed"),
      (attempt, "votes are for answers to choose from; this is done by hand"),
      (repair, "votes are for answers to choose from; here a line is corrected"),
      (
        "- ask: How many?\n  answer: 3\n  of: t + 3",
        "votes are for answers to choose from; here no wrong ones are known"
      ),
    ])
  func noVotes(step: String, sentence: String) throws {
    var playing = try Playing(asking: step)
    _ = playing.state.update(.votes)
    #expect(playing.state.message == sentence)
    #expect(playing.state.lesson?.votes == nil)
    _ = playing.state.update(.vote(1))
    #expect(playing.state.message == "no votes are counted for 1")
  }

  @Test(
    "a room's votes on every question of the course fit the smallest sizes", arguments: Course.files
  )
  func courseVotesAtLength(file: String) throws {
    let lesson = try LessonReader.read(file)
    var state = try Course.open(lesson)
    for (number, place) in lesson.shownSteps.enumerated() {
      guard let question = lesson.steps[place].question, let ballot = question.ballot else {
        continue
      }
      state.go(toStep: number + 1)
      _ = state.update(.votes)
      // A room of forty, most of them for the last.
      for index in ballot.indices { for _ in 0...index * 4 { _ = state.update(.vote(index + 1)) } }
      for size in LessonCheck.sizes {
        let words = look(state, size, "\(lesson.name), step \(number + 1), votes").words
        for index in ballot.indices {
          #expect(words.contains("\(index + 1) \(ballot[index].split(separator: " ")[0])"))
        }
        #expect(words.contains(" \(ballot.count * 4 - 3)"))
      }
      _ = state.update(.votes)
      var answering = state
      for wrong in question.wrong.prefix(2) { _ = answering.update(.answer(wrong.answer)) }
      for size in LessonCheck.sizes {
        _ = look(state, size, "\(lesson.name), step \(number + 1), after the votes")
        _ = look(answering, size, "\(lesson.name), step \(number + 1), answered wrong")
      }
      _ = state.update(.next)
      for size in LessonCheck.sizes {
        let frame = look(state, size, "\(lesson.name), step \(number + 1), revealed")
        #expect(frame.says("voted for it."))
      }
    }
  }

  /// The picture, in which the narration has to have room.
  private func look(_ state: State, _ size: Size, _ place: String) -> Canvas {
    guard let play = state.lesson else { return Canvas(size) }
    let screen = LessonScreen(state.explorer, play, size: size)
    #expect(screen.lines <= screen.room, "\(place) at \(size.width)×\(size.height)")
    return screen.canvas
  }

  // MARK: - Pictures

  @Test(
    "a question fits every size, open, wrong, with its hint and answered", arguments: Playing.sizes,
    [shape, number, choice, truth, largest, press, repair, attempt])
  func framesAtLength(size: Size, step: String) throws {
    var playing = try Playing(asking: step)
    let given = step == Self.shape ? "50 enter 7 enter" : "1 1 enter 2 2 enter"
    for keys in ["", "H", given, "v", "esc n", "n"] {
      playing.press(keys)
      let frame = view(playing.state, size: size)
      #expect(frame.faults == 0, "after \(keys) at \(size): \(frame.firstFault ?? "")")
    }
  }
}
