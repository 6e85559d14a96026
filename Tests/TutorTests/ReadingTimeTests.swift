import Testing

@testable import LessonPlayer
@testable import Tutor

@Suite("The time to read a step")
struct ReadingTimeTests {
  private let pace = ReadingTime(wordsPerMinute: 60)

  private func next(_ count: Int, _ state: inout State) {
    for _ in 0..<count {
      _ = state.update(.next)
      while state.isPlaying { _ = state.update(.tick) }
    }
  }

  @Test("a word takes its share of a minute, live values count as the words that they show")
  func words() throws {
    // Look at the lane of lstm2, now at t 0.
    #expect(pace.milliseconds(try LessonTexts.open()) == 10_000)
    let quick = ReadingTime(wordsPerMinute: 600)
    #expect(quick.milliseconds(try LessonTexts.open()) == ReadingTime.least)
  }

  @Test("while something moves nobody reads; then the pause of the step comes on top")
  func pauses() throws {
    var state = try LessonTexts.open()
    _ = state.update(.next)
    #expect(state.isPlaying && pace.milliseconds(state) == nil)
    while state.isPlaying { _ = state.update(.tick) }
    #expect(state.position.timestep == 9)
    #expect(pace.milliseconds(state) == 2000 + 1500)
  }

  @Test("a question stands open with time to think, then with its answer alone to read")
  func questions() throws {
    var state = try LessonTexts.open()
    next(2, &state)
    // The question has 7 words; below it stands: ▸  type a shape such as (3, 5), then ⏎
    #expect(pace.milliseconds(state) == (7 + 8) * 1000 + ReadingTime.thinking)
    next(1, &state)
    // Right or shown: The answer: (64), Only the last of the 50 leaves.
    #expect(state.lesson?.openQuestion == nil && state.lesson?.index == 2)
    #expect(pace.milliseconds(state) == (3 + 7) * 1000)
  }

  @Test("without a lesson nothing is to be read; the pace stays within its range")
  func ranges() throws {
    #expect(pace.milliseconds(try Models.tutor()) == nil)
    #expect(ReadingTime(wordsPerMinute: 0).wordsPerMinute == 20)
    #expect(ReadingTime(wordsPerMinute: Int.max).wordsPerMinute == 1000)
  }
}
