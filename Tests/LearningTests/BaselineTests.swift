import Learning
import Phrases
import Testing

@Suite struct BaselineTests {
  @Test("each rule has a name and a sentence")
  func names() throws {
    var rules: [Baseline.Rule] = [.asLast]
    for task in try Tasks.all() { rules += task.baselines.map(\.rule) }
    #expect(Set(rules.map(\.name)).count == Set(rules).count)
    #expect(rules.allSatisfy { $0.sentence.hasSuffix(".") })
  }
}
