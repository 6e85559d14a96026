/// Everything that can be wrong with an HDF5 file, wherever in it.
package enum HDF5Fault: Error, Hashable, Sendable {
  // The file
  case noSignature
  case superblockVersion(Int)
  case fileCutShort(expected: Int, found: Int)
  case beingWritten

  // Its structures
  case cutShort(HDF5Structure, end: Int, size: Int)
  case damaged(HDF5Structure, at: Int, HDF5Damage)

  // What is not read
  case unread(HDF5Feature)
  case noZlib(HDF5Filter)
  case tooLarge(bytes: Int?, limit: Int)
  case tooMany(HDF5Counted, limit: Int)

  // What is not there, or is something else
  case noObject(String, present: [String])
  case noAttribute(String, present: [String])
  case notAGroup
  case notADataset
  case linkLoop
  case wrongType(expected: ExpectedElements, found: ElementType)
  case notSingle(shape: [Int])
  case integerTooLarge

  /// What was asked for of elements that are something else.
  package enum ExpectedElements: Hashable, Sendable {
    case numbers
    case integers
    case strings
  }
}

/// What there can be too many of.
package enum HDF5Counted: Hashable, Sendable {
  case links
  case attributes
  case messages
  case axes
}
