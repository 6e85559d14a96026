import Documents
import ModelFiles

/// Reads a model again whenever a training has written its files anew, once they are whole.
///
/// A file is read when what the file system says of it has not changed from one look to the next. One that
/// then cannot be read is tried again, and said to be broken only after some seconds: it may be half
/// written, by a program that takes its time or was killed. One that is away for a while is waited for.
struct ModelFollower {
  enum News {
    /// Another version.
    case model(LoadedModel)
    /// Why the files have not been readable for a while.
    case fault(String)
  }

  /// From one look to the next, and to the second look at a file that has changed.
  private static let usualWait = Duration.milliseconds(250)
  private static let shortWait = Duration.milliseconds(100)
  /// How long a file that cannot be read is given.
  static let patience = Duration.seconds(3)
  /// The longest from one attempt to read such a file to the next.
  private static let longestPause = Duration.seconds(5)

  /// Files that have changed and were not taken yet.
  private struct Pending {
    var stamps: [FileStamp?]
    var since: ContinuousClock.Instant
    /// When they are read again.
    var next: ContinuousClock.Instant
    var isTold = false
  }

  private let files: [String]
  private let read: () throws -> LoadedModel
  /// What was read last.
  private var taken: [FileStamp?]
  private var pending: Pending?

  /// Follows files that were as `stamps` say when they were read; `read` reads the model from them.
  init(
    _ files: [String], stamps: [FileStamp?], read: @escaping () throws -> LoadedModel
  ) {
    self.files = files
    self.read = read
    taken = stamps
  }

  /// How long until the next look.
  var wait: Duration { pending == nil ? Self.usualWait : Self.shortWait }

  /// Looks at the files, and reads them where they have come to rest. Nil where there is nothing new.
  mutating func look(at now: ContinuousClock.Instant) -> News? {
    let stamps = files.map { FileStamp($0) }
    guard stamps != taken, !stamps.contains(nil) else {
      pending = nil
      return nil
    }
    guard var waiting = pending, waiting.stamps == stamps else {
      pending = Pending(stamps: stamps, since: now, next: now + Self.shortWait)
      return nil
    }
    guard now >= waiting.next else { return nil }
    let result = Result { try read() }
    guard files.map({ FileStamp($0) }) == stamps else {
      // It was written while it was read: what was read may be of two versions.
      pending = nil
      return nil
    }
    switch result {
    case .success(let model):
      taken = stamps
      pending = nil
      return .model(model)
    case .failure(let error):
      let age = now - waiting.since
      waiting.next = now + min(max(Self.usualWait, age / 2), Self.longestPause)
      let isNews = age >= Self.patience && !waiting.isTold
      waiting.isTold = waiting.isTold || isNews
      pending = waiting
      return isNews ? .fault("\(error)") : nil
    }
  }
}
