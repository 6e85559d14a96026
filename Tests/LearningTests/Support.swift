import Documents
import Engine
import Foundation
import Learning
import ModelFiles

enum Tasks {
  static let lessons = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("lessons").path
  static let library = ModelLibrary(explicit: lessons, environment: [:], program: nil)

  /// All that come without a model, at their usual lengths, and parity asked at the end alone.
  static func all() throws -> [any LearningTask] {
    try TaskKind.allCases.compactMap { try $0.task(in: library) }
      + [ParityTask(answersEachTimestep: false)]
  }
}

extension LabelledExample {
  /// What is one-hot at each timestep, by the names of the features.
  func names(_ task: some LearningTask) -> [String] {
    (0..<observation.timesteps).map { timestep in
      let row = Array(observation[timestep])
      return zip(task.features, row).filter { $0.1 == 1 }.map(\.0.name).joined(separator: "+")
    }
  }
}

/// The entropy of a yes that comes with this probability, in nats.
func entropy(_ share: Double) -> Double {
  -share * log(share) - (1 - share) * log(1 - share)
}

func mean(_ values: some Collection<Double>) -> Double {
  values.reduce(0, +) / Double(values.count)
}
