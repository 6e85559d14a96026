import Documents
import Engine

/// Everything that can be wrong with a model beside the documents it is read from.
package enum ModelProblem: FileProblem {
  // Our own form
  case unknownLayer(String)
  case telling(layer: String, nearest: String?, layers: [String])
  case tellingUnit(layer: String, unit: Int, units: Int)
  case featureNames(expected: Int, found: Int)

  // Keras's JSON
  case kerasNotAModel(found: String)
  case kerasLayer(layer: String, className: String)
  case kerasSetting(layer: String, setting: String, found: String, reason: String)
  case kerasWiring(layer: String, reason: String)
  case kerasNoInput

  // Weights
  case torchWeights
  case network(EngineError)

  // Observations
  case observationShape([Int])
  case noObservation(Int, count: Int?)
  case observationTooLarge(timesteps: Int, features: Int, limit: Int)
  case symbol(String)
  case sequenceLength(expected: Int, found: Int)
  case latchInput(timesteps: Int?, features: Int)
  case weatherInput(timesteps: Int?, features: Int)
  case date(String)
  case dateGap(previous: String, found: String)
  case weatherWord(String, nearest: String?)
  case tooFewDays(needed: Int, found: Int)

  // The library
  case unknownModel(String, nearest: String?, shipped: [String])
  case noModelInFolder
  case noLessons(explicit: String?, variable: String?, program: String?)
  case lessonsFolder(givenBy: String)

  package var tellsNoContent: Bool {
    switch self {
    case .unknownModel, .noModelInFolder, .noLessons, .lessonsFolder: true
    default: false
    }
  }
}

extension FileError {
  /// A problem of a model.
  package init(_ place: Place, _ problem: ModelProblem) {
    self.init(at: place, of: problem)
  }

  /// A problem of a model's file as a whole.
  package init(_ file: String, _ problem: ModelProblem) {
    self.init(at: Place(file), of: problem)
  }
}

extension DocumentValue {
  /// A problem of a model, at this value.
  func error(_ problem: ModelProblem) -> FileError { FileError(place, problem) }
}
