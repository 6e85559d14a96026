import Testing

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

        NEXT
          asks: Go to timestep 5.

        """)
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
