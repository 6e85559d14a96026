import Documents
import Engine
import ModelFiles

/// What a run learns from, in the words by which it is found again.
package struct TrainingData: Codable, Hashable, Sendable {
  package var task: TaskKind
  /// How long the task's sequences are, where not as usual: the argument of `resized`.
  package var length: Int?
  /// Whether `parity` is asked after the last timestep alone; nil where it is not.
  package var isAskedAtEnd: Bool?
  /// How many examples are learnt from; nil for all.
  package var examples: Int?
  /// The share of all examples that judge and are not learnt from, below 1.
  package var validationShare = 0.2
  /// What draws the sequences.
  package var seed: UInt64 = 0
  /// The file of `data`, and how it is meant.
  package var input: String?
  package var reading = InputReading()
  /// Whether the file is read as it is, since the network was made for it.
  package var isReadAlone = false

  package init(task: TaskKind) { self.task = task }

  /// What is asked; nil where the task does not come in that length, or a file has no true answers, or too
  /// few for two parts.
  ///
  /// Throws where a file is not found, or cannot be read by a network of these inputs.
  package func task(
    in library: ModelLibrary, for inputs: [InputLayer]
  ) throws(FileError) -> (any LearningTask)? {
    guard task == .data else {
      guard var task = try task.task(in: library) else { return nil }
      if isAskedAtEnd == true { task = ParityTask(answersEachTimestep: false) }
      return length.map { task.resized(to: $0) } ?? task
    }
    guard let input else { return nil }
    let file = try ObservationFile(
      contentsOf: input, for: isReadAlone ? [] : inputs, reading: reading)
    let count = ObservationSource.file(file).features
    let names = file.featureNames ?? (0..<count).map { "feature \($0)" }
    return DataTask(
      file, features: names.map { Feature(name: $0) }, testShare: validationShare)
  }

  /// How many examples may be asked for: with those that judge no more than 2²⁵ numbers, 128 MiB.
  package func mostExamples(of task: any LearningTask) -> Int {
    let numbers = Double(Self.mostNumbers) * (1 - validationShare)
    return task.room(for: task.count(of: .training) ?? .max, within: Int(numbers))
  }

  private static let mostNumbers = 1 << 25

  /// What is learnt from.
  package func training(of task: any LearningTask) -> [LabelledExample] {
    let count = task.count(of: .training).map { min($0, mostExamples(of: task)) }
    return task.examples(examples ?? count ?? 0, of: .training, seed: seed)
  }

  /// What judges: of data all that are kept for it and that there is room for, of drawn sequences as many as make up the share.
  package func validation(of task: any LearningTask) -> [LabelledExample] {
    let drawn = Double(examples ?? 0) * validationShare / (1 - validationShare)
    let count = validationShare == 0 ? 0 : task.count(of: .test) ?? Int(drawn.rounded())
    let most = task.room(for: count, within: Int(Double(Self.mostNumbers) * validationShare))
    return task.examples(most, of: .test, seed: seed)
  }
}
