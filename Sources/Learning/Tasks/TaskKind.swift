import Documents
import ModelFiles

/// The tasks by name. A new one is a file, a case here and its line below.
package enum TaskKind: String, CaseIterable, Codable, Hashable, Sendable {
  case latch, weather, adding, parity, brackets, copy
  /// Observations of the user's own with their true answers.
  case data

  /// The task at its usual length; nil for `data`, which comes from a model. Throws where the lessons'
  /// data are not found or cannot be read.
  package func task(in library: ModelLibrary) throws(FileError) -> (any LearningTask)? {
    switch self {
    case .latch: LatchTask()
    case .weather: try WeatherTask(in: library)
    case .adding: AddingTask()
    case .parity: ParityTask()
    case .brackets: BracketsTask()
    case .copy: CopyTask()
    case .data: nil
    }
  }
}
