import Engine
import Testing

@testable import unroll_faults

@Suite struct MutatorTests {
  @Test("the same seed spoils the same bytes in the same way, another in another")
  func seed() {
    let original = Array(SampleFiles.kerasJSON.utf8)
    func bytes(_ seed: UInt64) -> [[UInt8]] {
      var chance = SplitMix64(seed: seed)
      return (0..<50).map { _ in Mutator.mutated(original, &chance) }
    }
    #expect(bytes(1) == bytes(1))
    #expect(bytes(1) != bytes(2))
  }
}
