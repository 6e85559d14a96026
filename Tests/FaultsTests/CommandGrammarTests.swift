import Engine
import Testing
import Vocabulary

@testable import unroll_faults

@Suite struct CommandGrammarTests {
  @Test("every command but quit comes up, in a form that is read")
  func names() {
    var chance = SplitMix64(seed: 1)
    let commands = (0..<20_000).map { _ in CommandGrammar.line(&chance) }
      .compactMap { try? Command(parsing: $0) }
    let names = Set(commands.map { $0.description.prefix { $0 != " " } })
    #expect(Set(CommandForm.all.map { $0.name[...] }).subtracting(names) == ["quit"])
  }
}
