import Engine

/// What is wrong with a file, and where.
///
/// A place and a problem rather than one enum, since every problem has a place. The wording stands
/// in `ModelFileError+Description.swift`.
package struct ModelFileError: Error, Hashable, CustomStringConvertible {
  /// Where it was found.
  package var place: Place
  /// What was found.
  package var problem: Problem

  package init(_ place: Place, _ problem: Problem) {
    self.place = place
    self.problem = problem
  }

  package init(_ file: String, _ problem: Problem) {
    self.init(Place(file), problem)
  }

  /// Everything that can be wrong, with what was found and what was expected.
  package enum Problem: Hashable, Sendable {
    // Any file
    case missing
    case folder
    case noFile(kind: String)
    case unreadable(reason: String)
    case unwritable(reason: String)
    case tooLarge(limit: Int)
    case tooManyNumbers(found: Int, limit: Int)
    case unknownKind(expected: [String])
    case notText
    case outOfReach
    case onlyFiles
    case untold

    // YAML and JSON
    case syntax(String)
    case duplicateKey(String)
    case alias(String)
    case tooDeep(limit: Int)
    case empty(expected: String)
    case wrongType(name: String, expected: String, found: String)
    case unknownKey(String, nearest: String?, known: [String])
    case missingKey(String, example: String)
    case choice(name: String, found: String, nearest: String?, known: [String])
    case outOfRange(name: String, found: String, lowest: Int, highest: Int)
    case unknownLayer(String)
    case hiddenCharacter(name: String, Unicode.Scalar)

    // Keras's JSON
    case kerasNotAModel(found: String)
    case kerasLayer(layer: String, className: String)
    case kerasSetting(layer: String, setting: String, found: String, reason: String)
    case kerasWiring(layer: String, reason: String)
    case kerasNoInput

    // safetensors
    case noHeader(bytes: Int)
    case headerBeyondFile(length: UInt64, available: Int)
    case headerTooLong(limit: Int)
    case headerUnreadable(String)
    case tensorEntry(tensor: String, reason: String)
    case dataType(tensor: String, found: String)
    case tensorShape(tensor: String, shape: [Int])
    case byteCount(tensor: String, shape: [Int], expected: Int, found: Int)
    case offsetsBeyondData(tensor: String, end: Int, available: Int)
    case overlap(tensor: String, other: String)
    case unusedBytes(from: Int, to: Int)
    case noTensor(String, present: [String])

    // npy
    case notNumPy
    case numPyVersion(Int, Int)
    case numPyHeader(String)
    case numPyType(String)
    case numPyOrder
    case numPyLength(shape: [Int], expected: Int, found: Int)

    // csv
    case noRows
    case unclosedQuote
    case cellCount(expected: Int, found: Int)
    case tooManyCells(limit: Int)
    case notANumber(String, column: String?)
    case header(expected: [String], found: [String])

    // Observations
    case observationShape([Int])
    case noObservation(Int, count: Int?)
    case observationTooLarge(timesteps: Int, features: Int, limit: Int)
    case featureNames(expected: Int, found: Int)
    case symbol(String)
    case sequenceLength(expected: Int, found: Int)
    case latchInput(timesteps: Int?, features: Int)
    case weatherInput(timesteps: Int?, features: Int)
    case date(String)
    case dateGap(previous: String, found: String)
    case weatherWord(String, nearest: String?)
    case tooFewDays(needed: Int, found: Int)

    // A model as a whole
    case unknownModel(String, nearest: String?, shipped: [String])
    case noModelInFolder
    case noLessons(explicit: String?, variable: String?, program: String?)
    case noLessonInFolder
    case noLesson(nearest: String?, known: [String])
    case lessonsFolder(givenBy: String)
    case telling(layer: String, nearest: String?, layers: [String])
    case tellingUnit(layer: String, unit: Int, units: Int)
    case torchWeights
    case network(EngineError)
  }
}
