import Documents
import Engine
import Foundation
import Testing

@testable import ModelFiles

/// Good files with a few bytes changed by a seeded generator.
enum Damage {
  /// Reads `rounds` damaged copies and counts those that were refused, each with one line.
  static func refusals(
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

  /// Reads `rounds` copies in which bytes are changed and none moves, since nothing of a file with
  /// positions in it is found once one has; every tenth is cut short. Counts those that were refused.
  static func refusals(
    inPlace original: [UInt8], named name: String, rounds: Int,
    _ read: (String) throws(FileError) -> Void
  ) throws -> Int {
    let scratch = try Scratch()
    var chance = SplitMix64(seed: 3)
    var refused = 0
    for round in 0..<rounds {
      var bytes = original
      for _ in 0...chance.below(6) {
        let place = chance.below(UInt64(bytes.count))
        switch chance.below(4) {
        case 0: bytes[place] = 0
        case 1: bytes[place] = 0xFF
        case 2: bytes[place] ^= 1 << UInt8(chance.below(8))
        default: bytes[place] = UInt8(chance.below(256))
        }
      }
      if round % 10 == 0 { bytes.removeLast(Int(chance.below(UInt64(bytes.count)))) }
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

  static func contents(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: file)))
  }
}
