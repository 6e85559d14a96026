import Learning
import ModelFiles
import Testing

@Suite struct LatchTaskTests {
  private let task = LatchTask()

  @Test("it is set where a 7 comes behind the last 3")
  func rule() {
    for example in task.examples(500, seed: 7) {
      let symbols = example.names(task).joined().replacing("symbol ", with: "")
      #expect(symbols.count == 50)
      let last = symbols.last { "73".contains($0) }
      #expect(example.target == [last == "7" ? 1 : 0])
    }
  }

  @Test("7 and 3 come with 3 % each, the others with 11.75 %")
  func shares() {
    var counts = [String: Double]()
    let examples = task.examples(2000, seed: 1)
    for name in examples.flatMap({ $0.names(task) }) { counts[name, default: 0] += 1 }
    #expect(counts.count == 10)
    for (name, count) in counts {
      let share = ["symbol 7", "symbol 3"].contains(name) ? 0.03 : 0.1175
      // Four standard deviations of a share among 100,000 draws.
      #expect(abs(count / 100_000 - share) < 4 * (share * (1 - share) / 100_000).squareRoot())
    }
  }

  @Test("they are the shipped model's further sequences, at its seed")
  func shipped() {
    let sequences = LatchSequences(timesteps: 50, seed: 7)
    #expect(task.example(25, of: .training, seed: 7).observation == sequences.observation(50))
    #expect(task.example(25, of: .test, seed: 7).observation == sequences.observation(51))
  }

  @Test("always the same answer is right on 0.52, ten timesteps on 0.73")
  func baselines() throws {
    let scores = task.baselineScores(
      training: task.examples(3000, seed: 2), test: task.examples(3000, of: .test, seed: 2))
    try #require(scores.map(\.rule) == [.always, .recentEvent(timesteps: 10)])
    // Set: an event in fifty symbols, the last one a 7.
    let none = pow(0.94, 50)
    let isSet = (1 - none) / 2
    #expect(abs((scores[0].measure.accuracy ?? 0) - (1 - isSet)) < 0.04)
    #expect(abs(scores[0].measure.loss - entropy(isSet)) < 0.003)
    // An event in the last ten decides; else there is one among the forty before, or none.
    let seen = 1 - pow(0.94, 10)
    let before = (1 - pow(0.94, 40)) / 2
    #expect(abs((scores[1].measure.accuracy ?? 0) - (seen + (1 - seen) * (1 - before))) < 0.03)
    #expect(abs(scores[1].measure.loss - (1 - seen) * entropy(before)) < 0.03)
  }

  private func pow(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
