import Foundation
import ModelFiles
import Tutor

/// How far the lessons are, kept between two runs in `$XDG_STATE_HOME/unroll/progress.json`.
///
/// Only the lesson that is played is changed in the file, under a lock: two players at once do not
/// spoil each other's. The file is written beside itself and renamed, so it is whole at any moment.
struct LessonProgress {
  /// Nil where there is no home to keep anything in.
  let file: String?

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    func folder(_ name: String) -> String? {
      // A relative path is to be ignored, says the specification.
      environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let state = folder("XDG_STATE_HOME") ?? folder("HOME").map { $0 + "/.local/state" }
    file = state.map { $0 + "/unroll/progress.json" }
  }

  /// What is kept of each lesson by its key, see `LessonSource`. A file that cannot be read counts as none.
  func read() -> [String: LessonRecord] {
    guard let file, let data = FileManager.default.contents(atPath: file),
      let stored = try? JSONDecoder().decode([String: StoredRecord].self, from: data)
    else { return [:] }
    return stored.mapValues(\.record)
  }

  /// Keeps how far a lesson is, beside what other times through it and other players reached. A script
  /// brings nobody back to an earlier place.
  ///
  /// - Throws: a sentence where the file cannot be written, or is there and not ours.
  func keep(_ record: LessonRecord, of lesson: String, isScript: Bool = false) throws {
    guard let file else { return }
    let folder = (file as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let lock = open(file + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else {
      throw Failure(
        "\(file): what you have done cannot be kept: \(String(cString: strerror(errno)).lowercased())"
      )
    }
    defer { close(lock) }
    try Self.take(lock, for: file)
    var stored: [String: StoredRecord] = [:]
    if let data = FileManager.default.contents(atPath: file), !data.isEmpty {
      guard let read = try? JSONDecoder().decode([String: StoredRecord].self, from: data) else {
        throw Failure(
          "\(file): it is not what Unroll keeps there, and stays as it is; move it away to begin anew"
        )
      }
      stored = read
    }
    let before = stored[lesson]?.record
    var joined = before?.joined(with: record) ?? record
    if isScript { joined.step = max(joined.step, before?.step ?? 0) }
    stored[lesson] = StoredRecord(joined)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try FileBytes.write(Array(try encoder.encode(stored)), to: file)
  }

  /// Waits for the lock, but never so long that the screen seems to be stuck.
  private static func take(_ lock: Int32, for file: String) throws {
    for _ in 0..<200 {
      if flock(lock, LOCK_EX | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw Failure(
          "\(file): what you have done cannot be kept: "
            + String(cString: strerror(errno)).lowercased())
      }
      usleep(5000)
    }
    throw Failure(
      "\(file): what you do is not kept, since another program holds the lock \(file).lock; end it "
        + "and open the lesson again")
  }

  private struct StoredRecord: Codable {
    var step: Int
    var right: Int
    var answered: Int
    var questions: Int
    var finished: Bool
    /// By the place of the step, which is text in JSON.
    var answers: [String: Bool]?
    var missed: [Int]?
    var round: Int?

    init(_ record: LessonRecord) {
      step = record.step
      right = record.right
      answered = record.answered
      questions = record.questions
      finished = record.isFinished
      round = record.round
      missed = record.missed.sorted()
      answers = Dictionary(uniqueKeysWithValues: record.answers.map { ("\($0.key)", $0.value) })
    }

    var record: LessonRecord {
      LessonRecord(
        step: step, right: right, answered: answered, questions: questions, isFinished: finished,
        round: round ?? 0,
        answers: (answers ?? [:]).reduce(into: [:]) { result, answer in
          if let place = Int(answer.key) { result[place] = answer.value }
        }, missed: Set(missed ?? []))
    }
  }
}
