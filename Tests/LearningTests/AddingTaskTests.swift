import Learning
import Testing

@Suite struct AddingTaskTests {
  private let task = AddingTask()

  @Test("the answer is the sum of the two marked numbers, one in each half")
  func rule() {
    for timesteps in [2, 3, 20, 51] {
      for example in AddingTask(timesteps: timesteps).examples(300, seed: 4) {
        let rows = (0..<timesteps).map { Array(example.observation[$0]) }
        let marked = rows.indices.filter { rows[$0][1] == 1 }
        #expect(rows.allSatisfy { (0..<1).contains($0[0]) && [0, 1].contains($0[1]) })
        #expect(marked.count == 2 && marked[0] < timesteps / 2 && marked[1] >= timesteps / 2)
        #expect(example.target == [rows[marked[0]][0] + rows[marked[1]][0]])
      }
    }
  }

  @Test("each place of a half is marked as often as any other")
  func marks() {
    var counts = [Double](repeating: 0, count: 20)
    for example in task.examples(4000, seed: 1) {
      for timestep in 0..<20 { counts[timestep] += Double(example.observation[timestep].last ?? 0) }
    }
    // Four standard deviations of a share of one in ten.
    for count in counts { #expect(abs(count - 400) < 4 * (4000 * 0.1 * 0.9).squareRoot()) }
  }

  @Test("the mean has an error of 1/6, the second number of 1/12 and its tenth's width")
  func baselines() throws {
    let test = task.examples(4000, of: .test, seed: 8)
    let scores = task.baselineScores(training: task.examples(4000, seed: 8), test: test)
    try #require(scores.map(\.rule) == [.always, .secondNumber])
    #expect(scores.allSatisfy { $0.measure.accuracy == nil })
    let always = mean(test.map { (Double($0.target[0]) - 1) * (Double($0.target[0]) - 1) })
    #expect(abs(scores[0].measure.loss - always) < 0.001 && abs(always - 1.0 / 6) < 0.01)
    #expect(abs(scores[1].measure.loss - (1.0 / 12 + 0.01 / 12)) < 0.006)
  }
}
