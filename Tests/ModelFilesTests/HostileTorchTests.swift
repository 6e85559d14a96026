import Documents
import Engine
import Foundation
import Phrases
import Testing
import ZIP

@testable import ModelFiles

/// Small files of PyTorch's that name one thing many times over, each of which would keep a reader busy for
/// hours if it looked at it anew every time.
@Suite(.timeLimit(.minutes(10))) struct HostileTorchTests {
  /// Instructions of a pickle, one after another.
  private struct Writer {
    var bytes: [UInt8] = [0x80, 2]

    mutating func op(_ code: Character) { bytes.append(code.asciiValue ?? 0) }
    mutating func text(_ text: String) {
      op("X")
      number(text.utf8.count)
      bytes += Array(text.utf8)
    }
    mutating func integer(_ value: Int) {
      op("J")
      number(value)
    }
    mutating func global(_ module: String, _ name: String) {
      bytes += Array("c\(module)\n\(name)\n".utf8)
    }
    mutating func put(_ place: Int) {
      op("r")
      number(place)
    }
    mutating func get(_ place: Int) {
      op("j")
      number(place)
    }
    private mutating func number(_ value: Int) {
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: value).littleEndian) { bytes += $0 }
    }
    /// A tuple of what is written.
    mutating func tuple(_ parts: (inout Writer) -> Void) {
      op("(")
      parts(&self)
      op("t")
    }
    /// A dictionary with so many keys, for each of which its value is written.
    mutating func dictionary(_ count: Int, key: String = "k", _ value: (inout Writer, Int) -> Void)
    {
      op("}")
      op("(")
      for index in 0..<count {
        text("\(key)\(index)")
        value(&self, index)
      }
      op("u")
    }
    /// A tensor of a storage of so many numbers.
    mutating func tensor(
      storage count: Int, offset: Int = 0, shape: [Int], strides: [Int]
    ) {
      global("torch._utils", "_rebuild_tensor_v2")
      tuple { writer in
        writer.tuple { writer in
          writer.text("storage")
          writer.global("torch", "FloatStorage")
          writer.text("0")
          writer.text("cpu")
          writer.integer(count)
        }
        writer.op("Q")
        writer.integer(offset)
        writer.tuple { writer in for length in shape { writer.integer(length) } }
        writer.tuple { writer in for stride in strides { writer.integer(stride) } }
      }
      op("R")
    }
  }

  private func sentence(_ writer: Writer, storage: [UInt8] = []) throws -> String {
    let pickle = writer.bytes + [UInt8(ascii: ".")]
    let file = TestArchive.bytes([("a/data.pkl", pickle), ("a/data/0", storage)])
    do {
      _ = try ModelFile.torch(file[...], named: "a.pth")
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test("a dictionary that is named 60,000 times is gone through once")
  func sharedDictionary() throws {
    var writer = Writer()
    writer.dictionary(60_000) { writer, _ in writer.integer(1) }
    writer.put(1)
    writer.op("0")
    writer.dictionary(60_000) { writer, _ in writer.get(1) }
    #expect(try sentence(writer).contains("it holds no weights of a network"))
  }

  @Test("so is what many modules keep, and what is no text in it")
  func sharedStateAtLength() throws {
    var writer = Writer()
    // One dictionary whose keys are numbers, the state of each of many objects.
    writer.op("}")
    writer.op("(")
    for index in 0..<60_000 {
      writer.integer(index)
      writer.integer(index)
    }
    writer.op("u")
    writer.put(1)
    writer.op("0")
    writer.dictionary(60_000) { writer, _ in
      writer.global("torch.nn.modules.linear", "Linear")
      writer.op(")")
      writer.bytes.append(0x81)
      writer.get(1)
      writer.op("b")
    }
    #expect(try sentence(writer).contains("it holds no weights of a network"))
  }

  @Test("a list of sizes that thousands of tensors share is not read")
  func sharedShapeAtLength() throws {
    var writer = Writer()
    writer.tuple { writer in for _ in 0..<100_000 { writer.integer(1) } }
    writer.put(1)
    writer.op("0")
    writer.dictionary(20_000, key: "weight") { writer, _ in
      writer.global("torch._utils", "_rebuild_tensor_v2")
      writer.tuple { writer in
        writer.tuple { writer in
          writer.text("storage")
          writer.global("torch", "FloatStorage")
          writer.text("0")
          writer.text("cpu")
          writer.integer(1)
        }
        writer.op("Q")
        writer.integer(0)
        writer.get(1)
        writer.get(1)
      }
      writer.op("R")
    }
    #expect(try sentence(writer).contains("it holds no weights of a network"))
  }

  @Test("thousands of views of one large storage read it once, and no more of it than they have")
  func views() throws {
    let count = 1 << 20
    var writer = Writer()
    writer.dictionary(3000, key: "a.weight") { writer, index in
      writer.tensor(storage: count, offset: index, shape: [2, 1], strides: [count - 3001, 1])
    }
    #expect(
      try sentence(writer, storage: [UInt8](repeating: 0, count: count * 4)).contains(
        "cannot be opened so far"))
  }

  @Test("names that grow with every module are bounded")
  func longNames() throws {
    var writer = Writer()
    writer.text(String(repeating: "n", count: 1 << 20))
    writer.put(9)
    writer.op("0")
    // {"weight": 60,000 modules of one long name} within a module.
    writer.global("torch.nn.modules.container", "Sequential")
    writer.op(")")
    writer.bytes.append(0x81)
    writer.op("}")
    writer.text("_modules")
    writer.op("}")
    writer.op("(")
    for _ in 0..<60_000 {
      writer.get(9)
      writer.integer(1)
    }
    writer.op("u")
    writer.op("s")
    writer.op("b")
    #expect(try sentence(writer).contains("its modules hold too many others"))
  }
}
