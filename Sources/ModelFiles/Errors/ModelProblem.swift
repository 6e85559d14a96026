import Documents
import Engine

/// Everything that can be wrong with a model beside the documents it is read from.
package enum ModelProblem: FileProblem {
  // Our own form
  /// What is no layer, by its first key; nil where it has none.
  case unknownLayer(String?)
  case telling(layer: String, nearest: String?, layers: [String])
  case tellingUnit(layer: String, unit: Int, units: Int)
  case featureNames(expected: Int, found: Int)

  // Keras's JSON
  /// A class that is no model; nil for JSON without one.
  case kerasNotAModel(className: String?)
  /// Layers of classes that cannot be done, all those of a model.
  case kerasLayers([RefusedLayer])
  case kerasSetting(layer: String, setting: String, found: KerasValue, reason: KerasSetting)
  case kerasWiring(layer: String, KerasWiring)
  case kerasNoInput

  /// A way to fill a weight that is not known, of a model without weights.
  case kerasInitialiser(weight: String, found: KerasValue)

  // Keras's other files
  /// A file with weights and no architecture.
  case kerasWeightsOnly
  /// An HDF5 file that Keras did not write; what stands in it.
  case notKeras(present: [String])
  /// A layer that the file has nothing for.
  case kerasNoWeights(layer: String, needed: [WeightShape], present: [String])
  /// A layer for which the file has more or fewer arrays.
  case kerasArrays(layer: String, needed: [WeightShape], found: [ArrayShape])
  /// An array of another shape than the weight in its place.
  case kerasArray(WeightShape, found: ArrayShape)

  // Weights
  case foreign(ForeignFile)
  /// Weights that are missing among the names of a file.
  /// A file that says its layers, of other kinds or sizes than the model's.
  case otherLayers([String])
  case weightNames(needed: [WeightShape], present: [ArrayShape])
  case torch(TorchFault)
  case onnx(ONNXFault)
  case network(EngineError)

  // Observations
  case observationShape([Int])
  /// Observations that a network cannot read, and what wrote its file.
  case unfitObservations(EngineError, Framework)
  case input(InputProblem)
  case noObservation(Int, count: Int?)
  case observationTooLarge(timesteps: Int, features: Int, limit: Int)
  case symbol(String)
  case sequenceLength(expected: Int, found: Int)
  case latchInput(timesteps: Int?, features: Int)
  case weatherInput(timesteps: Int?, features: Int)
  /// An input that does not read a task's sequences of a length; nil where neither says one that it comes in.
  case taskInput(DrawnTask.Kind, length: Int?, timesteps: Int?, features: Int)
  case date(String)
  case dateGap(previous: CalendarDay, found: CalendarDay)
  case weatherWord(String, nearest: String?)
  case tooFewDays(needed: Int, found: Int)

  // The library
  case unknownModel(String, nearest: String?, shipped: [String])
  case noModelInFolder
  /// A file of observations where a model is opened.
  case dataAlone
  case noLessons(explicit: String?, variable: String?, program: String?)
  case lessonsFolder(givenBy: String)

  package var tellsNoContent: Bool {
    switch self {
    case .unknownModel, .noModelInFolder, .noLessons, .lessonsFolder: true
    default: false
    }
  }
}

extension ModelProblem {
  /// A layer that cannot be opened.
  package struct RefusedLayer: Hashable, Sendable {
    package let layer: String
    package let className: String
    /// Whether what it computes stands in Python code, in a Lambda or a class of the writer's own.
    package let isCode: Bool
  }

  /// An array in a file, by its path or name there.
  package struct ArrayShape: Hashable, Sendable {
    package let path: String
    package let shape: [Int]
  }

  /// The value of a setting of Keras.
  package enum KerasValue: Hashable, Sendable {
    /// As it is written, or the class of an object.
    case written(String)
    case other(FoundValue)
  }

  /// Why a setting of Keras cannot be done.
  package enum KerasSetting: Hashable, Sendable {
    case notRead
    case changesNumbers
    case batchFirst
    case featuresLast
    case unknownWord([String])
    case ownFunction
    case unknownActivation
    case otherType
  }

  /// Why a layer of Keras has no place in a network here.
  package enum KerasWiring: Hashable, Sendable {
    case lateInput
    case called(times: Int)
    case notFed
    case unknownSource(String)
    case circle
    case severalOutputs
    case olderMask
    /// It is unrolled, reads backwards and gives zeros where a mask skips.
    case unrolledMask
    case nesting
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
