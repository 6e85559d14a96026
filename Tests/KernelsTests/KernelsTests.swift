import Kernels
import Testing

@Suite("Kernels")
struct KernelsTests {
  @Test("without a wish the best level of the processor runs")
  func best() {
    for word in [nil, ""] {
      let kernels = Kernels(asked: word, best: .v3)
      #expect(kernels.remark == nil)
      #expect(kernels.level == .v3)
    }
    #expect(Level.best.isAvailable)
    #expect(Kernels(.best).level == .best)
  }

  @Test("a level that is asked for runs")
  func asked() {
    for level in levels {
      let kernels = Kernels(asked: level.rawValue)
      #expect(kernels.level == level)
      #expect(kernels.remark == nil)
    }
    #expect(Kernels.portable.level == .portable)
  }

  @Test("a level that the processor lacks falls back and says so")
  func lacking() {
    let kernels = Kernels(asked: "v4", best: .portable)
    #expect(kernels.level == .portable)
    #expect(kernels.remark == "this processor has no v4 instructions: using portable")
  }

  @Test("an unknown level falls back and says so")
  func unknown() {
    let kernels = Kernels(asked: "v5", best: .v3)
    #expect(kernels.level == .v3)
    #expect(
      kernels.remark == "'v5' is no set of kernels, there are portable, v3, v4: using v3")
  }
}
