import Engine
import Phrases
import Testing

@testable import ModelFiles

@Suite struct LatchSequencesTests {
  private let file = Sources.lessons + "/models/latch/sequences.txt"

  @Test("the recorded sequences are Keras's input, bit for bit")
  func recorded() throws {
    let latch = try LatchSequences(contentsOf: file, timesteps: 50, seed: 7)
    let keras = try ObservationFile(contentsOf: Sources.fixture("latch_input.npy"))
    #expect(latch.recordedCount == 50 && keras.count == 50)
    for index in 0..<50 {
      #expect(latch.observation(index) == keras.observation(index))
    }
  }

  @Test("sequence 1 is the one the lessons tell of")
  func sequenceOne() throws {
    let latch = try LatchSequences(contentsOf: file, timesteps: 50, seed: 7)
    let text = latch.symbols(1).map(String.init).joined()
    #expect(text == "09617199266251235815446884516464701250849882952085")
    let facts = latch.facts(1)
    let timesteps = latch.timesteps(of: 1)
    #expect(facts.target == true && facts.split == .recorded)
    #expect(facts.name == "sequence 1")
    #expect(facts.rule == "set by 7, cleared by 3" && facts.question == "is it set at the end?")
    #expect((0..<50).filter { timesteps[$0].event == .set } == [4, 32])
    #expect((0..<50).filter { timesteps[$0].event == .clear } == [15])
    let seven = timesteps[4]
    #expect(seven.label == "7" && seven.symbol == "7")
    #expect(seven.readings.map(\.text) == ["0", "0", "0", "0", "0", "0", "0", "1", "0", "0"])
  }

  @Test("SplitMix64 gives the numbers of its authors' program")
  func splitMix() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in generator.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
    var family = SplitMix64(seed: 9)
    let seeds = (0..<4).map { _ in family.next() }
    #expect(SplitMix64(seed: 9, stream: 3) == SplitMix64(seed: seeds[3]))
  }

  @Test("further sequences depend on the seed and their own index alone")
  func fresh() throws {
    let latch = try LatchSequences(contentsOf: nil, timesteps: 50, seed: 7)
    let text = latch.symbols(50).map(String.init).joined()
    #expect(text == "94265257012520181171015120060216301165211041950574")
    #expect(latch.symbols(50) == latch.symbols(50))
    #expect(latch.symbols(50) != latch.symbols(51))
    let other = try LatchSequences(contentsOf: nil, timesteps: 50, seed: 8)
    #expect(latch.symbols(50) != other.symbols(50))
    #expect(latch.facts(50).split == .fresh)
    #expect(latch.symbols(.max).count == 50)
  }

  @Test("3 and 7 come 3 % of the time each, the others evenly")
  func frequencies() throws {
    let latch = try LatchSequences(contentsOf: nil, timesteps: 50, seed: 7)
    var counts = [Double](repeating: 0, count: 10)
    for index in 0..<2000 {
      for symbol in latch.symbols(index) { counts[Int(symbol)] += 1 }
    }
    // 100,000 draws: the standard deviation is 54 for 3 % and 102 for 11.75 %; four of them.
    for symbol in 0..<10 {
      let expected = symbol == 3 || symbol == 7 ? 3000.0 : 11_750
      #expect(abs(counts[symbol] - expected) < (expected == 3000 ? 216 : 408))
    }
  }

  @Test(
    "the bit is that of the last event",
    arguments: [
      ([], false), ([0, 1], false), ([7], true), ([7, 3], false), ([3, 7, 0], true),
      ([7, 7, 3, 9], false),
    ])
  func target(symbols: [UInt8], isSet: Bool) {
    #expect(LatchSequences.isSet(after: symbols) == isSet)
  }

  @Test(
    "a broken file of sequences is refused with its place",
    arguments: [
      (
        "# note\n12a\n",
        "s.txt:2:3: a sequence is written in the digits 0 to 9, but 'a' stands here"
      ),
      ("123\r\n\n12\n", "s.txt:3: this sequence has 2 symbols, and the network reads 3"),
    ])
  func broken(text: String, sentence: String) throws {
    let scratch = try Scratch()
    let file = try scratch.file("s.txt", text)
    #expect(
      scratch.sentence { _ = try LatchSequences(contentsOf: file, timesteps: 3, seed: 0) }
        == sentence)
  }
}
