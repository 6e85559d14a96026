import Documents
import Engine

extension ModelFile {
  /// Reads a file of ONNX's; `reach` says whether a file of weights beside it may be opened.
  static func onnx(_ file: String, _ reach: Reach) throws(FileError) -> ModelFile {
    var model = ModelFile(try ONNXFile(file, reach).network, in: file)
    model.framework = .onnx
    model.weights = file
    return model
  }
}

extension LayeredWeights {
  /// The weights of a file of ONNX's.
  static func onnx(_ file: String, _ reach: Reach) throws(FileError) -> any StoredWeights {
    let onnx = try ONNXFile(file, reach)
    return LayeredWeights(onnx.weights, of: onnx.network, in: file)
  }
}

/// A file of ONNX's as a network of ours.
struct ONNXFile {
  let network: NetworkDescription
  let weights: [String: Tensor]

  /// How many bytes a file may have: the most weights there are, and a graph.
  private static let mostBytes = (NetworkPlan.mostWeights + (1 << 21)) * 4

  init(_ file: String, _ reach: Reach) throws(FileError) {
    let bytes = try FileBytes.read(file, limit: Self.mostBytes).bytes
    try self.init(bytes[...], named: file) { name in
      let place = path(name, besides: file)
      guard (try? reach.check(place)) != nil else { return nil }
      return (try? FileBytes.read(place, limit: Self.mostBytes))?.bytes
    }
  }

  /// The same of the bytes of a file, with what reads files beside it.
  init(
    _ bytes: ArraySlice<UInt8>, named file: String, beside read: (String) -> [UInt8]?
  ) throws(FileError) {
    do throws(ONNXFault) {
      let graph = try ONNXGraph(bytes)
      let outside = ONNXOutside(of: graph.tensors, read)
      (network, weights) = try ONNXNetwork(graph, outside).described()
    } catch {
      throw FileError(file, .onnx(error))
    }
  }
}
