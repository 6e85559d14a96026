import Foundation
import Kernels
import Testing

/// The line that the README beside shipped weights gives learns them again.
///
/// The smallest network in a few seconds. `UNROLL_RETRAIN=1 swift test --filter ShippedWeights` learns the
/// large ones again, in minutes.
@Suite("Shipped weights")
struct ShippedWeightsTests {
  static let isRetraining = ProcessInfo.processInfo.environment["UNROLL_RETRAIN"] != nil

  @Test("the four units are learnt again by the line beside them")
  func smallestAtLength() throws { try expectLearntAgain("latch4") }

  @Test("so are the large ones", .enabled(if: isRetraining), arguments: ["latch", "weather"])
  func largeAtLength(model: String) throws { try expectLearntAgain(model) }

  private func expectLearntAgain(_ model: String) throws {
    let folder = Program.source("lessons/models/\(model)")
    let readme = try String(contentsOfFile: folder + "/README.md", encoding: .utf8)
    let lines = readme.split(separator: "\n").filter { $0.hasPrefix("unroll train ") }
    try #require(lines.count == 1, "\(readme)")
    let scratch = try Scratch()
    let file = scratch.path("weights.safetensors")
    let words = lines[0].split(separator: " ").dropFirst().map(String.init)
    try #require(Array(words.suffix(2)) == ["-o", "weights.safetensors"])
    let outcome = try Child.run([Program.path] + words.dropLast() + [file])
    #expect(outcome.errors == "")
    try #require(outcome.status == 0)
    // The shipped ones were made with AVX2; another level rounds in another way.
    if Level.best == .v3 {
      let bytes = try Data(contentsOf: URL(filePath: file))
      #expect(try bytes == Data(contentsOf: URL(filePath: folder + "/weights.safetensors")))
    }
    let counts = try ["\(folder)/weights.safetensors", file].map { weights in
      let outcome = try Program.run("evaluate", "--model", model, "--weights", weights)
      return try #require(
        outcome.text.firstMatch(of: /the network .* ([0-9,]+) of/).flatMap { Int($0.1) })
    }
    // Many of the weather's windows could go either way; the latch's sequences could not.
    #expect(abs(counts[0] - counts[1]) <= (model == "weather" ? 10 : 0), "\(counts)")
  }
}
