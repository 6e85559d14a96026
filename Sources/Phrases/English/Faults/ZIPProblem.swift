import Wording
import ZIP

extension ZIPProblem: CustomStringConvertible {
  /// What was found and what to do, without the place.
  package var description: String {
    switch self {
    // The archive
    case .noDirectory:
      "it has no table of contents as a ZIP file has at its end; the file is cut short or not a "
        + "ZIP file"
    case .damagedDirectory(let position):
      "its table of contents is damaged at byte \(position); save the file again"
    case .cutShort(let end, let size):
      "it should have bytes up to \(end), but it ends after \(size); the file is cut short"
    case .severalFiles: "it is one part of a ZIP archive in several files; save it as one file"
    case .tooManyEntries(let limit):
      "it has more than \(grouped(limit)) entries, the most that are read"

    // An entry
    case .noEntry(let name, let present):
      "there is no entry '\(excerpt(name))' in it; it has "
        + listed(present.map { "'\(excerpt($0))'" }, "and")
    case .damagedEntry(let name, let position):
      "its entry '\(excerpt(name))' is damaged at byte \(position); save the file again"
    case .encrypted(let name):
      "its entry '\(excerpt(name))' is encrypted; save the file without a password"
    case .method(let name, let number):
      "its entry '\(excerpt(name))' is compressed by method \(number); write it with "
        + "zipfile.ZIP_DEFLATED"
    case .noZlib(let name):
      "its entry '\(excerpt(name))' is compressed by deflate, and this system has no zlib that "
        + "could be opened; install zlib, or write it with zipfile.ZIP_STORED"
    case .tooLarge(let name, let found, let limit):
      "its entry '\(excerpt(name))' takes \(counted(found, "byte")), and at most "
        + "\(grouped(limit)) are read"
    case .checksum(let name):
      "its entry '\(excerpt(name))' is damaged: its checksum is another one; save the file again"
    }
  }
}
