import Foundation
import ModelFiles

@testable import Tutor

extension Models {
  /// The model that a text of model.yaml describes.
  static func load(_ text: String) throws -> LoadedModel {
    try keptModels(text) {
      let file = FileManager.default.temporaryDirectory
        .appending(path: "unroll-model-\(UUID().uuidString).yaml")
      try text.write(to: file, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(at: file) }
      return try library.load(file.path())
    }
  }

  /// A tutor over a network so small that most things are there once, or not at all.
  static func small(
    timesteps: Int, features: Int, layers: [String], _ commands: String = ""
  ) throws -> State {
    let text = """
      name: small
      network:
        input: {timesteps: \(timesteps), features: \(features)}
        layers:

      """ + layers.map { "    - {\($0)}\n" }.joined()
    return try keptStates("\(text): \(commands)") {
      var state = try State(try load(text), kernels: .portable)
      if !commands.isEmpty { try run(commands, on: &state) }
      return state
    }
  }
}
