import Documents
import Foundation
import LessonPlayer
import ModelFiles
import Phrases
import Tutor

/// How far the lessons are, kept between two runs in `progress.json` of the `StateFolder`.
///
/// Only the lesson that is played is changed in the file, under a lock: two players at once do not
/// spoil each other's. The file is written beside itself and renamed, so it is whole at any moment;
/// and only where the one before was read and understood, so that nothing is ever replaced unseen.
/// It is not forced onto the disk at each step, which may take a tenth of a second: after a power
/// cut it may be the one before.
struct LessonProgress {
  private static let name = "progress.json"
  /// Far more than all lessons of a course take.
  private static let largest = 16 << 20

  private let folder: StateFolder

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    folder = StateFolder(environment: environment)
  }

  /// Nil where there is no home to keep anything in.
  var file: String? { folder.file(Self.name) }

  /// What is kept of each lesson by its key, see `LessonSource`; a record of a form that is not known
  /// here counts as none.
  ///
  /// - Throws: a sentence where the file is there and cannot be read or is not ours.
  func read() throws(Failure) -> [String: LessonRecord] {
    guard let file else { return [:] }
    return try Self.stored(in: file).reduce(into: [:]) { records, member in
      records[member.key] = StoredRecord(member.value)?.record
    }
  }

  /// Keeps how far a lesson is, beside what other times through it and other players reached. A script
  /// brings nobody back to an earlier place.
  ///
  /// - Throws: a sentence where the file cannot be written, or is there and was not understood.
  func keep(_ record: LessonRecord, of lesson: String, isScript: Bool = false) throws {
    guard let file else { return }
    folder.make()
    let lock = try Self.lock(for: file)
    defer { try? lock.close() }
    removeParts()
    var stored = try Self.stored(in: file)
    let index = stored.firstIndex { $0.key == lesson }
    var own = StoredRecord()
    if let index {
      guard let read = StoredRecord(stored[index].value) else {
        throw Failure(FilePhrases.isNewer(file, lesson: lesson))
      }
      own = read
    }
    var joined = own.record?.joined(with: record) ?? record
    if isScript { joined.step = max(joined.step, own.record?.step ?? 0) }
    own.keep(joined)
    if let index {
      stored[index].value = .object(own.members)
    } else {
      stored.append((lesson, .object(own.members)))
    }
    let text = JSON.object(stored).text + "\n"
    try FileBytes.write(Array(text.utf8), to: file, permissions: 0o600)
  }

  /// What stands in the file, what other versions wrote included.
  private static func stored(in file: String) throws(Failure) -> [(key: String, value: JSON)] {
    let bytes: Data
    do {
      guard let handle = try StateFolder.open(file, O_RDONLY) else { return [] }
      bytes = try handle.read(upToCount: largest + 1) ?? Data()
    } catch let failure as Failure {
      throw Failure(FilePhrases.staysAsItIs(failure.description))
    } catch {
      throw Failure(FilePhrases.staysAsItIs(FilePhrases.cannotBeRead(file)))
    }
    // Nothing was ever kept in an empty file.
    guard !bytes.isEmpty else { return [] }
    guard bytes.count <= largest, let value = JSON(parsing: bytes),
      case .object(let members) = value
    else {
      throw Failure(FilePhrases.isNotOurs(file))
    }
    return members
  }

  /// Waits for the lock, but never so long that the screen seems to be stuck.
  private static func lock(for file: String) throws(Failure) -> FileHandle {
    let lock: FileHandle?
    do { lock = try StateFolder.open(file + ".lock", O_RDWR | O_CREAT) } catch {
      throw Failure(FilePhrases.notKept(error.description))
    }
    guard let lock else {
      throw Failure(FilePhrases.notKept(FilePhrases.noFolder(for: file)))
    }
    for _ in 0..<200 {
      if flock(lock.fileDescriptor, LOCK_EX | LOCK_NB) == 0 { return lock }
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw Failure(
          FilePhrases.cannotBeKept(file, String(cString: strerror(errno)).lowercased()))
      }
      usleep(5000)
    }
    throw Failure(FilePhrases.isLocked(file, by: file + ".lock"))
  }

  /// Takes away what players that were killed while they wrote left behind: who writes holds the
  /// lock, so under the lock no such file is anybody's.
  private func removeParts() {
    guard let path = folder.path else { return }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in names where name.wholeMatch(of: /progress\.json\.[0-9]+\.part/) != nil {
      var status = stat()
      let part = "\(path)/\(name)"
      if lstat(part, &status) == 0, StateFolder.problem(status) == nil { unlink(part) }
    }
  }
}
