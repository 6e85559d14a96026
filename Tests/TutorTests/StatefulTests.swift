import Documents
import Foundation
import ModelFiles
import Testing

@testable import Tutor

/// `start N` beside a Keras layer with stateful=True that read the sequences 0 to N one by one.
@Suite("Start from the states after others")
struct StatefulTests {
  /// Four sequences of three timesteps, drawn by NumPy, and the cell state that Keras 3.15.1 has after
  /// each when no state is reset between them.
  private static let input: [Float] = [
    1.301931381225586, 1.8243589401245117, 0.7483616471290588, 0.9204452633857727,
    1.6360465288162231, 0.6097064018249512, 1.052647352218628, 1.2847803831100464,
    1.2487457990646362, 2.1347830295562744, 0.7727687954902649, 1.7333287000656128,
  ]
  private static let cellStates: [Float] = [
    1.812662124633789, 3.2754738330841064, 5.002782821655273, 7.031885623931885,
  ]

  private func model() throws -> LoadedModel {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "unroll-stateful-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func array(_ shape: Int..., values: [Float]) -> NumberArray {
      NumberArray(shape: shape, values: values)
    }
    try Safetensors(tensors: [
      "a/kernel": array(1, 4, values: [2, 0, 2, 0]),
      "a/recurrent_kernel": array(1, 4, values: [0, 0, 0, 0]),
      "a/bias": array(4, values: [-2, 6, 0, 3]), "d/kernel": array(1, 1, values: [1]),
      "d/bias": array(1, values: [0]), "input": array(4, 3, 1, values: Self.input),
    ]).write(to: folder + "/all.safetensors")
    let weights = try Safetensors(contentsOf: folder + "/all.safetensors").tensors
      .filter { $0.key != "input" }
    try Safetensors(tensors: weights).write(to: folder + "/weights.safetensors")
    let text = """
      name: m
      network:
        input: {timesteps: 3, features: 1}
        layers:
          - {lstm: a, units: 1}
          - {dense: d, units: 1}
      weights: weights.safetensors
      observations: {kind: file, data: all.safetensors}
      """
    try text.write(toFile: folder + "/model.yaml", atomically: true, encoding: .utf8)
    return try Models.library.load(folder + "/model.yaml")
  }

  @Test("all sequences up to the one that is named come before, one after another")
  func all() throws {
    var state = try State(try model(), kernels: .portable)
    for last in 0..<3 {
      try Models.run("observation \(last + 1); start \(last)", on: &state)
      let found = try #require(state.trace.state(0)?.c[0])
      // Sums in another order.
      #expect(abs(found - Self.cellStates[last + 1]) < 1e-5, "\(last)")
    }
    try Models.run("start zero; observation 0", on: &state)
    let found = try #require(state.trace.state(0)?.c[0])
    #expect(abs(found - Self.cellStates[0]) < 1e-5)
  }

  @Test("a sequence that is not there, or too many to wait for, is refused at once")
  func refused() throws {
    var state = try State(try model(), kernels: .portable)
    try Models.run("start 4", on: &state)
    #expect(state.isRefused)
    var latch = try Models.tutor("latch")
    try Models.run("start 999999", on: &latch)
    #expect(
      latch.isRefused
        && latch.message?.hasPrefix("start 999999 runs every sequence up to it") == true)
  }
}
