import Documents
import Engine
import Phrases
import Testing
import Vocabulary

@Suite("Refusal")
struct RefusalTests {
  @Test("an error of another part goes through as it is, with its advice")
  func others() {
    let engine = EngineError.rank(
      layer: "lstm2", expected: 3, found: Shape([nil, 8]), lostBy: "lstm1")
    #expect(Refusal(engine) == .engine(engine))
    #expect(Refusal(engine).description == engine.sentence)
    #expect(Refusal(Refusal.noHint) == .noHint)
    #expect(Refusal(CommandError.empty) == .command(.empty))
    struct Other: Error, CustomStringConvertible { let description = "it rains" }
    #expect(Refusal(Other()).description == "it rains")
  }

  @Test("a layer that is not there gets the nearest name, all names, or none")
  func layers() {
    let known = ["input", "lstm1", "output"]
    #expect(
      Refusal.unknownLayer("lstm", known: known).description
        == "no layer is called 'lstm'; did you mean 'lstm1'?")
    #expect(
      Refusal.unknownLayer("zebra", known: known).description
        == "no layer is called 'zebra'; the layers are input, lstm1, output")
    #expect(Refusal.unknownLayer("zebra", known: []).description == "no layer is called 'zebra'")
  }

  @Test("what has parameters and what does not is the layer or the network")
  func parameters() {
    #expect(
      Refusal.noParameters(layer: nil).description
        == "the network cannot be built, so it has no parameters")
    #expect(
      Refusal.noParameters(layer: "lstm2").description
        == "lstm2 cannot be built, so it has no parameters")
  }

  @Test("a size says how many numbers are held at most")
  func sizes() {
    #expect(
      Refusal.tooLarge(.beside, numbers: 60_000_000, most: 36 << 20).description
        == "a second observation would hold 60,000,000 numbers, and at most 37,748,736, 144 MiB, "
        + "are held: open a network with fewer timesteps or units")
  }
}
