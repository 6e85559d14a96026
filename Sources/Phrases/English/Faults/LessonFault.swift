import Lessons
import Wording

extension LessonFault.Problem {
  package var sentence: String {
    switch self {
    case .document(let problem): problem.description
    case .file(let error): error.problem.sentence
    case .colonInText:
      "a ': ' inside a sentence begins a key; put the sentence after '>-' on a line of its own"
    case .tab: "a line cannot be indented with a tab; write spaces"
    case .braceAtStart:
      "a sentence that begins with { or [ is not text; put it after '>-' on a line of its own"
    case .bracketInList:
      "a list in brackets ends at the first ] or comma inside it; write each entry on a line of "
        + "its own after '- '"
    case .comment(let lost):
      "' #' begins a comment, so '\(excerpt(lost))' is cut off; put the sentence after '>-' on a "
        + "line of its own"
    case .hidden(let character):
      "the text holds the character U+\(hex(character)), which cannot be shown; leave it out"
    case .command(let error): error.description
    case .forbidden(let name):
      "'\(name)' is for the learner; a lesson cannot do it"
    case .formula(let problem, let text): "in '\(excerpt(text))' \(problem.sentence)"
    case .stepKind(let found): Self.stepKinds + listed(found, "and")
    case .noStepKind(let found): Self.stepKinds + listed(found.map { "'\($0)'" }, "and")
    case .stray(let key, let needs):
      "'\(key)' belongs to a step with \(needs.map { "'\($0)'" }.joined(separator: " or ")); move "
        + "it there"
    case .noSteps: "a lesson has steps; write 'steps:' and below it '- say: …'"
    case .tooMany(let name, let found, let limit):
      "'\(name.words)' holds \(found) entries, and \(limit) is the most; divide them, or leave some out"
    case .tooLong(let characters, let limit):
      "this text has \(characters) characters, and \(limit) is the most; no screen shows more"
    case .furtherFaults:
      "more is wrong from here on; correct what is said up to here, and check again"
    case .noneShown: "no step says or asks anything; write one with '- say: …'"

    case .truth(let found):
      "'of' is a comparison, so the answer is true or false, but '\(found)' stands here"
    case .comma(let found, let meant):
      "the answer should be \(meant), with a point, but '\(excerpt(found))' stands here"
    case .wrongForm(let found, let expected):
      "a wrong answer here should be \(Self.words(expected)), but '\(excerpt(found))' stands here"
    case .wrongIsRight(let answer):
      "'\(excerpt(answer))' stands under wrong, and it would be taken for the right answer"
    case .fewWrong: "a choice needs at least one answer under 'wrong', to choose from"
    case .notAmong(let found, let nearest, let options):
      nearest.map {
        "'\(excerpt(found))' is none of the things to compare; did you mean '\(excerpt($0))'?"
      } ?? "'\(excerpt(found))' is none of the things to compare, \(listed(options, "and"))"
    case .key(let found):
      "'\(excerpt(found))' is not a key; write a character, or left, right, up, down, enter, tab, esc "
        + "or space"
    case .keras(let failure): failure.sentence
    case .nothingToMend: "the line to repair means the same as the answer; break something in it"
    case .twoComputations:
      "a wrong answer has 'of' or 'if': what the idea would give, or what it would make true"
    case .uncomputed:
      "nothing computes this answer; write 'of:' with a formula or a condition for the engine, such "
        + "as of: lstm1.units"
    case .comparedTwice:
      "'of' does not belong to a question with 'larger', which the engine compares already; leave "
        + "it out"
    case .noMistake:
      "a mistake in a 'try' has 'say', its sentence, and 'with', the commands that make it"

    case .refused(let command, let sentence):
      "'\(command)' is refused: \(sentence ?? "no reason given")"
    case .beyondLast(let command, let last):
      "'\(command)' is refused: t \(last) is the last timestep"
    case .unknown(let what, let sentence): "'\(excerpt(what))' has no value here: \(sentence)"
    case .answerDiffers(let written, let computed):
      "the answer is written as \(excerpt(written)), and the engine computes \(computed)"
    case .wrongDiffers(let written, let computed):
      "the wrong answer is written as \(excerpt(written)), and its idea gives \(computed)"
    case .wrongHolds(let condition):
      "'\(condition)' is true in the engine, so the idea behind this wrong answer is not refuted"
    case .checkFails(let condition, let found): "'\(condition)' does not hold: \(found)"
    case .notGraded(let answer):
      "'\(excerpt(answer))' gets no sentence of its own: another answer is taken for it"
    case .noNumber(let what, let found):
      "'\(excerpt(what))' is \(found), and only numbers can be compared"
    case .noLargest(let one, let other):
      "'\(excerpt(one))' and '\(excerpt(other))' are equal here, so none is the largest"
    case .mistakeNotMade(let condition, let found):
      "after the commands under 'with' '\(condition)' does not hold: \(found)"
    case .attemptDone: "everything under 'until' is true already before anything was done"
    case .attemptUnsolved(let condition, let found):
      "after the solution '\(condition)' does not hold: \(found)"
    case .noPart(let name, let size, _, _, .some(let layer)):
      "'\(name)' is not on the screen at \(size); its rows are there while \(layer) is chosen, with "
        + "'select \(layer)'"
    case .noPart(let name, let size, let nearest, let parts, nil):
      "'\(name)' is not on the screen at \(size); "
        + (nearest.map { "did you mean '\($0)'?" }
          ?? "there are \(parts.joined(separator: ", "))")
    case .overflow(let size, let lines, let room):
      "this takes \(lines) lines at \(size), and there is room for \(room); make it shorter"
    case .screenFault(let size, let text):
      "at \(size) the screen writes \(text ?? "a text") over another text"
    case .deadKey(let key, let screen): "the key '\(key)' does nothing on the \(screen) screen"
    case .noLayer(let name, let nearest):
      "there is no layer '\(name)' for 'replaces'"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    case .cannotBeBuilt(let error):
      "with the corrected line the network cannot be built: \(error.sentence)"
    case .gap(let sentence): sentence
    }
  }

  private static let stepKinds =
    "a step has one of say, ask and try, or only do and check; found "

  private static func words(_ form: AnswerForm) -> String {
    if case .shape = form { "a shape such as (64)" } else { "\(form)" }
  }

  private func hex(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
