import Documents
import Foundation
import Phrases
import Testing

@testable import Pickle

@Suite struct PickleTests {
  private func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name)")))
  }

  private func pickle(_ bytes: [UInt8]) throws(FileError) -> Pickle {
    try Pickle(bytes[...], named: "a.pkl")
  }

  private func sentence(_ bytes: [UInt8]) -> String {
    do {
      _ = try pickle(bytes)
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  /// The values as `Fixtures/make_fixtures.py` writes them.
  private func words(_ value: PickleValue, in pickle: Pickle) -> String {
    func list(_ name: String, _ values: [PickleValue]) -> String {
      "\(name)(\(values.map { words($0, in: pickle) }.joined(separator: ", ")))"
    }
    switch value {
    case .none: return "None"
    case .truth(let truth): return truth ? "True" : "False"
    case .integer(let number): return "\(number)"
    case .longInteger(let bytes): return "long(\(bytes))"
    case .number(let number): return "\(number)"
    case .text(let text): return "text(\(text))"
    case .bytes(let bytes): return "bytes(\(Array(bytes)))"
    case .global(let name): return "global(\(name.dotted))"
    case .object(let reference):
      switch pickle[reference] {
      case .list(let values): return list("list", values)
      case .tuple(let values): return list("tuple", values)
      case .set(let values): return list("set", values)
      case .dictionary(let entries):
        let pairs = entries.map { "\(words($0.key, in: pickle)): \(words($0.value, in: pickle))" }
        return "dict(\(pairs.joined(separator: ", ")))"
      case .made(let made): return list("made", [made.maker] + made.arguments)
      case .persistent(let value): return "persistent(\(words(value, in: pickle)))"
      }
    }
  }

  @Test("all protocols say the same values", arguments: 0...5)
  func values(version: Int) throws {
    let pickle = try pickle(try bytes("values.\(version)"))
    let expected = String(decoding: try bytes("values.txt"), as: UTF8.self)
    #expect(words(pickle.root, in: pickle) == expected)
    #expect(pickle.strangers.isEmpty)
    #expect(pickle.end == (try bytes("values.\(version)").count))
  }

  @Test("bytes, sets and long integers are read")
  func others() throws {
    let bytes = try pickle(try bytes("bytes.3"))
    #expect(
      words(bytes.root, in: bytes)
        == "list(bytes([0, 255]), bytes(\([UInt8](repeating: 120, count: 300))))")
    let sets = try pickle(try self.bytes("sets.4"))
    #expect(
      words(sets.root, in: sets)
        == "list(set(1), set(2), long([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]))")
    let array = try pickle(try self.bytes("bytearray.5"))
    #expect(words(array.root, in: array) == "bytes([97, 98])")
  }

  @Test("what would be called is kept with what would be put into it", arguments: 0...5)
  func objects(version: Int) throws {
    let pickle = try Pickle(try bytes("objects.\(version)")[...], named: "a.pkl") {
      $0.module != "__main__"
    }
    #expect(pickle.strangers == [PickleName("__main__", "Thing")])
    guard case .list(let values)? = pickle.object(pickle.root), values.count == 3,
      case .made(let ordered)? = pickle.object(values[0]),
      case .made(let thing)? = pickle.object(values[1]), let state = thing.state,
      case .list(let circle)? = pickle.object(values[2])
    else {
      Issue.record("three objects are expected")
      return
    }
    #expect(ordered.maker == .global(PickleName("collections", "OrderedDict")))
    #expect(
      ordered.entries.map { words($0.key, in: pickle) + words($0.value, in: pickle) }
        == ["text(a)1", "text(b)2"])
    #expect(words(state, in: pickle) == "dict(text(width): 3)")
    #expect(circle == [values[2]])
  }

  @Test("a pickle that would run a program is only listed", arguments: 0...5)
  func hostile(version: Int) throws {
    let pickle = try pickle(try bytes("hostile.\(version)"))
    #expect(pickle.strangers.map(\.dotted) == ["posix.system"])
    #expect(
      words(pickle.root, in: pickle)
        == "dict(text(a): made(global(posix.system), text(touch /tmp/unroll-was-run)), text(b): 1)")
    #expect(!FileManager.default.fileExists(atPath: "/tmp/unroll-was-run"))
  }

  @Test("what is wrong is said with its place")
  func sentences() throws {
    let values = try bytes("values.4")
    #expect(
      sentence(Array(values.prefix(100)))
        == "a.pkl: its pickle ends in the middle, after 100 bytes; the file is cut short")
    #expect(
      sentence([0x80, 9]) == "a.pkl: its pickle has protocol 9, and 0 to 5 are read")
    #expect(
      sentence([0x80, 2, 0x52])
        == "a.pkl: its pickle is damaged at byte 2; save the file again")
    // An extension of a registry that no file has.
    #expect(
      sentence([0x80, 2, 0x82, 1, 0x2E])
        == "a.pkl: its pickle has the instruction 130 at byte 2, which is none, or reaches for "
        + "something outside the file; save the weights alone, with "
        + "torch.save(model.state_dict(), FILE)")
  }

  @Test("no more instructions are carried out than memory is there for")
  func bounded() {
    let many = [UInt8](repeating: UInt8(ascii: "N"), count: Pickle.mostSteps) + [0x2E]
    #expect(
      sentence(many)
        == "a.pkl: its pickle has more than 1,000,000 instructions, the most that are read; save the "
        + "weights alone, with torch.save(model.state_dict(), FILE)")
    // Lists of lists, each twice in the next: a few bytes that stand for 2⁴⁰ values.
    var deep: [UInt8] = [0x80, 2, 0x5D]
    for _ in 0..<40 { deep += [0x32, 0x86] }
    #expect(sentence(deep + [0x2E]) == "no error")
    // A text that claims more bytes than there are.
    #expect(
      sentence([0x80, 4, 0x8D, 0, 0, 0, 0, 0, 0, 0, 0x70])
        == "a.pkl: its pickle ends in the middle, after 11 bytes; the file is cut short")
  }

  @Test("pickles with changed bytes, and those that end too early, cost an error at most")
  func damagedAtLength() throws {
    var state: UInt64 = 5
    func chance(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    for name in (0...5).flatMap({ ["values.\($0)", "objects.\($0)"] }) {
      let original = try bytes(name)
      for place in original.indices { _ = sentence(Array(original[..<place])) }
      for _ in 0..<2000 {
        var bytes = original
        for _ in 0...chance(4) { bytes[chance(bytes.count)] = UInt8(chance(256)) }
        #expect(sentence(bytes).unicodeScalars.allSatisfy { $0.value >= 0x20 })
      }
    }
  }
}
