import Documents
import Vocabulary

extension LessonReader {
  /// A question from the step's keys.
  mutating func question(_ ask: DocumentValue, _ keys: DocumentMapping) -> Question? {
    let prompt = text(ask, "ask")
    guard let value = required(keys, "answer", example: "answer: (64)"),
      let answer = line(value, "answer")
    else { return nil }
    var question = Question(
      place: ask.place, prompt: prompt ?? LessonText(words: ""), kind: ChoiceQuestion(options: []),
      answer: answer, answerPlace: value.place, wrong: [])
    sentences(keys, of: &question)
    let with = keys["with"].map { commands($0, "with") } ?? []
    measure(keys, with, of: &question)
    let wrong = wrongEntries(keys).compactMap { wrongAnswer($0) }
    let draft = QuestionDraft(
      keys: keys, answer: answer, answerPlace: value.place, wrong: wrong.map(\.answer),
      isMeasured: question.measure != nil, isClaimed: question.claim != nil)
    guard let kind = kind(draft) else { return nil }
    question.kind = kind
    question.wrong = wrong
    if keys["of"] == nil, kind.isCompared { fault(value.place, .uncomputed) }
    question.readAnswers { fault($0, $1) }
    checkGrades(question)
    return prompt == nil ? nil : question
  }

  /// Something to do by hand.
  mutating func attempt(_ value: DocumentValue, _ keys: DocumentMapping) -> Question? {
    let prompt = text(value, "try")
    guard let kind = AttemptQuestion.read(keys, &self), let prompt else { return nil }
    var question = Question(
      place: value.place, prompt: prompt, kind: kind, answer: kind.answer,
      answerPlace: value.place, wrong: [])
    sentences(keys, of: &question)
    question.wrong = wrongEntries(keys).compactMap { mistake($0) }
    return question
  }

  /// A mistake that one may make by hand: what holds then, and commands that make it.
  private mutating func mistake(_ entry: DocumentMapping.Entry) -> WrongAnswer? {
    if entry.value.isText {
      fault(entry.place, .noMistake)
      return nil
    }
    guard let keys = mapping(entry.value, .mistake, ["say", "with"]),
      let say = required(keys, "say", example: "say: That gate forgets. Hold it higher."),
      let with = required(keys, "with", example: "with: clamp lstm2.forget_gate 29 0"),
      let sentence = text(say, "say")
    else { return nil }
    var wrong = WrongAnswer(place: entry.place, answer: entry.key, sentence: sentence)
    wrong.mistake = commands(with, "with")
    do throws(FormulaError) { wrong.condition = try Condition(parsing: entry.key) } catch {
      fault(entry.place, .formula(error.problem, in: entry.key))
    }
    return wrong
  }

  private mutating func sentences(_ keys: DocumentMapping, of question: inout Question) {
    question.hint = keys["hint"].flatMap { text($0, "hint") }
    question.way = keys["way"].flatMap { text($0, "way") }
    question.because = keys["because"].flatMap { text($0, "because") }
  }

  /// `of` is a comparison where it has a relation, otherwise what the answer is.
  private mutating func measure(
    _ keys: DocumentMapping, _ with: [PlacedCommand], of question: inout Question
  ) {
    guard let value = keys["of"], let line = line(value, "of") else { return }
    if (try? Condition(parsing: line)) != nil {
      question.claim = condition(value, "of")
      question.claimCommands = with
    } else if let formula = formula(value, "of") {
      question.measure = Measure(
        formula: formula, commands: with, place: value.place, text: line)
    }
  }

  private mutating func wrongEntries(_ keys: DocumentMapping) -> [DocumentMapping.Entry] {
    guard let value = keys["wrong"],
      let wrong = collect({ () throws(FileError) in try value.mapping("wrong") })
    else { return [] }
    let entries = bounded(wrong.entries, Self.mostEntries, "wrong", value.place)
    return entries.filter { !isTooLong($0.key, $0.place) }
  }

  private mutating func wrongAnswer(_ entry: DocumentMapping.Entry) -> WrongAnswer? {
    if entry.value.isText {
      return text(entry.value, "wrong").map {
        WrongAnswer(place: entry.place, answer: entry.key, sentence: $0)
      }
    }
    guard
      let keys = mapping(entry.value, .wrongAnswer, ["say", "idea", "of", "with", "if"]),
      let say = required(keys, "say", example: "say: That would be every hidden state."),
      let sentence = text(say, "say")
    else { return nil }
    var wrong = WrongAnswer(place: entry.place, answer: entry.key, sentence: sentence)
    wrong.idea = keys["idea"].flatMap { line($0, "idea") }
    let with = keys["with"].map { commands($0, "with") } ?? []
    if keys["of"] != nil, keys["if"] != nil { fault(entry.place, .twoComputations) }
    if let value = keys["of"], let formula = formula(value, "of") {
      wrong.computed = .gives(
        Measure(
          formula: formula, commands: with, place: value.place,
          text: line(value, "of") ?? ""))
    } else if let value = keys["if"], let condition = condition(value, "if") {
      wrong.computed = .needs(condition, after: with)
    }
    return wrong
  }

  /// The first kind that takes a step; nil where something is wrong with it.
  private mutating func kind(_ draft: QuestionDraft) -> (any QuestionKind)? {
    for kind in QuestionKinds.all {
      switch kind.read(draft, &self) {
      case .other: continue
      case .faulty: return nil
      case .kind(let kind): return kind
      }
    }
    return nil
  }

  /// What is graded as right cannot stand among the wrong ones; of two alike one would never come.
  private mutating func checkGrades(_ question: Question) {
    for (index, wrong) in question.wrong.enumerated() where !isFaulty(wrong.place) {
      guard let value = wrong.value else { continue }
      switch question.grade(value, among: question.wrong[..<index]) {
      case .right: fault(wrong.place, .wrongIsRight(wrong.answer))
      case .wrong(nil): break
      case .wrong: fault(wrong.place, .notGraded(answer: wrong.answer))
      }
    }
  }
}
