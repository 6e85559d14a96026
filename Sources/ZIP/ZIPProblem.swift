import Documents

/// Everything that can be wrong with a ZIP file, or that is not read of it.
package enum ZIPProblem: Error, FileProblem {
  // The archive
  case noDirectory
  case damagedDirectory(at: Int)
  case cutShort(end: Int, size: Int)
  case severalFiles
  case tooManyEntries(limit: Int)

  // An entry
  case noEntry(String, present: [String])
  case damagedEntry(String, at: Int)
  case encrypted(String)
  case method(String, Int)
  case noZlib(String)
  case tooLarge(String, bytes: Int, limit: Int)
  case checksum(String)

  package var tellsNoContent: Bool { false }
}
