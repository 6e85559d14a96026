import Foundation
import ModelFiles

@testable import Tutor

extension Models {
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
    let file = FileManager.default.temporaryDirectory
      .appending(path: "unroll-small-\(UUID().uuidString).yaml")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    var state = try State(try library.load(file.path()), kernels: .portable)
    if !commands.isEmpty { try run(commands, on: &state) }
    return state
  }
}
