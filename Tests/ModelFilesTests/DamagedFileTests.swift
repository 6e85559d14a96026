import Documents
import Engine
import Foundation
import Testing

@testable import ModelFiles

/// Good files with a few bytes changed by a seeded generator: a value or an error, never a trap.
@Suite struct DamagedFileTests {
  /// Reads `rounds` damaged copies and counts those that were refused.
  private func refusals(
    of original: [UInt8], named name: String, rounds: Int = 400,
    _ read: (String) throws(FileError) -> Void
  ) throws -> Int {
    let scratch = try Scratch()
    let marks = Array("{}[](),:'\"&*?-#09\n\r".utf8)
    var chance = SplitMix64(seed: 2)
    var refused = 0
    for _ in 0..<rounds {
      var bytes = original
      for _ in 0...chance.below(4) {
        let place = chance.below(UInt64(bytes.count))
        switch chance.below(4) {
        case 0: bytes[place] = UInt8(chance.below(256))
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8(chance.below(128)), at: place)
        default: bytes[place] = marks[chance.below(UInt64(marks.count))]
        }
      }
      let file = try scratch.file(name, bytes)
      do throws(FileError) {
        try read(file)
      } catch {
        refused += 1
        #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 })
      }
    }
    return refused
  }

  private func contents(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: file)))
  }

  @Test("damaged weather")
  func weatherAtLength() throws {
    let whole = Array(try contents(Sources.lessons + "/data/seattle-weather.csv").prefix(600))
    let refused = try refusals(of: whole, named: "w.csv") { (file) throws(FileError) in
      _ = try WeatherDays(contentsOf: file)
    }
    #expect(refused > 200)
  }

  @Test("damaged yaml and json")
  func documentsAtLength() throws {
    let yaml = try contents(Sources.lessons + "/models/latch/model.yaml")
    let refusedYAML = try refusals(of: yaml, named: "model.yaml") { (file) throws(FileError) in
      _ = try ModelFile.ours(file, .everything)
    }
    #expect(refusedYAML > 100)
    let json = try contents(Sources.fixture("keras_activations.json"))
    let refusedJSON = try refusals(of: json, named: "a.json") { (file) throws(FileError) in
      _ = try KerasJSON.read(file)
    }
    #expect(refusedJSON > 100)
  }
}
