import Foundation
import Testing

@testable import Documents

/// Good files with a few bytes changed by a seeded generator: a value or an error, never a trap.
@Suite struct DamagedDocumentTests {
  /// Reads `rounds` damaged copies and counts those that were refused.
  private func refusals(
    of original: [UInt8], named name: String, rounds: Int = 400,
    _ read: (String) throws(FileError) -> Void
  ) throws -> Int {
    let scratch = try Scratch()
    let marks = Array("{}[](),:'\"&*?-#09\n\r".utf8)
    var chance = Chance(state: 2)
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

  @Test("damaged safetensors")
  func safetensorsAtLength() throws {
    let whole = Safetensors(
      tensors: [
        "a/kernel": NumberArray(shape: [2, 1], values: [1, 2]),
        "b": NumberArray(shape: [1], values: [3]),
      ], metadata: ["x": "y\u{2}é"]
    ).encoded
    let refused = try refusals(of: whole, named: "a.safetensors", rounds: 1500) {
      (file) throws(FileError) in
      _ = try Safetensors(contentsOf: file)
    }
    #expect(refused > 750)
  }

  @Test("damaged npy")
  func numPyAtLength() throws {
    let whole = try contents(Sources.fixture("float64.npy"))
    let refused = try refusals(of: whole, named: "a.npy", rounds: 1500) {
      (file) throws(FileError) in
      _ = try NumPyFile.read(file)
    }
    #expect(refused > 750)
  }

  @Test("damaged csv")
  func csvAtLength() throws {
    let whole = Array("one,\"tw\"\"o\"\r\n1,-2.5e3\r\n\"3\",nan\r\n".utf8)
    let refused = try refusals(of: whole, named: "a.csv", rounds: 1500) {
      (file) throws(FileError) in
      _ = try CSVNumbers(contentsOf: file)
    }
    #expect(refused > 400)
  }
}

/// SplitMix64, as the engine draws its weights with.
private struct Chance {
  var state: UInt64

  mutating func below(_ bound: UInt64) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)).multipliedFullWidth(by: bound).high)
  }
}
