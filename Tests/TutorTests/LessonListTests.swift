import Lessons
import Phrases
import Screen
import Testing
import Vocabulary

@testable import LessonPlayer
@testable import Tutor

@Suite("The list of lessons")
struct LessonListTests {
  private static let entries = [
    LessonEntry(
      name: "01-input", title: "What a sequence is", summary: "Symbols one after another.",
      minutes: 5, steps: 9,
      record: LessonRecord(step: 9, right: 3, answered: 4, questions: 4, isFinished: true)),
    LessonEntry(
      name: "02-unit", title: "What a unit is", summary: "One of many.", minutes: 7, steps: 12,
      record: LessonRecord(step: 4, right: 1, answered: 1, questions: 5, isFinished: false)),
    LessonEntry(name: "03-time", title: "What time is", summary: "One after another.", steps: 8),
    LessonEntry(name: "04-broken", title: "04-broken", fault: "04-broken.yaml:3:5: unknown key"),
  ]

  private func open(_ before: String = "") throws -> Playing {
    var playing = try Playing(LessonPlayTests.walk, before: before)
    playing.press("L")
    #expect(playing.effects == [.listLessons])
    playing.effects = []
    playing.state.show(LessonList(Self.entries))
    return playing
  }

  @Test("an entry says whether its lesson is new, begun, done or faulty")
  func status() {
    #expect(
      Self.entries.map(\.status) == ["done, 3 of 4 right", "at step 5 of 12", "new", "faulty"])
  }

  @Test("silent steps are not counted, as in the lesson itself")
  func silentSteps() throws {
    let lesson = try LessonReader.read(
      "title: T\nsteps:\n  - do: go 1\n  - say: One.\n  - do: go 2\n  - say: Two.\n", "t.yaml")
    let record = LessonRecord(step: 3, right: 0, answered: 0, questions: 0, isFinished: false)
    #expect(LessonEntry(lesson, record: record).status == "at step 2 of 2")
  }

  @Test("x is offered where it leaves something")
  func footer() throws {
    var playing = try open()
    func lastRow() -> String {
      view(playing.state, size: Size(width: 100, height: 30)).textRows()[29]
    }
    #expect(lastRow().contains("x leave the lesson"))
    playing.state = try Models.tutor("latch")
    playing.state.show(LessonList(Self.entries))
    #expect(!lastRow().contains("x leave"))
    #expect(lastRow().contains("esc back"))
  }

  @Test("it begins at the first lesson that is not finished, and arrows choose others")
  func choosing() throws {
    var playing = try open()
    #expect(playing.state.lessonList?.choice == 1)
    playing.press("down")
    #expect(playing.state.lessonList?.choice == 2)
    playing.press("j j j")
    #expect(playing.state.lessonList?.choice == 3)
    playing.press("up k k k k")
    #expect(playing.state.lessonList?.choice == 0)
  }

  @Test("⏎ opens the chosen lesson")
  func opening() throws {
    var playing = try open()
    playing.press("down enter")
    #expect(playing.effects == [.loadLesson("03-time")])
  }

  @Test("esc and L close it, and the lesson is as it was", arguments: ["esc", "L"])
  func closing(key: String) throws {
    var playing = try open()
    playing.press(key)
    #expect(playing.state.lessonList == nil)
    #expect(try playing.state == Playing(LessonPlayTests.walk).state)
  }

  @Test("x leaves the lesson from the list")
  func leaving() throws {
    var playing = try open("go 9")
    playing.press("x")
    #expect(playing.state.lesson == nil)
    #expect(playing.state.lessonList == nil)
    #expect(playing.state.position.timestep == 9)
  }

  @Test("it fits every size, with the summary of the chosen lesson", arguments: Playing.sizes)
  func frames(size: Size) throws {
    var playing = try open()
    for (key, text) in [("up", "Symbols one after another."), ("down", "One of many.")] {
      playing.press(key)
      let frame = view(playing.state, size: size)
      #expect(frame.faults == 0, "\(frame.firstFault ?? "")")
      #expect(frame.says("1 of 4 done"))
      #expect(frame.says(text))
    }
    playing.press("down down")
    #expect(view(playing.state, size: size).says("04-broken.yaml:3:5: unknown key"))
  }

  @Test("in plain text it is printed, with the lesson that enter opens")
  func plain() throws {
    var playing = try open()
    #expect(
      PlainText(playing.state).lines == [
        "01  What a sequence is  5 min   done, 3 of 4 right",
        "02  What a unit is      7 min   at step 5 of 12",
        "03  What time is                new",
        "04  04-broken                   faulty",
        "enter opens 'What a unit is'; lesson 3 opens the third, back closes the list.",
      ])
    _ = playing.state.update(.enter)
    playing.state.refuse(Refusal.lastLesson)
    let refusal = "this was the last lesson; L lists all of them"
    #expect(PlainText(playing.state).lines.contains(refusal))
    _ = playing.state.update(.next)
    #expect(playing.state.lessonList == nil, "what is done in the lesson is seen")
    #expect(PlainText(playing.state).text == playing.says)
    playing.state.show(LessonList([]))
    #expect(PlainText(playing.state).lines == ["there are no lessons"])
  }

  @Test("an empty list can be opened and closed")
  func empty() throws {
    var playing = try open()
    playing.state.show(LessonList([]))
    playing.press("down enter")
    #expect(playing.effects.isEmpty)
    for size in Playing.sizes { #expect(view(playing.state, size: size).faults == 0) }
    playing.press("esc")
    #expect(playing.state.lessonList == nil)
  }
}
