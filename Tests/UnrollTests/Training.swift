import Documents
import Foundation
import ModelFiles

@testable import unroll

/// A training beside the program, whose epochs a test writes.
final class Training {
  let scratch: Scratch
  var model: String { scratch.path("my.yaml") }
  var weights: String { scratch.path("w.safetensors") }
  /// The options with which the program follows it.
  var options: [String] { ["--model", model, "--weights", weights, "--follow"] }

  init() throws {
    scratch = try Scratch()
    try writeNetwork(units: 2)
    try write(epoch: 1)
  }

  func writeNetwork(units: Int, features: Int = 2) throws {
    try scratch.write(
      "my.yaml",
      """
      network:
        input: {timesteps: 6, features: \(features)}
        layers:
          - {lstm: a, units: \(units)}
          - {dense: out, units: 1}
      """)
  }

  /// The bytes of the weights after an epoch.
  func bytes(epoch: Int, units: Int = 2, features: Int = 2) -> [UInt8] {
    func tensor(_ shape: [Int]) -> NumberArray {
      NumberArray(
        shape: shape, values: (0..<shape.reduce(1, *)).map { Float($0 % 5 + epoch) / 20 })
    }
    return Safetensors(tensors: [
      "a/kernel": tensor([features, 4 * units]), "a/recurrent_kernel": tensor([units, 4 * units]),
      "a/bias": tensor([4 * units]), "out/kernel": tensor([units, 1]), "out/bias": tensor([1]),
    ]).encoded
  }

  /// Writes the weights of an epoch in the place of those before, by another file that takes its name.
  func write(epoch: Int, units: Int = 2, features: Int = 2) throws {
    try FileBytes.write(bytes(epoch: epoch, units: units, features: features), to: weights)
  }

  /// Writes bytes into the file as it stands there, as a training does that is at it.
  func writeInPlace(_ bytes: [UInt8]) throws {
    let handle = try FileHandle(forWritingTo: URL(filePath: weights))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }

  /// What the program reads at its start.
  func followed(input: String? = nil) throws -> FollowedModel {
    let options = try ModelOptions.parse(
      ["--model", model, "--weights", weights] + (input.map { ["--input", $0] } ?? []))
    return try FollowedModel(options, from: ModelLibrary(explicit: Program.source("lessons")))
  }
}
