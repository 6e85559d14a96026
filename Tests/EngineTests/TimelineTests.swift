import Testing

@testable import Engine

@Suite("Timeline")
struct TimelineTests {
  @Test("before the first timestep nothing has been read")
  func before() {
    let time = Timeline(count: 3)
    #expect(time.current == nil)
    #expect(time.read.isEmpty)
    #expect(time.isAtStart && !time.isAtEnd)
    #expect(!time.hasRead(0))
  }

  @Test("at a timestep it and those before it have been read")
  func at() {
    let time = Timeline(count: 50, at: 12)
    #expect(time.current == 12)
    #expect(time.read == 0..<13)
    #expect(time.hasRead(12) && !time.hasRead(13) && !time.hasRead(-1))
    #expect(!time.isAtStart && !time.isAtEnd)
    #expect(time.last == 49)
    #expect(time.mirrored(12) == 37)
  }

  @Test("at the last timestep everything has been read")
  func end() {
    let time = Timeline(count: 5, at: 4)
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
    #expect(Timeline(count: 5, at: given).current == found)
  }

  @Test(
    "moving ends before the first timestep and at the last",
    arguments: [
      (nil, 1, 0), (0, -1, nil), (0, -5, nil), (3, 1, 4), (4, 1, 4), (2, .max, 4), (2, .min, nil),
      (nil, .min, nil), (nil, 0, nil), (4, -4, 0),
    ] as [(Int?, Int, Int?)])
  func moving(_ from: Int?, _ distance: Int, _ to: Int?) {
    #expect(Timeline(count: 5, at: from).moved(by: distance).current == to)
  }
}
