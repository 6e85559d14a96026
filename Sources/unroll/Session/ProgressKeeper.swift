import LessonPlayer
import Lessons

/// What a session keeps of lessons in `LessonProgress`: each record once, and a fault once.
struct ProgressKeeper {
  /// Whether what is done in lessons is kept; a script, a pipe and a test keep nothing.
  var isOn = false
  /// Whether lines from a script do it.
  var isScript = false
  private let progress = LessonProgress()
  /// The records as they stand in the file, or as they were opened, by the lesson's file.
  private var kept: [String: LessonRecord] = [:]

  /// What is kept by the lessons' keys; none where that cannot be read.
  var records: [String: LessonRecord] { (try? progress.read()) ?? [:] }

  /// Whether nothing was ever kept; false where that cannot be read.
  var isEmpty: Bool { (try? progress.read().isEmpty) == true }

  /// Why nothing can be read of what is kept; nil where it can.
  func fault() -> String? {
    do { _ = try progress.read() } catch { return error.description }
    return nil
  }

  /// Takes what a lesson has reached for kept: what is only opened is not written.
  mutating func note(_ play: LessonPlay) { kept[play.lesson.file] = play.record }

  /// Keeps how far a lesson is under its key, where that has changed; after a fault nothing more.
  ///
  /// - Throws: a sentence, see `LessonProgress.keep`.
  mutating func keep(_ play: LessonPlay, as key: String) throws {
    guard isOn, play.record != kept[play.lesson.file] else { return }
    note(play)
    do { try progress.keep(play.record, of: key, isScript: isScript) } catch {
      isOn = false
      throw error
    }
  }
}
