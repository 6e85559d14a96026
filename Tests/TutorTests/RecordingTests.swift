import Lessons
import Testing

@testable import LessonPlayer
@testable import Tutor

@Suite("A lesson that plays itself")
struct RecordingTests {
  private func scenes(_ pace: ReadingTime = ReadingTime()) throws -> [Recording.Scene] {
    let lesson = try LessonReader.read(LessonTexts.four, "01-lane.yaml")
    return Array(
      try Recording(
        of: lesson, on: try Models.load(shipped: "latch"), pace: pace, hasHalfCells: false))
  }

  @Test("every step is marked once with its number and first words, and nothing goes back in time")
  func markers() throws {
    let scenes = try scenes()
    #expect(
      scenes.compactMap(\.marker) == [
        "1 Look at the lane of lstm2, now at t 0.", "2 It moves.",
        "3 lstm2 has return_sequences=False. What shape …", "4 Go to timestep 5.",
      ])
    let times = scenes.map(\.milliseconds)
    #expect(times.first == 0)
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("what moves takes the time that the step says, every timestep a scene of its own")
  func moves() throws {
    let scenes = try scenes()
    let begin = try #require(scenes.firstIndex { $0.marker == "2 It moves." })
    let moving = scenes[begin...(begin + 9)]
    #expect(moving.map(\.state.position.timestep) == Array(0...9))
    let seconds = scenes[begin + 9].milliseconds - scenes[begin].milliseconds
    #expect(abs(seconds - 1000) <= 9)
  }

  @Test("answers are shown, what is to be done by hand is done, and the end stands to be read")
  func answers() throws {
    let scenes = try scenes()
    let last = try #require(scenes.last)
    #expect(last.state.lesson?.isAtEnd == true)
    #expect(last.state.lesson?.record.answered == 2)
    #expect(last.state.lesson?.record.right == 0)
    #expect(last.state.position.timestep == 5)
    let stands = scenes[scenes.count - 2].state == last.state
    #expect(stands)
    #expect(last.milliseconds - scenes[scenes.count - 2].milliseconds >= ReadingTime.least)
  }

  @Test("who reads faster is done sooner")
  func paces() throws {
    let slow = try #require(try scenes(ReadingTime(wordsPerMinute: 60)).last)
    let quick = try #require(try scenes(ReadingTime(wordsPerMinute: 600)).last)
    #expect(quick.milliseconds < slow.milliseconds / 2)
  }
}
