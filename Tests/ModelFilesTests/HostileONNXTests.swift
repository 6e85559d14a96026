import Documents
import Foundation
import Phrases
import Testing

@testable import ModelFiles

/// Small files of ONNX's made in the tests: curves with numbers that ours have not, axes that are named
/// twice, and graphs that would take hours or all memory.
@Suite(.timeLimit(.minutes(10))) struct HostileONNXTests {
  /// Fields of a message, one after another.
  private struct Message {
    var bytes: [UInt8] = []

    mutating func varint(_ value: UInt64) {
      var rest = value
      while rest >= 0x80 {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
    mutating func integer(_ number: UInt64, _ value: Int) {
      varint(number << 3)
      varint(UInt64(bitPattern: Int64(value)))
    }
    mutating func bytes(_ number: UInt64, _ value: [UInt8]) {
      varint(number << 3 | 2)
      varint(UInt64(value.count))
      bytes += value
    }
    mutating func text(_ number: UInt64, _ value: String) { bytes(number, Array(value.utf8)) }
    mutating func float(_ number: UInt64, _ value: Float) {
      varint(number << 3 | 5)
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 }
    }
    mutating func message(_ number: UInt64, _ body: (inout Message) -> Void) {
      var inner = Message()
      body(&inner)
      bytes(number, inner.bytes)
    }
  }

  private enum Setting {
    case float(Float)
    case integer(Int)
    case integers([Int])
  }

  private struct Node {
    var kind: String
    var inputs: [String]
    var output: String
    var settings: [(String, Setting)] = []
  }

  /// What is said of a graph from `x` to `y`.
  private func sentence(
    _ nodes: [Node], sizes: [Int] = [1, 3], weight: [Int]? = nil
  ) -> String {
    var model = Message()
    model.message(7) { graph in
      for node in nodes {
        graph.message(1) { message in
          for input in node.inputs { message.text(1, input) }
          message.text(2, node.output)
          message.text(3, node.output)
          message.text(4, node.kind)
          for (name, setting) in node.settings {
            message.message(5) { attribute in
              attribute.text(1, name)
              switch setting {
              case .float(let value): attribute.float(2, value)
              case .integer(let value): attribute.integer(3, value)
              case .integers(let values): for value in values { attribute.integer(8, value) }
              }
            }
          }
        }
      }
      if let weight {
        graph.message(5) { tensor in
          for size in weight { tensor.integer(1, size) }
          tensor.integer(2, 1)
          tensor.text(8, "w")
          tensor.bytes(9, [UInt8](repeating: 0, count: weight.reduce(4, *)))
        }
      }
      for (number, name) in [(UInt64(11), "x"), (12, "y")] {
        graph.message(number) { port in
          port.text(1, name)
          port.message(2) { type in
            type.message(1) { tensor in
              tensor.integer(1, 1)
              tensor.message(2) { shape in
                for size in sizes { shape.message(1) { $0.integer(1, size) } }
              }
            }
          }
        }
      }
    }
    do throws(FileError) {
      _ = try ONNXFile(model.bytes[...], named: "a.onnx") { _ in nil }
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  private func curve(_ kind: String, _ settings: [(String, Setting)]) -> String {
    sentence([Node(kind: kind, inputs: ["x"], output: "y", settings: settings)])
  }

  @Test(
    "a curve with other numbers than ours is refused with them, one with the usual ones is read")
  func curves() {
    #expect(curve("HardSigmoid", []) == "no error")
    #expect(curve("HardSigmoid", [("beta", .float(0.5))]) == "no error")
    #expect(
      curve("HardSigmoid", [("alpha", .float(0.2)), ("beta", .float(0.25))])
        == "a.onnx: 'y' (HardSigmoid with alpha=0.2, beta=0.25) cannot be opened so far; export a network "
        + "without it")
    #expect(curve("Selu", []) == "no error")
    #expect(
      curve("Selu", [("alpha", .float(1.6732632)), ("gamma", .float(1.050701))]) == "no error")
    #expect(
      curve("Selu", [("gamma", .float(1.5))])
        == "a.onnx: 'y' (Selu with gamma=1.5) cannot be opened so far; export a network without it")
    #expect(
      curve("LeakyRelu", [("alpha", .float(0.5))])
        == "a.onnx: 'y' (LeakyRelu with alpha=0.5) cannot be opened so far; export a network without it"
    )
  }

  @Test(
    "an axis that is named twice, or is not there, is refused", arguments: [[1, 1], [1, -2], [7]])
  func squeeze(axes: [Int]) {
    #expect(
      sentence(
        [Node(kind: "Squeeze", inputs: ["x"], output: "y", settings: [("axes", .integers(axes))])],
        sizes: [1, 1, 3])
        == "a.onnx: 'y' (Squeeze of other axes than a chain of layers has) cannot be opened so far; export "
        + "a network without it")
  }

  @Test("axes of length one are put in once each")
  func unsqueeze() {
    #expect(
      sentence([
        Node(
          kind: "Unsqueeze", inputs: ["x"], output: "y", settings: [("axes", .integers([1, 1]))])
      ]).contains("Unsqueeze of other axes"))
  }

  @Test("what thousands of steps make of one tensor is bounded")
  func turnedAtLength() {
    let size = 1024
    func name(_ place: Int) -> String { place == 0 ? "w" : "w\(place)" }
    var nodes = (0..<300).map {
      Node(kind: "Transpose", inputs: [name($0)], output: name($0 + 1))
    }
    nodes.append(Node(kind: "MatMul", inputs: ["x", name(300)], output: "y"))
    let expected =
      "a.onnx: its steps make more than 67,108,864 numbers of its tensors, the most that are worked "
      + "out; export a smaller model"
    #expect(sentence(nodes, sizes: [1, size], weight: [size, size]) == expected)
    let products = (0..<300).map {
      Node(
        kind: "Gemm", inputs: ["x", "w"], output: $0 == 299 ? "y" : "y\($0)",
        settings: [("transB", .integer(1))])
    }
    // All are needed, since all are read in the end.
    let all =
      products.dropLast() + [
        Node(kind: "Concat", inputs: products.map(\.output), output: "y")
      ]
    #expect(sentence(Array(all), sizes: [1, size], weight: [size, size]) == expected)
  }

  @Test("lists that double with every step are bounded")
  func doubled() {
    var nodes = [Node(kind: "Shape", inputs: ["x"], output: "s0")]
    for place in 0..<60 {
      nodes.append(
        Node(
          kind: "Concat", inputs: ["s\(place)", "s\(place)"], output: "s\(place + 1)",
          settings: [("axis", .integer(0))]))
    }
    nodes.append(Node(kind: "Reshape", inputs: ["x", "s60"], output: "y"))
    #expect(sentence(nodes).contains("(Concat of other axes"))
  }

  @Test("too many steps and layers, and an axis that is too long, are said")
  func sizes() {
    func chain(_ kind: String, _ count: Int) -> [Node] {
      (0..<count).map {
        Node(
          kind: kind, inputs: [$0 == 0 ? "x" : "v\($0)"],
          output: $0 == count - 1 ? "y" : "v\($0 + 1)")
      }
    }
    #expect(
      sentence(chain("Identity", 20_001))
        == "a.onnx: it has more than 20,000 steps, tensors or inputs, or too many names in them; export "
        + "a smaller model")
    #expect(
      sentence(chain("Relu", 1001))
        == "a.onnx: it has more than 1,000 layers, the most that are read")
    #expect(
      sentence(chain("Relu", 1), sizes: [1, 5_000_000_000])
        == "a.onnx: its input 'x' has an axis of 5,000,000,000, and 1,000,000 is the most; export the "
        + "model with a smaller one")
  }
}
