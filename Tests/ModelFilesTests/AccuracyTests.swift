import Engine
import Testing

@testable import ModelFiles

@Suite struct AccuracyTests {
  @Test("the weather is right on 253 of 361 test windows, beside its two baselines")
  func weather() throws {
    let accuracy = try Sources.library.load("weather").accuracy()
    #expect(
      accuracy == [
        Accuracy(
          data: "windows 1050–1410, test", correct: 253, total: 361, positives: 142,
          baselines: [
            Accuracy.Baseline(name: "tomorrow as today", correct: 256),
            Accuracy.Baseline(name: "always dry", correct: 219),
          ])
      ])
    let only = try #require(accuracy.first)
    #expect(abs(only.fraction(only.baselines[0]) - 0.709) < 0.0005)
    #expect(abs(only.fraction(only.baselines[1]) - 0.607) < 0.0005)
  }

  @Test("the latch is right on all recorded and on 1,000 fresh sequences")
  func latch() throws {
    let accuracies = try Sources.library.load("latch").accuracy()
    #expect(accuracies.map(\.data) == ["50 recorded sequences", "1000 fresh sequences"])
    #expect(accuracies.map(\.correct) == [50, 1000])
    #expect(
      accuracies[0].baselines == [Accuracy.Baseline(name: "always set", correct: 32)])
    #expect(accuracies[1].baselines.count == 1)
  }
}
