import Engine
import ModelFiles

/// A file of the user's own with true answers: the last ones, a fifth where nothing else is said, are the
/// test, what comes before them is for training, but for windows that share rows with the test.
package struct DataTask: LearningTask {
  private let file: ObservationFile
  private let truths: [ObservationFacts.Truth]
  package let features: [Feature]
  /// The share of the observations that are the test, below 1.
  private let testShare: Double

  /// The task of a model's observations; nil where they are no file, have no true answers, or are too
  /// few for two parts.
  package init?(_ model: LoadedModel) {
    guard case .file(let file) = model.observations else { return nil }
    self.init(file, features: model.features)
  }

  /// The task of a file's observations; nil where they have no true answers or are too few. With a
  /// `testShare` of 0 there is no test.
  package init?(_ file: ObservationFile, features: [Feature], testShare: Double = 0.2) {
    guard let truths = file.truths else { return nil }
    (self.file, self.truths, self.features) = (file, truths, features)
    self.testShare = testShare
    if ranges.training.isEmpty || ranges.test.isEmpty && testShare > 0 { return nil }
  }

  package var kind: TaskKind { .data }
  package var timesteps: Int { file.timesteps }
  package var answer: TaskAnswer {
    truths.allSatisfy { $0.isYes != nil } ? .yesOrNo : .number
  }

  private var ranges: (training: Range<Int>, test: Range<Int>) {
    let test = truths.count - Int(Double(truths.count) * testShare)
    let shared = test < truths.count ? file.sharing : 0
    return (0..<max(0, test - shared), test..<truths.count)
  }

  private func range(of part: TaskPart) -> Range<Int> {
    switch part {
    case .training: ranges.training
    case .test: ranges.test
    }
  }

  package func count(of part: TaskPart) -> Int? { range(of: part).count }

  package func example(_ index: Int, of part: TaskPart, seed: UInt64) -> LabelledExample {
    let index = range(of: part).lowerBound + index
    let truth = truths[index]
    return LabelledExample(
      file.observation(index), target: [truth.isYes.map { $0 ? 1 : 0 } ?? truth.value])
  }

  package var baselines: [Baseline] {
    guard answer == .number, let name = truths.first?.name,
      let feature = features.firstIndex(where: { $0.name == name })
    else { return [Baseline(.always)] }
    return [
      Baseline(.asLast) { [$0.values[($0.timesteps - 1) * $0.features + feature]] },
      Baseline(.always),
    ]
  }
}
