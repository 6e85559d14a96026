import Documents
import Phrases
import Testing

@testable import HDF5

/// Good files with some bytes changed by a seeded generator: values or an error, never a trap.
@Suite struct DamagedFileTests {
  /// Looks at everything in a file; gives how many errors came.
  private func errors(_ bytes: ArraySlice<UInt8>, verifiesChecksums: Bool) -> Int {
    var reading = Everything()
    do throws(FileError) {
      let image = FileImage(bytes, verifiesChecksums: verifiesChecksums)
      reading.read(try HDF5File(image, named: "a.h5").root)
    } catch {
      reading.failed(error)
    }
    return reading.errors
  }

  @Test("files with changed bytes", arguments: Fixture.all)
  func changedAtLength(name: String) throws {
    let original = try Fixture.bytes(name)
    var chance = Chance(state: 5)
    var refused = 0
    for round in 0..<24 {
      var bytes = original
      for _ in 0...chance.below(6) {
        let place = chance.below(chance.below(2) == 0 ? bytes.count : 4096)
        switch chance.below(3) {
        case 0: bytes[place] = UInt8(chance.below(256))
        case 1: bytes[place] = [0, 1, 8, 127, 255][chance.below(5)]
        default:
          for more in place..<min(place + 8, bytes.count) { bytes[more] = 255 }
        }
      }
      if errors(bytes[...], verifiesChecksums: round % 4 == 0) > 0 { refused += 1 }
    }
    #expect(refused > 3)
  }

  @Test("files that end too early")
  func cutAtLength() throws {
    for name in Fixture.everything {
      let original = try Fixture.bytes(name)
      for end in stride(from: 0, to: original.count, by: 8209) {
        #expect(errors(original[..<end], verifiesChecksums: true) > 0)
      }
    }
  }

  @Test("a tree that leads to itself is left")
  func circle() throws {
    var bytes = try Fixture.bytes("earliest.h5")
    // The root group's tree: the address behind its signature, neighbours and first key.
    let tree = try #require(
      bytes.indices.first { bytes[$0...].starts(with: "TREE".utf8) })
    bytes[tree + 5] = 1
    for index in 0..<8 {
      bytes[tree + 32 + index] = UInt8(truncatingIfNeeded: tree >> (8 * index))
    }
    #expect(
      sentence { _ = try HDF5File(bytes: bytes, named: "a.h5") }
        == "a.h5: the tree of names at byte \(tree) is damaged: a number in it cannot be")
  }
}

/// Reads what there is, a few levels deep.
private struct Everything {
  private(set) var errors = 0
  private var left = 300

  mutating func failed(_ error: FileError) {
    errors += 1
    #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 })
  }

  mutating func read(_ group: Group, depth: Int = 0) {
    attempt { (reading) throws(FileError) in reading.read(try group.attributes()) }
    for name in group.names where left > 0 && depth < 4 {
      left -= 1
      attempt { (reading) throws(FileError) in
        switch try group[name] {
        case .group(let more): reading.read(more, depth: depth + 1)
        case .dataset(let dataset):
          reading.read(dataset)
          reading.read(try dataset.attributes())
        case .datatype: break
        }
      }
    }
  }

  private mutating func read(_ attributes: Attributes) {
    for name in attributes.names.prefix(20) {
      if let attribute = attributes[name] { read(attribute) }
    }
  }

  private mutating func read(_ elements: some StoredElements) {
    attempt { (_) throws(FileError) in
      // What was enormous stays within its memory, but takes a debug build its time.
      guard elements.count < 2000 else { return }
      if elements.elementType == .text {
        _ = try elements.texts()
      } else {
        _ = try elements.floats()
      }
    }
  }

  private mutating func attempt(_ body: (inout Everything) throws(FileError) -> Void) {
    do throws(FileError) {
      try body(&self)
    } catch {
      failed(error)
    }
  }
}

/// SplitMix64.
private struct Chance {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
