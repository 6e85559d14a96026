import Engine
import Foundation
import Learning
import ModelFiles
import Testing

@Suite struct DataTaskTests {
  /// A table with a column `day` that counts, `level`, and `high` that is 0 or 1.
  private func file(target: String, rows: Int = 60) throws -> (ObservationFile, [Float]) {
    let levels = (0..<rows).map { Float(($0 * 7) % 11) }
    let lines = levels.enumerated().map { "\($0),\($1),\($1 > 5 ? 1 : 0)" }
    let text = (["step,level,high"] + lines).joined(separator: "\n")
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "unroll-\(UUID().uuidString).csv")
    try text.write(to: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: path) }
    var reading = InputReading()
    reading.columns = ["level"]
    reading.window = 5
    reading.target = target
    let input = InputLayer(timesteps: 5, features: 1)
    return (
      try ObservationFile(contentsOf: path.path, for: [input], reading: reading), levels
    )
  }

  private let features = [Feature(name: "level")]

  @Test("the last fifth is the test, and no row of it is in the training")
  func parts() throws {
    let (file, levels) = try file(target: "level")
    let task = try #require(DataTask(file, features: features))
    // 55 windows: 11 for the test from row 44 on; windows 39 to 43 read or ask rows from 44 on.
    #expect(task.count(of: .test) == 11 && task.count(of: .training) == 39)
    #expect(task.answer == .number && task.timesteps == 5)
    let training = task.examples(100, seed: 1)
    let test = task.examples(100, of: .test, seed: 1)
    #expect(training.map(\.target) == (0..<39).map { [levels[$0 + 5]] })
    #expect(test.map(\.target) == (44..<55).map { [levels[$0 + 5]] })
    #expect(test[0].observation.values == Array(levels[44..<49]))
  }

  @Test("a column of 0 and 1 is a question with yes or no for answer")
  func yesOrNo() throws {
    let (file, levels) = try file(target: "high")
    let task = try #require(DataTask(file, features: features))
    #expect(task.answer == .yesOrNo)
    #expect(
      task.examples(100, seed: 1).map(\.target) == (0..<39).map { [levels[$0 + 5] > 5 ? 1 : 0] })
    #expect(task.baselines.map(\.rule) == [.always])
  }

  @Test("a forecast of a feature is held against its last value")
  func asLast() throws {
    let (file, levels) = try file(target: "level")
    let task = try #require(DataTask(file, features: features))
    let scores = task.baselineScores(
      training: task.examples(100, seed: 1), test: task.examples(100, of: .test, seed: 1))
    #expect(scores.map(\.rule) == [.asLast, .always])
    let errors = (49..<60).map { Double(levels[$0] - levels[$0 - 1]) }
    #expect(abs(scores[0].measure.loss - mean(errors.map { $0 * $0 })) < 1e-6)
  }

  @Test("a model without true answers, or with too few, has no task")
  func none() throws {
    #expect(DataTask(try Tasks.library.load("latch")) == nil)
    #expect(DataTask(try file(target: "level", rows: 8).0, features: features) == nil)
  }
}
