/// Everything that can be wrong with a document, whatever it is about.
///
/// Its sentences stand in `Phrases`, as those of all problems do.
package enum DocumentProblem: FileProblem {
  // Any file
  case missing
  case folder
  case noFile(SpecialFile)
  case unreadable(Hindrance)
  case unwritable(Hindrance)
  case tooLarge(limit: Int)
  /// Too large is what stands in a part of it.
  case partTooLarge(String, limit: Int)
  case tooManyNumbers(found: Int, limit: Int)
  case unknownKind(expected: [String])
  case notText
  case outOfReach
  case onlyFiles
  case untold

  // YAML and JSON
  case syntax(Syntax)
  case duplicateKey(String)
  case alias(String)
  case tooDeep(limit: Int)
  case empty(expected: DocumentContent)
  case wrongType(name: ValueName, expected: ExpectedValue, found: FoundValue)
  case unknownKey(String, nearest: String?, known: [String])
  case missingKey(String, example: String)
  case choice(name: ValueName, found: String, nearest: String?, known: [String])
  case outOfRange(name: ValueName, found: String, lowest: Int, highest: Int)
  case hiddenCharacter(name: String, Unicode.Scalar)

  // safetensors
  case noHeader(bytes: Int)
  case headerBeyondFile(length: UInt64, available: Int)
  case headerTooLong(limit: Int)
  case headerUnreadable(TensorsHeader)
  case tensorEntry(tensor: String, TensorHeader)
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
  case numPyHeader(NumPyHeader)
  case numPyType(String)
  case numPyLength(shape: [Int], expected: Int, found: Int)

  // csv
  case noRows
  case noNumbers(columns: [ColumnName])
  case unclosedQuote
  case cellCount(expected: Int, found: Int)
  case tooManyCells(limit: Int)
  case notANumber(String, column: String?)
  case header(expected: [String], found: [String])

  package var tellsNoContent: Bool {
    switch self {
    case .missing, .folder, .noFile, .unreadable, .tooLarge, .partTooLarge, .unknownKind, .notText,
      .outOfReach,
      .onlyFiles, .untold:
      true
    default: false
    }
  }
}
