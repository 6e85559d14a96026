import Foundation
import ModelFiles
import Tutor

/// The file that a session is written to as the draft of a lesson.
struct SavedSession {
  private let file: String
  private let model: ModelOptions
  /// The name of the model that was asked for.
  private let name: String

  /// - Throws: a sentence where the file is there already or can never be written; better now than
  ///   after an hour's work.
  init(_ file: String, model: ModelOptions, name: String) throws {
    self.file = file
    self.model = model
    self.name = name
    var status = stat()
    if stat(file, &status) == 0 {
      guard status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR else {
        throw Failure("--save-session: \(file) is there already; name a new file")
      }
      return
    }
    let folder = (file as NSString).deletingLastPathComponent
    guard access(folder.isEmpty ? "." : folder, W_OK) == 0 else {
      throw Failure(
        "--save-session: \(file) cannot be written: "
          + (errno == ENOENT ? "its folder does not exist" : "permission denied"))
    }
  }

  func write(_ state: State) throws {
    guard let journal = state.journal ?? state.journalOutside else { return }
    let isAsked = journal.opening.model == name
    var remarks: [String] = []
    let options = [("--weights", model.weights), ("--input", model.input)]
      .compactMap { name, value in value.map { "\(name) \($0)" } }
    if isAsked, !options.isEmpty {
      remarks.append(
        "It was played with \(options.joined(separator: " ")), which a lesson does not know.")
    }
    try Output.write(
      Data(journal.draft(model: isAsked ? modelName : nil, remarks: remarks).utf8), to: file)
  }

  /// What a lesson, wherever it will lie, calls the model.
  private var modelName: String {
    let isPath = FileManager.default.fileExists(atPath: model.model) && model.model.contains("/")
    return isPath ? URL(filePath: model.model).absoluteURL.path() : model.model
  }
}
