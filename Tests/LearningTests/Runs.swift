import Engine
import Foundation
import Learning
import ModelFiles

/// Small runs.
enum Runs {
  /// What they learn from: parity, asked after each of four timesteps.
  static func data(examples: Int = 40, seed: UInt64 = 3) -> TrainingData {
    var data = TrainingData(task: .parity)
    data.length = 4
    data.examples = examples
    data.seed = seed
    return data
  }

  /// A network with all that draws or moves beside the gradients.
  static let description = {
    var dropout = Dropout(name: "drop")
    dropout.rate = 0.3
    return NetworkDescription(
      input: InputLayer(timesteps: 4, features: 1), layers: layers(dropout))
  }()

  private static func layers(_ dropout: Dropout) -> [Layer] {
    [
      Layer(LSTM(name: "lstm", units: 3, returnSequences: true)),
      Layer(BatchNormalization(name: "norm")), Layer(dropout),
      Layer(GRU(name: "gru", units: 2, returnSequences: true)),
      Layer(Dense(name: "output", units: 1, activation: .sigmoid)),
    ]
  }

  static func settings(
    _ optimiser: OptimiserKind = .adam(), rate: Double = 0.01, epochs: Int = 3
  ) -> TrainingSettings {
    var settings = TrainingSettings(
      loss: .binaryCrossEntropy, optimiser: optimiser, rate: rate, seed: 7)
    settings.batchSize = 8
    settings.epochs = epochs
    settings.clipping = .all(0.5)
    return settings
  }

  /// A run that has not begun.
  static func fresh(
    _ settings: TrainingSettings = settings(), _ data: TrainingData = data(),
    _ description: NetworkDescription = description
  ) throws -> TrainingRun {
    guard let task = try data.task(in: Tasks.library, for: description.inputs) else {
      throw TrainingProblem.noExamples
    }
    return try TrainingRun(
      Network(description, seed: 5), training: data.training(of: task),
      validation: data.validation(of: task), settings: settings)
  }
}

/// A folder that goes away with the test.
struct Scratch: ~Copyable {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("unroll-\(UUID().uuidString.prefix(13))").path

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { "\(folder)/\(name)" }
}
