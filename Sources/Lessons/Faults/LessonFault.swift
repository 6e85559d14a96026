import Documents
import Engine
import Vocabulary

/// What is wrong with a lesson, and where. Its wording stands in `Phrases`.
package struct LessonFault: Error, Hashable, Sendable {
  package var place: Place
  package var problem: Problem
  /// The line of the file where it stands, for the caret; nil where there is none.
  package var line: String?

  package init(_ place: Place, _ problem: Problem, line: String? = nil) {
    self.place = place
    self.problem = problem
    self.line = line
  }

  /// What kept a file from being read, where it was found.
  package init(_ error: FileError) { self.init(error.place, .file(error)) }

  /// A fault in a lesson whose file is `text`, which has the line for the caret.
  package init(_ place: Place, _ problem: Problem, in text: String) {
    self.init(place, problem, in: text.split(separator: "\n", omittingEmptySubsequences: false))
  }

  /// The same, with the lines of the file.
  package init(_ place: Place, _ problem: Problem, in lines: [Substring]) {
    let line = place.line.flatMap { lines.indices.contains($0 - 1) ? String(lines[$0 - 1]) : nil }
    self.init(place, problem, line: line)
  }

  /// What kept the model of a lesson from being loaded: at its name in the lesson where the name is
  /// wrong, otherwise in the file that is.
  package init(_ error: FileError, loadingModelOf lesson: Lesson, in text: String) {
    if error.place.file == lesson.file {
      self.init(error.place, .file(error), in: text)
    } else if case .named(let name) = lesson.model, let place = lesson.modelPlace,
      // Where a model is named on the command line, its fault is placed there.
      [path(name, besides: lesson.file), "--model"].map({ Place($0) }).contains(error.place)
    {
      self.init(place, .file(error), in: text)
    } else {
      self.init(error.place, .file(error))
    }
  }

  package enum Problem: Error, Hashable, Sendable {
    // How it is written
    case document(DocumentProblem)
    /// What kept a file, or a network that stands in the lesson, from being read.
    case file(FileError)
    case colonInText
    case tab
    case braceAtStart
    case bracketInList
    case comment(lost: String)
    case hidden(Unicode.Scalar)
    case command(CommandError)
    case forbidden(String)
    case formula(FormulaError.Problem, in: String)
    /// A step of more than one kind.
    case stepKind(found: [String])
    /// A step of no kind, by its keys.
    case noStepKind(found: [String])
    case stray(key: String, needs: [String])
    case noSteps
    case tooMany(name: ValueName, found: Int, limit: Int)
    case tooLong(characters: Int, limit: Int)
    case furtherFaults
    case noneShown

    // Questions
    case truth(found: String)
    /// A number with a comma in the place of its point.
    case comma(found: String, meant: String)
    case wrongForm(found: String, expected: AnswerForm)
    case wrongIsRight(String)
    case fewWrong
    case notAmong(found: String, nearest: String?, options: [String])
    case key(String)
    case keras(KerasLine.Failure)
    case nothingToMend
    case twoComputations
    case uncomputed
    case comparedTwice
    case noMistake

    // What the engine says
    /// What the tutor said to a command.
    case refused(command: String, sentence: String?)
    case beyondLast(command: String, last: Int)
    case unknown(what: String, sentence: String)
    case answerDiffers(written: String, computed: String)
    case wrongDiffers(written: String, computed: String)
    case wrongHolds(condition: String)
    case checkFails(condition: String, found: String)
    case notGraded(answer: String)
    case noNumber(what: String, found: String)
    case noLargest(one: String, other: String)
    case mistakeNotMade(condition: String, found: String)
    case attemptDone
    case attemptUnsolved(condition: String, found: String)
    /// `ofLayer` is its layer where its rows would be there if that were chosen.
    case noPart(String, size: String, nearest: String?, parts: [String], ofLayer: String?)
    case overflow(size: String, lines: Int, room: Int)
    case screenFault(size: String, text: String?)
    case deadKey(String, screen: String)
    case noLayer(String, nearest: String?)
    case cannotBeBuilt(EngineError)
    case gap(String)
  }
}
