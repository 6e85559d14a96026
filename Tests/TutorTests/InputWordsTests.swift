import Foundation
import ModelFiles
import Screen
import Testing

@testable import Tutor

/// What the data say of an observation and its timesteps, on the screens.
@Suite struct InputWordsTests {
  private func model(
    _ text: String, _ files: [String: String]
  ) throws -> State {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("unroll-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files.merging(["model.yaml": text], uniquingKeysWith: { $1 }) {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    return try State(
      try Models.library.load(folder.appendingPathComponent("model.yaml").path),
      kernels: .portable)
  }

  @Test("each timestep of a text shows its word")
  func words() throws {
    let state = try model(
      """
      name: words
      network:
        input: {timesteps: 4, tokens: true}
        layers:
          - embedding: table
            input_dim: 5
            output_dim: 2
          - lstm: lstm
            units: 2
      observations: {kind: file, data: a.txt, tokenizer: t.json}
      """, ["a.txt": "The cat sat\n", "t.json": #"{"the": 1, "cat": 2, "sat": 3}"#])
    var moved = state
    try Models.run("go last", on: &moved)
    let text = view(moved, size: Size(width: 120, height: 30)).frame.text()
    #expect(text.contains("sat"))
    #expect(text.contains("cat"))
    // Nothing stands before the first word.
    #expect(state.explorer.example.timesteps.map(\.word) == [nil, "the", "cat", "sat"])
  }

  @Test("the title names the rows, how they were scaled and the true value")
  func title() throws {
    let state = try model(
      """
      name: m
      network:
        input: {timesteps: 2, features: 1}
        layers:
          - lstm: lstm
            units: 2
      observations: {kind: file, data: a.csv, target: x, normalise: true}
      """, ["a.csv": "Date,x\n2024-01-02,0\n2024-01-03,5\n2024-01-04,10\n"])
    let title = state.explorer.title(width: 200)
    #expect(
      title.hasSuffix(
        "observation 0 · Tue 2 Jan – Wed 3 Jan 2024 · in a.csv · normalised, true x 1.00 (10.0)"),
      "\(title)")
  }
}
