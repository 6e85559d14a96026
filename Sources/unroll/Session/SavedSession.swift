import Documents
import Foundation
import LessonPlayer
import ModelFiles
import Phrases
import Tutor

/// The place that a session is written to as the draft of a lesson.
struct SavedSession {
  private let place: OutputPlace
  private let model: ModelOptions
  private let library: ModelLibrary
  /// The name of the model that was asked for.
  private let name: String

  /// - Throws: a sentence where the file is there already or can never be written; better now than
  ///   after an hour's work.
  init(_ file: String, model: ModelOptions, library: ModelLibrary, name: String) throws {
    place = try OutputPlace(file, option: "--save-session")
    self.model = model
    self.library = library
    self.name = name
    if let file = place.file { try Self.check(file) }
  }

  /// - Throws: a sentence where a draft can never be written to a file.
  private static func check(_ file: String) throws {
    var status = stat()
    guard stat(file, &status) == 0 else {
      let folder = (file as NSString).deletingLastPathComponent
      guard access(folder.isEmpty ? "." : folder, W_OK) == 0 else {
        throw failure(
          FilePhrases.cannotBeWritten(
            file, errno == ENOENT ? FilePhrases.noSuchFolder : FilePhrases.noPermission))
      }
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG, S_IFDIR:
      // What the program has open, as /dev/stdout, is no file in the way.
      guard FileReader.isOpenFile(file) else {
        throw failure(FilePhrases.isThere(file))
      }
    case S_IFIFO where !isRead(file):
      throw failure(FilePhrases.isUnreadPipe(file))
    case S_IFSOCK:
      throw failure(FilePhrases.isSocket(file))
    default: break
    }
  }

  private static func failure(_ sentence: String) -> Failure {
    Failure("--save-session: \(sentence)")
  }

  /// Whether somebody reads a pipe; otherwise writing would wait for ever.
  private static func isRead(_ pipe: String) -> Bool {
    let descriptor = open(pipe, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    return true
  }

  func write(_ session: Session) throws {
    guard let journal = session.state.journal else { return }
    if let file = place.file {
      var status = stat()
      if stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFIFO { try Self.check(file) }
    }
    let opened = journal.opening.model
    let isAsked = opened == name
    var remarks: [String] = []
    let options =
      [
        ("--weights", model.weights), ("--input", model.input),
        ("--seed", model.seed == 0 ? nil : "\(model.seed)"),
      ].compactMap { name, value in value.map { "\(name) \($0)" } } + model.reading.said
    if isAsked, !options.isEmpty {
      remarks.append(FilePhrases.playedWith(options))
    }
    let replaced = isAsked ? [model.weights, model.input] : []
    let files = (session.files[opened] ?? []).filter { !replaced.contains($0) }
    let isShipped = files.first.map { library.shippedName(ofFile: $0) != nil } ?? true
    let draft = place.file ?? "draft.yaml"
    let reach = Reach(ofLesson: draft)
    if !isShipped, !files.allSatisfy(reach.contains) {
      remarks.append(FilePhrases.modelIsOutside)
    }
    let named = isShipped ? nil : files.first.map { reach.name(of: $0) }
    let text = journal.draft(model: named, remarks: remarks)
    try place.write(Data(text.utf8))
  }
}
