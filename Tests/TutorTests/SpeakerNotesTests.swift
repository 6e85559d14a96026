import Testing

@testable import LessonPlayer
@testable import Tutor

@Suite("Speaker's notes")
struct SpeakerNotesTests {
  @Test("the first step has the lesson's notes and its own, and what comes next")
  func first() throws {
    let notes = try #require(SpeakerNotes(try LessonTexts.open()))
    #expect(
      notes.text == """
        What leaves the lane
        step 1 of 4

        LESSON
          Greet the room.

        NOTES
          Wait for the latecomers.

        NEXT
          It moves.

        """)
  }

  @Test("every step's notes are known for notes, and a lesson is not")
  func known() throws {
    var state = try LessonTexts.open()
    let steps = try #require(state.lesson).shownSteps.count
    for number in 1...steps {
      state.go(toStep: number)
      #expect(SpeakerNotes.stand(in: try #require(SpeakerNotes(state)).text.split(separator: "\n")))
    }
    state.goOn()
    state.goOn()
    let end = try #require(SpeakerNotes(state)).text
    #expect(end.contains("end, after 4 steps"))
    #expect(SpeakerNotes.stand(in: end.split(separator: "\n")))
    for text in [LessonTexts.four, "", "step 1 of 2", "A\nstep 1 of\n", "A\nmy step 1 of 2\n"] {
      #expect(!SpeakerNotes.stand(in: text.split(separator: "\n")), "\(text)")
    }
  }

  @Test("a question has its answer and reason beforehand, with the values of the step")
  func question() throws {
    var state = try LessonTexts.open()
    state.go(toStep: 3)
    let notes = try #require(SpeakerNotes(state))
    #expect(
      notes.text == """
        What leaves the lane
        step 3 of 4

        ASKED
          lstm2 has return_sequences=False. What shape leaves it?

        ANSWER
          (64)

        BECAUSE
          Only the last of the 50 leaves.

        WRONG
          (50, 64): That would be every hidden state.

        NEXT
          asks: Go to timestep 5.

        """)
  }

  @Test("a wrong answer has its idea beside it, a line of its own each")
  func mistakes() throws {
    let state = try LessonTexts.open(
      """
      title: Mistakes
      steps:
        - ask: How many timesteps?
          answer: 50
          wrong:
            10:
              idea: features are timesteps, as many of them as there are places in a row of x
              say: Those are features.
            128: Those are units, at t {t}.
          notes: Let the room vote.
          of: t = 0
      """)
    #expect(
      SpeakerNotes(state)?.text == """
        Mistakes
        step 1 of 1

        NOTES
          Let the room vote.

        ASKED
          How many timesteps?

        ANSWER
          50

        WRONG
          10: features are timesteps, as many of them as there are places in a
            row of x
          128: Those are units, at t 0.

        NEXT
          the end of the lesson

        """)
  }

  @Test("a step's notes stand at their step, those of silent ones at the step they lead to")
  func silent() throws {
    var state = try LessonTexts.open(
      """
      title: Silent
      notes: Of the lesson.
      steps:
        - do: go 1
          notes: Of the first silent one.
        - check: t = 1
        - say: One.
          notes: Of step 1.
        - try: Go to 5.
          until: t = 5
          solution: go 5
          notes: Of step 2.
        - check: t = 5
          notes: Of the last silent one.
      """)
    func blocks(_ state: State) -> [String] {
      (SpeakerNotes(state)?.text ?? "").components(separatedBy: "\n\n")
    }
    #expect(
      Array(blocks(state)[1...2]) == [
        "LESSON\n  Of the lesson.", "NOTES\n  Of the first silent one.\n  Of step 1.",
      ])
    state.go(toStep: 2)
    #expect(blocks(state)[1] == "NOTES\n  Of step 2.")
    state.goOn()
    state.goOn()
    #expect(blocks(state) == ["Silent\nend, after 2 steps", "NOTES\n  Of the last silent one.\n"])
  }

  @Test("of a long next step the first words are there, on one line")
  func nextIsShort() throws {
    let state = try LessonTexts.open(
      "title: Long\nsteps:\n  - say: Now.\n  - say: "
        + String(repeating: "And then some. ", count: 9) + "\n")
    let next = try #require(
      SpeakerNotes(state)?.text.split(separator: "\n").drop { $0 != "NEXT" }.dropFirst())
    #expect(
      next.elementsEqual([
        "  And then some. And then some. And then some. And then some. And then …"
      ]))
  }

  @Test("in every step of the course the notes fit a window of 72×30")
  func courseFitsAtLength() throws {
    for lesson in try Course.lessons() {
      var state = try Course.open(lesson)
      for number in lesson.shownSteps.indices {
        state.go(toStep: number + 1)
        let lines = (SpeakerNotes(state)?.text ?? "").split(
          separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count <= 30, "\(lesson.name), step \(number + 1)")
        #expect(lines.allSatisfy { $0.count <= SpeakerNotes.width }, "\(lesson.name)")
      }
    }
  }

  @Test("what the next step says has the values that it will find, while this one still moves")
  func ahead() throws {
    var state = try LessonTexts.open(
      """
      title: Ahead
      steps:
        - say: Now.
          do:
            - go 3
            - play to 9
        - say: At t {t}.
          do:
            - go +2
      """)
    #expect(state.isPlaying)
    let before = state
    let notes = try #require(SpeakerNotes(state))
    #expect(notes.text.hasSuffix("NEXT\n  At t 11.\n"))
    let isUntouched = state == before
    #expect(isUntouched)
    state.go(toStep: 2)
    #expect(SpeakerNotes(state)?.text.hasSuffix("NEXT\n  the end of the lesson\n") == true)
    _ = state.update(.next)
    #expect(SpeakerNotes(state)?.text == "Ahead\nend, after 2 steps\n")
  }

  @Test("something to do by hand has its solution as the answer; without a lesson there are none")
  func attempt() throws {
    var state = try LessonTexts.open()
    state.go(toStep: 4)
    #expect(SpeakerNotes(state)?.text.contains("ANSWER\n  go 5\n") == true)
    #expect(SpeakerNotes(try Models.tutor()) == nil)
  }

  @Test("long notes are broken between words")
  func wraps() throws {
    let text = LessonTexts.four.replacing(
      "Greet the room.", with: String(repeating: "Greet the room. ", count: 20))
    let notes = try #require(SpeakerNotes(try LessonTexts.open(text)))
    let lines = notes.text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= SpeakerNotes.width })
    #expect(lines.count(where: { $0.hasPrefix("  ") && $0.contains("room.") }) >= 5)
  }
}
