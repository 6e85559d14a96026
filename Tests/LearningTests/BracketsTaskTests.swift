import Engine
import Foundation
import Learning
import Testing

@testable import ModelFiles

@Suite struct BracketsTaskTests {
  private let task = BracketsTask()

  /// Whether pairs of brackets that stand side by side can be taken away until none is left.
  private func isBalanced(_ text: String) -> Bool {
    var rest = text
    while rest.contains("()") { rest = rest.replacing("()", with: "") }
    return rest.isEmpty
  }

  private func brackets(_ example: LabelledExample) -> String {
    example.names(task).joined().filter { "()".contains($0) }
  }

  @Test("the answer is yes where the brackets are balanced")
  func rule() {
    for timesteps in [6, 24, 50] {
      for example in BracketsTask(timesteps: timesteps).examples(500, seed: 4) {
        #expect(example.names(task).allSatisfy { "()ab".contains($0) && $0.count == 1 })
        #expect(example.target == [isBalanced(brackets(example)) ? 1 : 0])
      }
    }
  }

  @Test("half are balanced, a quarter in wrong order, a quarter unequal; the ends say nothing")
  func balance() {
    var (balanced, misordered, unequal) = (0.0, 0.0, 0.0)
    for example in task.examples(4000, seed: 9) {
      let text = brackets(example)
      let (opening, closing) = (text.count { $0 == "(" }, text.count { $0 == ")" })
      #expect((3...8).contains(text.count / 2) && text.count % 2 == 0)
      #expect(text.first == "(" && text.last == ")")
      switch (example.target == [1], opening == closing) {
      case (true, _): balanced += 1
      case (false, true): misordered += 1
      case (false, false): unequal += 1
      }
    }
    #expect(abs(balanced / 4000 - 0.5) < 0.035)
    #expect(abs(misordered / 4000 - 0.25) < 0.03)
    #expect(abs(unequal / 4000 - 0.25) < 0.03)
  }

  @Test("of the sequences with equal counts, the mean depth tells less than 0.7")
  func depth() {
    let equal = task.examples(4000, seed: 3).compactMap { example -> (depth: Double, yes: Bool)? in
      let steps = brackets(example).map { $0 == "(" ? 1.0 : -1 }
      var sum = 0.0
      let depths = steps.map { step in
        sum += step
        return sum
      }
      return sum == 0 ? (mean(depths), example.target == [1]) : nil
    }
    // The best threshold, by the mean of what it has right among the balanced and among the others.
    let (yes, no) = (equal.filter(\.yes), equal.filter { !$0.yes })
    let best = stride(from: 0.0, to: 4, by: 0.05).map { threshold in
      let right = yes.count { $0.depth >= threshold }
      let rejected = no.count { $0.depth < threshold }
      return (Double(right) / Double(yes.count) + Double(rejected) / Double(no.count)) / 2
    }.max()
    #expect((best ?? 1) < 0.7)
  }

  @Test("the fourteen ways to balance four pairs come equally often")
  func uniform() {
    var generator = SplitMix64(seed: 1)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<14_000 { counts[BracketsRule.balanced(4, &generator), default: 0] += 1 }
    #expect(counts.count == 14)
    // Four standard deviations of a count of 1,000.
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 130 })
  }

  @Test("always the same is right on half, equal counts on three quarters")
  func baselines() throws {
    let test = task.examples(4000, of: .test, seed: 9)
    let scores = task.baselineScores(training: task.examples(4000, seed: 9), test: test)
    try #require(scores.map(\.rule) == [.always, .equalCounts])
    let right = test.count { example in
      let text = brackets(example)
      let equal = text.count { $0 == "(" } == text.count { $0 == ")" }
      return equal == isBalanced(text)
    }
    #expect(abs((scores[0].measure.accuracy ?? 0) - 0.5) < 0.035)
    #expect(scores[1].measure.accuracy == Double(right) / 4000)
    #expect(abs(scores[1].measure.loss - 0.75 * entropy(1.0 / 3)) < 0.02)
  }
}
