import Engine
import Phrases
import Testing

@testable import ModelFiles

@Suite struct AccuracyTests {
  @Test("the weather is right on 259 of 361 test windows, beside its two baselines")
  func weather() throws {
    let accuracy = try Sources.library.load("weather").accuracy()
    #expect(
      accuracy == [
        Accuracy(
          data: .testWindows(1050..<1411), correct: 259, total: 361, positives: 142,
          baselines: [
            Accuracy.Baseline(rule: .tomorrowAsToday, correct: 256),
            Accuracy.Baseline(rule: .alwaysDry, correct: 219),
          ])
      ])
    let only = try #require(accuracy.first)
    #expect("\(only.data)" == "windows 1050–1410, test")
    #expect(only.baselines.map(\.name) == ["tomorrow as today", "always dry"])
    #expect(abs(only.fraction(only.baselines[0]) - 0.709) < 0.0005)
    #expect(abs(only.fraction(only.baselines[1]) - 0.607) < 0.0005)
  }

  @Test("the latch is right on all recorded and on 1,000 fresh sequences")
  func latch() throws {
    let accuracies = try Sources.library.load("latch").accuracy()
    #expect(accuracies.map { "\($0.data)" } == ["50 recorded sequences", "1000 fresh sequences"])
    #expect(accuracies.map(\.correct) == [50, 1000])
    #expect(
      accuracies[0].baselines == [Accuracy.Baseline(rule: .alwaysSet, correct: 32)])
    #expect(accuracies[0].baselines.map(\.name) == ["always set"])
    #expect(accuracies[1].baselines.count == 1)
  }
}
