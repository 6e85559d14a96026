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
      place: ask.place, prompt: prompt ?? LessonText(words: ""), kind: .press, answer: answer,
      answerPlace: value.place, wrong: [])
    sentences(keys, of: &question)
    let with = keys["with"].map { commands($0, "with") } ?? []
    measure(keys, with, of: &question)
    let wrong = wrongEntries(keys).compactMap { wrongAnswer($0) }
    guard let kind = kind(keys, question, wrong.map(\.answer), value.place) else { return nil }
    question.kind = kind
    question.wrong = wrong
    if keys["of"] == nil, question.isCompared { fault(value.place, .uncomputed) }
    checkForms(question)
    return prompt == nil ? nil : question
  }

  /// Something to do by hand.
  mutating func attempt(_ value: DocumentValue, _ keys: DocumentMapping) -> Question? {
    let prompt = text(value, "try")
    let until = required(keys, "until", example: "until: t = 15").map {
      conditions($0, "until")
    }
    let solution = required(keys, "solution", example: "solution: go 15").map {
      commands($0, "solution")
    }
    guard let prompt, let until, let solution else { return nil }
    var question = Question(
      place: value.place, prompt: prompt, kind: .attempt(until: until, solution: solution),
      answer: solution.map { "\($0.command)" }.joined(separator: "; "),
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
    guard let keys = mapping(entry.value, "a mistake", ["say", "with"]),
      let say = required(keys, "say", example: "say: That gate forgets. Hold it higher."),
      let with = required(keys, "with", example: "with: clamp lstm2.forget_gate 29 0"),
      let sentence = text(say, "say")
    else { return nil }
    var wrong = WrongAnswer(place: entry.place, answer: entry.key, sentence: sentence)
    wrong.mistake = commands(with, "with")
    do throws(FormulaError) { wrong.condition = try Condition(parsing: entry.key) } catch {
      fault(entry.place, .formula(error.sentence, in: entry.key))
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
      let keys = mapping(entry.value, "a wrong answer", ["say", "idea", "of", "with", "if"]),
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

  private mutating func kind(
    _ keys: DocumentMapping, _ question: Question, _ wrong: [String], _ place: Place
  ) -> Question.Kind? {
    let answer = question.answer
    if let value = keys["larger"] {
      if let entry = keys.entries.first(where: { $0.key == "of" }) {
        fault(entry.place, .comparedTwice)
      }
      return largest(value, answer, place)
    }
    if let value = keys["press"] {
      guard collect({ () throws(FileError) in try value.flag("press") }) == true else {
        return nil
      }
      return .press
    }
    if let value = keys["repair"] { return repair(value, keys) }
    if ["true", "false"].contains(answer) { return .truth(answer == "true") }
    // `No` and `True` look like an answer of this kind, and so does what stands beside `true`.
    let isTruth =
      wrong.isEmpty
      ? GivenAnswer.truth(answer) != nil : wrong.allSatisfy { GivenAnswer.truth($0) != nil }
    if question.claim != nil, isTruth {
      fault(place, .truth(found: answer))
      return nil
    }
    if let shape = WrittenShape.read(answer) { return .shape(shape) }
    if let number = GivenAnswer.number(answer) {
      let tolerance = keys["tolerance"].flatMap { self.number($0, "tolerance", in: 0...1_000_000) }
      let digits = (try? Formula(parsing: answer))?.digits ?? 0
      return .number(number, tolerance: tolerance ?? halfUnit(of: digits))
    }
    // As a text it would never be what the engine computes.
    if question.measure != nil, let number = GivenAnswer.pointed(answer) {
      fault(place, .answerForm(found: answer, expected: "\(number), with a point"))
      return nil
    }
    guard !wrong.isEmpty else {
      fault(place, .fewWrong(kind: "a choice"))
      return nil
    }
    return .choice(shuffled([answer] + wrong, by: answer + wrong.joined()))
  }

  private mutating func largest(
    _ value: DocumentValue, _ answer: String, _ place: Place
  ) -> Question.Kind? {
    let parts = (list(value, "larger", most: Self.mostEntries) ?? []).compactMap { element in
      line(element, "larger").flatMap { text in
        formula(element, "larger").map { (text: text, formula: $0) }
      }
    }
    guard parts.contains(where: { $0.text == answer }) else {
      fault(place, .notAmong(found: answer, options: parts.map(\.text)))
      return nil
    }
    return .largest(parts)
  }

  private mutating func repair(_ value: DocumentValue, _ keys: DocumentMapping) -> Question.Kind? {
    guard let line = line(value, "repair"),
      let layer = required(keys, "replaces", example: "replaces: lstm1")
        .flatMap({ self.line($0, "replaces") })
    else { return nil }
    return .repair(line: line, layer: layer)
  }

  /// Whether the answers are what a question of this kind takes.
  private mutating func checkForms(_ question: Question) {
    switch question.kind {
    case .choice, .attempt: break
    case .shape:
      for wrong in question.wrong where WrittenShape.read(wrong.answer) == nil {
        fault(wrong.place, .wrongForm(found: wrong.answer, expected: "a shape such as (64)"))
      }
    case .number:
      for wrong in question.wrong where GivenAnswer.number(wrong.answer) == nil {
        fault(wrong.place, .wrongForm(found: wrong.answer, expected: "a number"))
      }
    case .truth:
      for wrong in question.wrong where !["true", "false"].contains(wrong.answer) {
        fault(wrong.place, .wrongForm(found: wrong.answer, expected: "true or false"))
      }
    case .largest(let parts):
      for wrong in question.wrong where !parts.map(\.text).contains(wrong.answer) {
        fault(wrong.place, .notAmong(found: wrong.answer, options: parts.map(\.text)))
      }
    case .press:
      let keys =
        [(question.answer, question.answerPlace)] + question.wrong.map { ($0.answer, $0.place) }
      for (key, place) in keys where !GivenAnswer.isKey(key) { fault(place, .key(key)) }
    case .repair(let line, let layer):
      let lines =
        [(line, question.place), (question.answer, question.answerPlace)]
        + question.wrong.map { ($0.answer, $0.place) }
      for (line, place) in lines {
        do throws(KerasLine.Failure) { _ = try KerasLine(parsing: line, name: layer) } catch {
          fault(place, .keras(error.sentence))
        }
      }
      if question.isRight(line) { fault(question.place, .nothingToMend) }
    }
    // What is graded as right cannot stand among the wrong ones; of two alike one would never come.
    var mended: [KerasLine?] = []
    if case .repair(_, let layer) = question.kind {
      mended = question.wrong.map { try? KerasLine(parsing: $0.answer, name: layer) }
    }
    for (index, wrong) in question.wrong.enumerated()
    where !isFaulty(wrong.place) {
      let given = wrong.answer
      if question.isRight(given) { fault(wrong.place, .wrongIsRight(given)) }
      let isTaken =
        mended.isEmpty
        ? question.wrong[..<index].contains { question.matches($0, given) }
        : mended[..<index].contains(mended[index])
      if isTaken { fault(wrong.place, .notGraded(answer: given)) }
    }
  }
}
