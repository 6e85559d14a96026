import Foundation
import Learning
import Testing

@Suite struct ParityTaskTests {
  @Test("the answer is yes where the number of ones is odd, so far or at the end")
  func rule() {
    for each in [false, true] {
      let task = ParityTask(timesteps: 9, answersEachTimestep: each)
      for example in task.examples(300, seed: 4) {
        let bits = example.observation.values.map { Int($0) }
        #expect(bits.allSatisfy { $0 == 0 || $0 == 1 })
        let odd = (1...9).map { Float(bits[..<$0].reduce(0, +) % 2) }
        #expect(example.target == (each ? odd : [odd[8]]))
      }
    }
  }

  @Test("ones, and odd numbers of them, are as frequent as not")
  func balance() {
    let examples = ParityTask().examples(4000, seed: 2)
    let ones = mean(examples.flatMap(\.observation.values).map(Double.init))
    let odd = mean(examples.map { Double($0.target[9]) })
    #expect(abs(ones - 0.5) < 4 * 0.5 / 40_000.0.squareRoot())
    #expect(abs(odd - 0.5) < 4 * 0.5 / 4000.0.squareRoot())
  }

  @Test("even all ones but the first timestep leave a guess")
  func baselines() throws {
    for each in [false, true] {
      let task = ParityTask(answersEachTimestep: each)
      let scores = task.baselineScores(
        training: task.examples(4000, seed: 2), test: task.examples(4000, of: .test, seed: 2))
      try #require(scores.map(\.rule) == [.always, .withoutFirst])
      for score in scores {
        #expect(abs(score.measure.loss - log(2)) < 0.002)
        #expect(abs((score.measure.accuracy ?? 0) - 0.5) < 0.04)
      }
    }
  }
}
