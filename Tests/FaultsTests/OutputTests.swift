import Engine
import Processes
import Testing

@testable import unroll_faults

@Suite("What the suite looks for in an output")
struct OutputTests {
  @Test("controls, directions, invisible characters and broken bytes are found, letters are not")
  func unclean() {
    #expect(Unclean.first(in: Array("a\n表 é ก".utf8)) == nil)
    #expect(Unclean.first(in: Array("a\u{1B}[2J".utf8)) == "U+1B")
    #expect(Unclean.first(in: Array("a\u{9B}2J".utf8)) == "U+9B")
    #expect(Unclean.first(in: Array("a\u{202E}".utf8)) == "U+202E")
    #expect(Unclean.first(in: Array("a\u{200B}".utf8)) == "U+200B")
    #expect(Unclean.first(in: Array("a\u{0}".utf8)) == "U+0")
    #expect(Unclean.first(in: [0x61, 0x9B]) == "bytes that are no UTF-8")
  }

  @Test("every sequence of ours is found where it stands as it is, and not where it was cleaned")
  func raw() {
    for sequence in HostileText.sequences {
      #expect(HostileText.foundRaw(in: Array("before\(sequence)behind".utf8)) != nil)
    }
    #expect(HostileText.foundRaw(in: Array("\u{1B}[1m[\(HostileText.mark)m".utf8)) == nil)
  }

  @Test("what was not given back to a terminal is named; one that was never taken needs nothing")
  func terminal() {
    let entered = "\u{1B}[?1049h"
    let left = "\u{1B}[?2004l\u{1B}[?1000l\u{1B}[?25h\u{1B}[?1049l"
    #expect(TerminalState.missing(in: Array("Error".utf8)) == nil)
    #expect(TerminalState.missing(in: Array((entered + left).utf8)) == nil)
    #expect(TerminalState.missing(in: Array((left + entered).utf8)) == "[?1049l")
    #expect(TerminalState.missing(in: Array((entered + left.dropFirst(8)).utf8)) == "[?2004l")
  }

  @Test("hostile texts come from their seed, without line ends, and a NUL only where it may be")
  func texts() {
    var (one, other) = (SplitMix64(seed: 5), SplitMix64(seed: 5))
    for _ in 0..<500 {
      let bytes = HostileText.bytes(&one, hasNull: false)
      #expect(bytes == HostileText.bytes(&other, hasNull: false))
      #expect(!bytes.contains(0) && !bytes.contains(0x0A))
    }
  }
}
