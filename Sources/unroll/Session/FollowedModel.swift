import Documents
import Foundation
import ModelFiles
import Phrases

/// A model that a training beside the program writes: as it is now, and what reads it again.
struct FollowedModel {
  let model: LoadedModel
  let follower: ModelFollower

  /// Reads the model; where its file is not there yet it says so and waits for it, and one that cannot be
  /// read is given some seconds, as it may just be written.
  ///
  /// - Throws: why it cannot be read.
  init(_ options: ModelOptions, from library: ModelLibrary) throws {
    // What was named is looked at before it is read: no change is to fall between.
    let named = [options.model, options.weights].compactMap(\.self)
    var stamps: [String: FileStamp?] = [:]
    var found: LoadedModel?
    var isTold = false
    var isThereSince: ContinuousClock.Instant?
    while found == nil {
      for file in named { stamps[file] = .some(FileStamp(file)) }
      do {
        let model = try options.load(from: library)
        // What was written while it was read may be of two versions.
        if named.allSatisfy({ stamps[$0] == .some(FileStamp($0)) }) { found = model }
      } catch {
        if let file = named.first(where: Self.isMissing) {
          if !isTold { Output.note(FollowPhrases.waits(for: file)) }
          isTold = true
          isThereSince = nil
        } else {
          let since = isThereSince ?? .now
          isThereSince = since
          guard since.duration(to: .now) < ModelFollower.patience,
            named.contains(where: Self.isFile)
          else { throw error }
        }
      }
      if found == nil { usleep(250_000) }
    }
    guard let found else { preconditionFailure("it is read, or was thrown") }
    model = found
    // The input is read once: it does not change with the training.
    let files = found.files.filter { $0 != options.input }
    var known = found.description
    let reading = try options.inputReading()
    follower = ModelFollower(files, stamps: files.map { stamps[$0] ?? FileStamp($0) }) {
      func load(input: String?) throws -> LoadedModel {
        try library.load(
          options.model, weights: options.weights, input: input,
          reading: input == nil ? InputReading() : reading, seed: options.seed)
      }
      let next = try load(input: nil)
      guard next.description != known, options.input != nil else { return next }
      // An input that the new network cannot read is left out, and it opens on made-up numbers.
      let whole: LoadedModel
      do { whole = try load(input: options.input) } catch let error as FileError
        where error.place.file == options.input
      { whole = next }
      known = whole.description
      return whole
    }
  }

  private static func isFile(_ name: String) -> Bool { FileStamp(name) != nil }

  /// Whether a name is that of a file that is not there; a plain word is a model that ships.
  private static func isMissing(_ name: String) -> Bool {
    !isFile(name) && name.contains { $0 == "." || $0 == "/" }
  }
}
