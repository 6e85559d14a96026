import Foundation
import Phrases

/// The folder in which Unroll keeps what outlives it: how far the lessons are, and what was copied.
///
/// `$XDG_STATE_HOME/unroll`, otherwise `$HOME/.local/state/unroll`; without a home nothing is kept.
/// What is made there is for its owner alone; what is there already keeps the rights it was given.
struct StateFolder {
  /// Nil where there is no home to keep anything in.
  let path: String?

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    func folder(_ name: String) -> String? {
      // A relative path is to be ignored, says the specification.
      environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let state = folder("XDG_STATE_HOME") ?? folder("HOME").map { $0 + "/.local/state" }
    path = state.map { $0 + "/unroll" }
  }

  /// A file of the folder by its name.
  func file(_ name: String) -> String? { path.map { "\($0)/\(name)" } }

  /// Makes the folder where it is not there yet; why that failed is said by what is opened in it.
  func make() {
    guard let path else { return }
    try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// Opens a file of one's own and waits for nobody.
  ///
  /// - Returns: nil where no such file is there.
  /// - Throws: why what is there is not opened, as the first part of a sentence.
  static func open(_ file: String, _ flags: Int32) throws(Failure) -> FileHandle? {
    // Who opens a pipe would wait for its other end.
    let descriptor = Foundation.open(file, flags | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let code = errno
      var status = stat()
      if code == ENOENT {
        guard lstat(file, &status) == 0 else { return nil }
        throw Failure(FilePhrases.isLostLink(file))
      }
      if stat(file, &status) == 0, let problem = problem(status) {
        throw Failure("\(file): \(problem)")
      }
      let reason = String(cString: strerror(code)).lowercased()
      throw Failure(FilePhrases.cannotBeOpened(file, reason))
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    if fstat(descriptor, &status) == 0, let problem = problem(status) {
      throw Failure("\(file): \(problem)")
    }
    return handle
  }

  /// Why what lies there is not opened; nil for a file of one's own.
  static func problem(_ status: stat, user: uid_t = geteuid()) -> String? {
    switch status.st_mode & S_IFMT {
    case S_IFREG: status.st_uid == user ? nil : FilePhrases.belongsToAnother
    case S_IFDIR: FilePhrases.folderInPlace
    case S_IFIFO: FilePhrases.pipeInPlace
    case S_IFSOCK: FilePhrases.socketInPlace
    default: FilePhrases.deviceInPlace
    }
  }
}
