import Documents
import Engine
import Foundation
import Testing

@testable import ModelFiles

/// Networks of every layer and option, against what Keras computes; `make-networks.py` made both.
@Suite struct GeneratedNetworksTests {
  /// The observations of a batch for an input, each `[timesteps, features]` as that input has it.
  private func observations(_ array: NumberArray, for input: InputLayer) -> [Observation] {
    let batch = array.shape[0]
    let size = array.values.count / batch
    return (0..<batch).map { place in
      let values = Array(array.values[place * size..<(place + 1) * size])
      let timesteps = input.hasTimesteps ? array.shape[1] : 1
      return Observation(timesteps: timesteps, features: size / timesteps, values: values)
    }
  }

  /// The largest difference from Keras's answers, relative where they are above 1.
  private func difference(
    _ model: LoadedModel, _ inputs: [NumberArray], _ right: [Float]
  ) throws -> Float {
    let fed = zip(inputs, model.description.inputs).map { observations($0, for: $1) }
    var outputs: [Float] = []
    for place in fed[0].indices {
      var observation = fed[0][place]
      observation.beside = fed.dropFirst().map { $0[place] }
      outputs += try model.network.outputs([observation])[0].values
    }
    guard outputs.count == right.count, !outputs.contains(where: \.isNaN) else { return .infinity }
    return zip(outputs, right).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? .infinity
  }

  @Test("there is a network for each layer and option")
  func isComplete() throws {
    #expect(GeneratedFiles.plain.count > 80)
    #expect(GeneratedFiles.whole.count == 8)
  }

  @Test("a network of each layer and option gives Keras's answers", arguments: GeneratedFiles.plain)
  func inParts(name: String) throws {
    let stem = Sources.fixture("Generated/" + name)
    let numbers = try Safetensors(contentsOf: stem + "_numbers.safetensors")
    let model = try Sources.library.load(stem + ".json", weights: stem + ".safetensors")
    let inputs = ["input", "input_1", "input_2"].compactMap { numbers.tensors[$0] }
    #expect(inputs.count == model.description.inputs.count)
    let right = try #require(numbers.tensors["output"])
    #expect(try difference(model, inputs, right.values) <= 1e-5)
    // Our own form says the same.
    let scratch = try Scratch()
    let lines = ["network:"] + model.description.lines.map { "  " + $0 }
    let ours = try scratch.file("model.yaml", lines.joined(separator: "\n") + "\n")
    let again = try Sources.library.load(ours, weights: stem + ".safetensors")
    #expect(try difference(again, inputs, right.values) <= 1e-5)
  }

  @Test(
    "arrays are found where whole models file them",
    arguments: GeneratedFiles.whole)
  func whole(file: String) throws {
    let path = Sources.fixture("Generated/" + file)
    let stem = String(path.prefix(upTo: path.lastIndex(of: ".") ?? path.endIndex))
    let model = try Sources.library.load(path)
    var inputs = [try NumPyFile.read(stem + "_input.npy")]
    if model.description.inputs.count > 1 {
      inputs.append(try NumPyFile.read(stem + "_input_1.npy"))
    }
    let right = try NumPyFile.read(stem + "_output.npy").values
    #expect(try difference(model, inputs, right) <= 1e-5)
  }
}

/// What `make-networks.py` wrote.
private enum GeneratedFiles {
  /// Networks of which architecture and weights are files of their own.
  static let plain = files(".json").map { String($0.dropLast(".json".count)) }
  /// Whole models.
  static let whole = files(".keras") + files(".h5")

  private static func files(_ ending: String) -> [String] {
    let folder = Sources.fixture("Generated")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(ending) }.sorted()
  }
}
