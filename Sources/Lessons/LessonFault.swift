import ModelFiles
import Vocabulary
import Wording

/// What is wrong with a lesson, and where. Its wording stands in `LessonFault+Description.swift`.
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

  package enum Problem: Hashable, Sendable {
    // How it is written
    case document(ModelFileError.Problem)
    case colonInText
    case braceAtStart
    case bracketInList
    case comment(lost: String)
    case hidden(Unicode.Scalar)
    case command(CommandError)
    case forbidden(String)
    case formula(String, in: String)
    case stepKind(found: [String])
    case stray(key: String, needs: String)
    case noSteps
    case noneShown

    // Questions
    case truth(found: String)
    case answerForm(found: String, expected: String)
    case wrongForm(found: String, expected: String)
    case wrongIsRight(String)
    case fewWrong(kind: String)
    case notAmong(found: String, options: [String])
    case key(String)
    case keras(String)
    case twoComputations

    // What the engine says
    case model(ModelFileError)
    case refused(command: String, sentence: String)
    case unknown(what: String, sentence: String)
    case answerDiffers(written: String, computed: String)
    case wrongDiffers(written: String, computed: String)
    case wrongHolds(condition: String)
    case checkFails(condition: String, found: String)
    case notGraded(answer: String)
    case attemptDone
    case attemptUnsolved(condition: String, found: String)
    case noPart(String, size: String, parts: [String])
    case overflow(size: String, lines: Int, room: Int)
    case screenFault(size: String, text: String)
    case gap(String)
  }
}
