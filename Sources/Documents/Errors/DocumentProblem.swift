/// Everything that can be wrong with a document, whatever it is about.
package enum DocumentProblem: FileProblem {
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
  case hiddenCharacter(name: String, Unicode.Scalar)

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
  case numPyLength(shape: [Int], expected: Int, found: Int)

  // csv
  case noRows
  case noNumbers(columns: [String])
  case unclosedQuote
  case cellCount(expected: Int, found: Int)
  case tooManyCells(limit: Int)
  case notANumber(String, column: String?)
  case header(expected: [String], found: [String])

  package var tellsNoContent: Bool {
    switch self {
    case .missing, .folder, .noFile, .unreadable, .tooLarge, .unknownKind, .notText, .outOfReach,
      .onlyFiles, .untold:
      true
    default: false
    }
  }
}
