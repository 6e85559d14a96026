extension DocumentProblem {
  /// What is no file, though a path leads to it.
  package enum SpecialFile: Hashable, Sendable {
    case pipe
    case socket
    case device
  }

  /// What keeps a file from being read or written.
  package enum Hindrance: Hashable, Sendable {
    case noPermission
    case noFolder
    case diskFull
    case noReader
    case shortened
    /// What the system says, in its own words.
    case system(String)
  }

  /// What is wrong with how a text is written.
  package enum Syntax: Hashable, Sendable {
    /// What the reader of YAML says, in its own words.
    case reader(String)
    case openQuote
    case noDocument
    case textBehindQuote
    /// What JSON should have at a place.
    case json(JSONError.Expected)
    /// The same in a part of a file of another kind.
    case part(String, JSONError)
  }

  /// What is wrong with the header of a safetensors file.
  package enum TensorsHeader: Hashable, Sendable {
    case json(JSONError)
    case noObject
    case metadataIsNoObject
    case metadataIsNoText
  }

  /// What is wrong with what a safetensors header says of a tensor.
  package enum TensorHeader: Hashable, Sendable {
    case noObject
    case unknownEntry(String)
    case noType
    case noShape
    case noOffsets
  }

  /// What is wrong with the header of an `.npy` file.
  package enum NumPyHeader: Error, Hashable, Sendable {
    case endsWithin
    case beyondFile(length: Int, available: Int)
    case shape([Int])
    case tooLong(limit: Int)
    case twice(String)
    case unknownKey(String)
    case missingKey(String)
    case more
    case expected(String, before: String)
    case openQuote
    case namedFields
    case size(String)
  }
}
