import Foundation
import Learning
import ModelFiles
import Testing

@Suite struct CopyTaskTests {
  @Test("the answer is the marked letter; in the test it comes first, in training anywhere")
  func rule() throws {
    for gap in CopyTask.gaps + [0] {
      let task = CopyTask(gap: gap)
      for part in TaskPart.allCases {
        var places: Set<Int> = []
        for example in task.examples(600, of: part, seed: 4) {
          let names = example.names(task)
          #expect(names.count == gap + 1)
          let marked = names.indices.filter { names[$0].hasSuffix("+mark") }
          let place = try #require(marked.first)
          #expect(marked.count == 1)
          places.insert(place)
          let letter = names[place].prefix(1)
          #expect(example.target == ["A", "B", "C", "D"].map { $0 == letter ? 1 : 0 })
        }
        #expect(places == (part == .test ? [0] : Set(0...gap)))
      }
    }
  }

  @Test("the four letters are equally frequent, marked or not")
  func balance() {
    let task = CopyTask(gap: 5)
    let names = task.examples(4000, seed: 1).map { $0.names(task) }
    for letter in ["A", "B", "C", "D"] {
      #expect(abs(names.joined().count { $0 == "\(letter)+mark" } - 1000) < 110)
      #expect(abs(names.joined().count { $0 == letter } - 5000) < 250)
    }
  }

  @Test("a marked letter is a capital among small ones")
  func characters() {
    let task = CopyTask(gap: 7)
    for example in task.examples(20, seed: 2) {
      for (timestep, name) in example.names(task).enumerated() {
        let letter = name.prefix(1)
        #expect(
          task.symbol(example.observation[timestep]).map { String($0) }
            == (name.count > 1 ? String(letter) : letter.lowercased()))
      }
    }
  }

  @Test("one answer and the last symbol are right on a quarter of the test")
  func baselines() throws {
    for gap in CopyTask.gaps {
      let task = CopyTask(gap: gap)
      let scores = task.baselineScores(
        training: task.examples(4000, seed: 2), test: task.examples(4000, of: .test, seed: 2))
      try #require(scores.map(\.rule) == [.always, .lastSymbol])
      for score in scores {
        #expect(abs((score.measure.accuracy ?? 0) - 0.25) < 0.035)
        #expect(abs(score.measure.loss - log(4)) < 0.04)
      }
    }
  }
}
