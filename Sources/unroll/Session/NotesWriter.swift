import Documents
import Foundation
import LessonPlayer
import Phrases
import Tutor

/// Writes the speaker's notes of each step to a file, or to a terminal or pipe, where somebody reads
/// them while the lesson is on the wall.
///
/// Whoever reads may go away at any time: nothing here waits for him, and a fault is said once.
struct NotesWriter {
  private let path: String
  /// Whether it is a terminal or a pipe, to which is only added.
  private let isStream: Bool
  private var descriptor: Int32 = -1
  private var written: Step?
  private var isFaultSaid = false

  /// The step whose notes are there.
  private struct Step: Equatable {
    var lesson: String
    var index: Int
  }

  /// - Throws: a sentence where notes can never be written there, or would take the place of a file
  ///   that holds something else; `lessons` are the files that are played.
  init(_ path: String, lessons: [String]) throws {
    self.path = path
    guard path != "-" else {
      throw Self.failure(FilePhrases.notesOverTheLesson)
    }
    var status = stat()
    let exists = stat(path, &status) == 0
    let kind = status.st_mode & S_IFMT
    if exists, kind == S_IFDIR {
      throw Self.failure(FilePhrases.notesInFolder(path))
    }
    isStream = exists && kind != S_IFREG
    if !isStream { try Self.check(path, lessons) }
    if isStream, kind == S_IFCHR, Self.isOwnTerminal(path, status) {
      throw Self.failure(FilePhrases.notesOnOwnTerminal(path))
    }
    // A reader that goes away is an error of the write, not the end of the program.
    if isStream { signal(SIGPIPE, SIG_IGN) }
  }

  /// Whether a device is the terminal that shows the lesson, under its name or another one.
  private static func isOwnTerminal(_ path: String, _ status: stat) -> Bool {
    var own = stat()
    if isatty(STDOUT_FILENO) == 1, fstat(STDOUT_FILENO, &own) == 0, own.st_rdev == status.st_rdev {
      return true
    }
    // /dev/tty is a device of its own. Of its own terminal alone a process is told the session.
    let descriptor = open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return tcgetsid(descriptor) >= 0
  }

  /// - Throws: a sentence where a file is no place for notes.
  private static func check(_ path: String, _ lessons: [String]) throws {
    let file = FileInTheWay(path)
    if let file, lessons.contains(where: { file.isSame(as: $0) }) {
      throw failure(FilePhrases.notesInLesson(path))
    }
    if [".yaml", ".yml"].contains(where: { path.lowercased().hasSuffix($0) }) {
      throw failure(FilePhrases.notesNamedAsLesson(path))
    }
    if let file, !SpeakerNotes.stand(in: file.lines) {
      throw failure(FilePhrases.holdsNoNotes(path))
    }
  }

  /// Writes the notes of the present step, unless they are there already.
  ///
  /// - Returns: what went wrong, the first time.
  mutating func write(_ state: State) -> String? {
    guard let play = state.lesson else { return nil }
    let step = Step(lesson: play.lesson.file, index: play.index)
    guard step != written, let notes = SpeakerNotes(state) else { return nil }
    written = step
    let reason: String?
    if isStream {
      reason = add("\u{1B}[H\u{1B}[2J" + notes.text)
    } else {
      do {
        try FileBytes.write(Array(notes.text.utf8), to: path)
        reason = nil
      } catch { reason = "\(error)" }
    }
    guard let reason, !isFaultSaid else { return nil }
    isFaultSaid = true
    return Self.failure(reason).description
  }

  /// The lesson was read again: its notes may be others.
  mutating func forget() { written = nil }

  /// What a full pipe does not take is lost; the next step's notes come whole.
  private mutating func add(_ text: String) -> String? {
    if descriptor < 0 {
      descriptor = open(path, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
      guard descriptor >= 0 else {
        return errno == ENXIO ? FilePhrases.nobodyReads(path) : notWritten(errno)
      }
    }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EAGAIN {
        return nil
      } else if errno != EINTR {
        let reason = notWritten(errno)
        close(descriptor)
        descriptor = -1
        return reason
      }
    }
    return nil
  }

  private func notWritten(_ code: Int32) -> String {
    FilePhrases.cannotBeWritten(path, String(cString: strerror(code)).lowercased())
  }

  private static func failure(_ sentence: String) -> Failure { Failure("--notes: \(sentence)") }
}
