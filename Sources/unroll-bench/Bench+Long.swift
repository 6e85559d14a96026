import ArgumentParser
import Engine
import Foundation
import ModelFiles
import Processes
import Screen
import Tutor
import Vocabulary

// A long observation, and many of them: 100,000 timesteps and 10,000 observations through the network
// of the shipped models.
extension Bench {
  private static let timesteps = 100_000
  private static let observations = 10_000

  func long(_ library: ModelLibrary) throws -> [Measurement] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "unroll-bench-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let weights = URL(filePath: try library.lessons())
      .appending(path: "models/latch/weights.safetensors").path
    return try one(folder, weights) + many(folder, weights, library)
  }

  // MARK: - One long observation

  private func one(_ folder: URL, _ weights: String) throws -> [Measurement] {
    let input = try Self.input([Self.timesteps, 10], in: folder, named: "long.npy")
    let model = try Self.model(weights, in: folder)
    let loaded = try ModelLibrary(explicit: nil).load(model, input: input)
    let observation = try loaded.observations.observation(0)
    let forward = try Measurement.milliseconds("forward, 100,000 timesteps", runs: min(runs, 5)) {
      _ = try loaded.network.forward(observation)
    }
    let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "unroll").path
    let run = ProgramRun(path)
    for _ in 0..<min(runs, 5) {
      try run.open(["--model", model, "--input", input], naming: "open 100,000 timesteps")
    }
    var chance = SplitMix64(seed: 1)
    for (screen, keys) in [("network", ""), ("layer", "\r"), ("unit", "\r")] {
      run.lead(keys, until: 2000)
      for _ in 0..<max(10, min(keys.isEmpty ? self.keys : self.keys / 2, 100)) {
        run.press("\(chance.next() % UInt64(Self.timesteps))g")
      }
      try run.endJumps("jump to screen, \(screen)")
    }
    try run.endMemory("memory, 100,000 timesteps")
    return [forward] + run.measurements
  }

  // MARK: - Many observations

  private func many(
    _ folder: URL, _ weights: String, _ library: ModelLibrary
  ) throws -> [Measurement] {
    let input = try Self.input([Self.observations, 50, 10], in: folder, named: "many.npy")
    let model = try library.load("latch", input: input)
    let batch = try (0..<Self.observations).map { try model.observations.observation($0) }
    let forward = try Measurement.milliseconds("forward, 10,000 observations", runs: min(runs, 3)) {
      _ = try model.network.outputs(batch)
    }
    let size = Size(width: 120, height: 40)
    var state = try State(model)
    let clock = ContinuousClock()
    let start = clock.now
    _ = state.update(.observations)
    while state.isCounting {
      _ = state.update(.tick)
      _ = view(state, size: size)
    }
    let listed = Measurement(
      "list 10,000 observations", unit: "ms", [(clock.now - start).milliseconds])
    let sorted = try Measurement.milliseconds("sort and draw them", runs: runs) {
      for column in ["output", "number"] {
        _ = state.update(try Command(parsing: "sort \(column)"))
        _ = view(state, size: size)
      }
    }
    let filtered = try Measurement.milliseconds("filter and draw them", runs: runs) {
      _ = state.update(try Command(parsing: "where output > 0.5 and number != 3"))
      _ = view(state, size: size)
    }
    _ = state.update(try Command(parsing: "where all"))
    let scrolled = Measurement.milliseconds("scroll and draw them", runs: runs) {
      _ = state.update(.go(.by(10)))
      _ = view(state, size: size)
    }
    return try [forward, listed, sorted, filtered, scrolled] + short(folder)
  }

  /// As many short observations as are listed, and half of them: it is to take twice as long.
  private func short(_ folder: URL) throws -> [Measurement] {
    let file = folder.appending(path: "short.yaml")
    try """
    network:
      input: {timesteps: 3, features: 10}
      layers:
        - {lstm: lstm, units: 2}
        - {dense: output, units: 1, activation: sigmoid}
    """.write(to: file, atomically: true, encoding: .utf8)
    return try [50_000, 100_000].map { count in
      let input = try Self.input([count, 3, 10], in: folder, named: "short\(count).npy")
      var state = try State(ModelLibrary(explicit: nil).load(file.path, input: input))
      return Measurement.milliseconds("list \(count) short observations", runs: 1) {
        _ = state.update(.observations)
        while state.isCounting { _ = state.update(.tick) }
      }
    }
  }

  // MARK: - Files

  /// The network of the shipped models for sequences of any length.
  private static func model(_ weights: String, in folder: URL) throws -> String {
    let file = folder.appending(path: "long.yaml")
    try """
    network:
      input: {timesteps: any, features: 10}
      layers:
        - {lstm: lstm1, units: 128, return_sequences: true}
        - {lstm: lstm2, units: 64}
        - {dense: dense1, units: 128, activation: relu}
        - {dense: dense2, units: 64, activation: relu}
        - {dense: output, units: 1, activation: sigmoid}
    weights: \(weights)
    """.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  /// One-hot symbols as a `.npy` file.
  private static func input(_ shape: [Int], in folder: URL, named name: String) throws -> String {
    var chance = SplitMix64(seed: 7)
    let count = shape.reduce(1, *)
    var values = [Float](repeating: 0, count: count)
    for row in 0..<count / 10 { values[row * 10 + Int(chance.next() % 10)] = 1 }
    let sizes = shape.map(String.init).joined(separator: ", ")
    var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(sizes)), }"
    header += String(repeating: " ", count: 63 - (10 + header.utf8.count) % 64) + "\n"
    var bytes = Data([0x93] + Array("NUMPY".utf8) + [1, 0])
    bytes += [UInt8(header.utf8.count & 255), UInt8(header.utf8.count >> 8)]
    bytes += Data(header.utf8)
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
    let file = folder.appending(path: name)
    try bytes.write(to: file)
    return file.path
  }
}
