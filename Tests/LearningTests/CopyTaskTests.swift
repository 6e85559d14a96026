import Foundation
import Learning
import Testing

@Suite struct CopyTaskTests {
  @Test("the answer is the first letter, and the gap holds none")
  func rule() {
    for gap in CopyTask.gaps + [0] {
      let task = CopyTask(gap: gap)
      for example in task.examples(300, seed: 4) {
        let names = example.names(task)
        #expect(names.count == gap + 1)
        #expect(example.target == ["A", "B", "C", "D"].map { $0 == names[0] ? 1 : 0 })
        #expect(example.target.reduce(0, +) == 1)
        #expect(names.dropFirst().allSatisfy { $0 == "x" || $0 == "y" })
      }
    }
  }

  @Test("the four letters are equally frequent, and so are x and y")
  func balance() {
    let task = CopyTask(gap: 5)
    let names = task.examples(4000, seed: 1).map { $0.names(task) }
    for letter in ["A", "B", "C", "D"] {
      #expect(abs(names.count { $0[0] == letter } - 1000) < 110)
    }
    #expect(abs(names.joined().count { $0 == "x" } - 10_000) < 300)
  }

  @Test("one answer and the last symbol are right on a quarter")
  func baselines() throws {
    for gap in CopyTask.gaps {
      let task = CopyTask(gap: gap)
      let scores = task.baselineScores(
        training: task.examples(4000, seed: 2), test: task.examples(4000, of: .test, seed: 2))
      try #require(scores.map(\.rule) == [.always, .lastSymbol])
      for score in scores {
        #expect(abs((score.measure.accuracy ?? 0) - 0.25) < 0.035)
        #expect(abs(score.measure.loss - log(4)) < 0.003)
      }
    }
  }
}
