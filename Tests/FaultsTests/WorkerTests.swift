import Foundation
import Testing

@testable import unroll_faults

@Suite struct WorkerTests {
  private func outcome(_ run: @escaping @Sendable (inout Trial) throws -> Void) throws -> Report {
    let scratch = try Scratch()
    let kind = Kind(
      name: "made-up", sentence: "", quick: .init(trials: 1), long: .init(trials: 1), run: run)
    return Worker.outcome(of: kind, 7, each: 1, seed: 3, folder: scratch.folder)
  }

  @Test("a trial that throws has failed with that sentence, any other has passed")
  func outcome() throws {
    #expect(try outcome { _ in } == .passed(7))
    #expect(try outcome { _ in throw Fault("it broke") } == .failed(7, "it broke"))
  }

  @Test("the same seed, kind and number give the same chance; another of any gives another")
  func chance() {
    func first(_ index: Int, _ seed: UInt64, _ kind: String) -> UInt64 {
      var trial = Trial(index: index, each: 1, folder: "", seed: seed, kind: kind)
      return trial.chance.next()
    }
    #expect(first(1, 1, "resizes") == first(1, 1, "resizes"))
    #expect(first(1, 1, "resizes") != first(2, 1, "resizes"))
    #expect(first(1, 1, "resizes") != first(1, 2, "resizes"))
    #expect(first(1, 1, "resizes") != first(1, 1, "signals"))
  }

  @Test("a report is one line, whatever it quotes, and is read as it was said")
  func line() {
    for report in [Report.began(0), .passed(12), .failed(3, "two words"), .failed(3, "")] {
      #expect(Report(line: report.line) == report)
    }
    #expect(Report.failed(3, "a\n\u{1B}[2Jä").line == "failed 3 a\\n\\u{1B}[2J\\u{00E4}")
    #expect(Report(line: "Fatal error") == nil)
  }
}
