import Testing

@testable import Engine

@Suite("Timeline")
struct TimelineTests {
  @Test("before the first timestep nothing has been read")
  func before() {
    let time = Timeline(count: 3)
    #expect(time.place == .before)
    #expect(time.current == nil)
    #expect(time.read.isEmpty)
    #expect(time.isAtStart && !time.isAtEnd)
    #expect(!time.hasRead(0))
    #expect(time == Timeline(count: 3, timestep: -1))
  }

  @Test("at a timestep it and those before it have been read")
  func at() {
    let time = Timeline(count: 50, timestep: 12)
    #expect(time.current == 12)
    #expect(time.read == 0..<13)
    #expect(time.hasRead(12) && !time.hasRead(13) && !time.hasRead(-1))
    #expect(!time.isAtStart && !time.isAtEnd)
    #expect(time.last == 49)
    #expect(time.mirrored(12) == 37)
    #expect(time.contains(49) && !time.contains(50) && !time.contains(-1))
  }

  @Test(
    "at the last timestep and after it everything has been read",
    arguments: [
      Timeline.Place.at(4), .after,
    ])
  func end(_ place: Timeline.Place) {
    let time = Timeline(count: 5, at: place)
    #expect(time.isAtEnd && !time.isAtStart)
    #expect(time.current == 4)
    #expect(time.read == 0..<5)
    #expect(time.hasRead(4) && !time.hasRead(5))
  }

  @Test(
    "a timestep that there is not becomes the nearest one",
    arguments: [
      (5, 4), (Int.max, 4), (0, 0), (-7, 0), (.min, 0),
    ])
  func nearest(_ given: Int, _ found: Int) {
    #expect(Timeline(count: 5, at: .at(given)).current == found)
    var time = Timeline(count: 5)
    time.place = .at(given)
    #expect(time.current == found)
  }

  @Test(
    "moving ends before the first timestep and at the last",
    arguments: [
      (-1, 1, 0), (0, -1, -1), (0, -5, -1), (3, 1, 4), (4, 1, 4), (2, .max, 4), (2, .min, -1),
      (-1, .min, -1), (-1, 0, -1), (4, -4, 0),
    ])
  func moving(_ from: Int, _ distance: Int, _ to: Int) {
    let time = Timeline(count: 5, timestep: from).moved(by: distance)
    #expect(time == Timeline(count: 5, timestep: to))
  }

  @Test("after the last timestep one step back is the last but one")
  func backFromEnd() {
    #expect(Timeline(count: 5, at: .after).moved(by: -1).current == 3)
  }
}
