import Documents
import Vocabulary

/// A question of a lesson, with what each tempting mistake comes to.
package struct Question: Sendable {
  package var place: Place
  package var prompt: LessonText
  package var kind: any QuestionKind
  /// What the answer is in the engine; `unroll check` compares.
  package var measure: Measure?
  /// What has to hold in the engine for the answer to be right.
  package var claim: PlacedCondition?
  /// What happens before `claim` is looked at.
  package var claimCommands: [PlacedCommand] = []
  /// The right answer as it is written.
  package var answer: String
  package var answerPlace: Place
  /// The same as it was read.
  package internal(set) var value: AnswerValue?
  package var wrong: [WrongAnswer]
  package var hint: LessonText?
  /// What is shown after the second wrong answer; nil is the hint.
  package var way: LessonText?
  /// Why the answer is right.
  package var because: LessonText?
}

// MARK: - Answers

extension Question {
  /// Reads the answers as they are written, once; what is wrong with the form of one goes to `fault`.
  mutating func readAnswers(_ fault: (Place, LessonFault.Problem) -> Void) {
    value = Self.read(answer, answerPlace, kind, fault)
    for index in wrong.indices {
      wrong[index].value = Self.read(wrong[index].answer, wrong[index].place, kind, fault)
    }
    if let problem = kind.problem(besides: value) { fault(place, problem) }
  }

  private static func read(
    _ answer: String, _ place: Place, _ kind: any QuestionKind,
    _ fault: (Place, LessonFault.Problem) -> Void
  ) -> AnswerValue? {
    do throws(LessonFault.Problem) { return try kind.written(answer) } catch {
      fault(place, error)
      return nil
    }
  }

  /// What an answer is worth. Of an attempt only the engine can tell.
  ///
  /// - Throws: what the question takes, where the answer has no form that can be graded.
  package func grade(_ given: String) throws(Misform) -> Grade {
    let grade = grade(try kind.given(given), among: wrong[...])
    if grade == .right, let misform = kind.ambiguity(of: given, besides: wrong.compactMap(\.value))
    {
      throw misform
    }
    return grade
  }

  /// What can be said of a wrong answer that nobody foresaw.
  package func remark(on given: String) -> Remark? {
    guard let given = try? kind.given(given), let value else { return nil }
    return kind.remark(on: given, right: value)
  }

  /// The same of an answer that has been read, where only some wrong answers are known.
  func grade(_ given: AnswerValue, among wrong: ArraySlice<WrongAnswer>) -> Grade {
    func isSame(_ written: AnswerValue?) -> Bool { written.map { kind.isSame(given, $0) } ?? false }
    return isSame(value) ? .right : .wrong(wrong.firstIndex { isSame($0.value) })
  }

  /// Whether a value that the engine computes is what an answer of the lesson says.
  package func agrees(_ computed: FormulaValue, with answer: AnswerValue?) -> Bool {
    answer.map { kind.agrees(computed, $0) } ?? false
  }
}

// MARK: - How one answers

extension Question {
  /// Texts to choose from, where there are some.
  package var options: [String]? {
    if case .options(let options, _) = kind.entry { options } else { nil }
  }

  /// Whether it is done by hand.
  package var isAttempt: Bool { if case .byHand = kind.entry { true } else { false } }

  /// Whether a mistake of an attempt is a part of the way: what makes it belongs to the solution.
  package func isHalfway(_ mistake: Int) -> Bool {
    let way = solution
    let made = wrong[mistake].mistake.map { "\($0.command)" }
    return !made.isEmpty && made.count < way.count && made.allSatisfy(way.contains)
  }

  /// The names of the commands that an attempt has typed, as no key does them: `put`, `clamp`.
  package var namesToType: [String] {
    guard isAttempt, case .commands(let commands) = effect else { return [] }
    let names = commands.compactMap { placed -> String? in
      guard case .changing(.suppose(let whatIf)) = placed.command else { return nil }
      return "\(whatIf)".split(separator: " ").first.map(String.init)
    }
    return names.enumerated().filter { !names[..<$0].contains($1) }.map(\.element)
  }

  /// The commands of an attempt's solution, as one types them.
  private var solution: [String] {
    guard isAttempt, case .commands(let commands) = effect else { return [] }
    return commands.map { "\($0.command)" }
  }

  /// What its right answer does.
  package var effect: AnswerEffect { kind.effect(of: value) }

  /// What a room votes between, as many as there are digits: the options, or the right value among the
  /// wrong ones. Nil where there is nothing to choose from.
  package var ballot: [String]? {
    switch kind.entry {
    case .options(let options, _): return Array(options.prefix(9))
    case .typed:
      let texts = [answer] + wrong.prefix(8).map(\.answer)
      return texts.count > 1 ? shuffled(texts, by: texts.joined()) : nil
    case .key, .line, .byHand: return nil
    }
  }
}
