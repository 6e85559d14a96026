import LessonPlayer
import Lessons
import Phrases
import Tutor
import Vocabulary
import Wording

// What a question and its answers claim.
extension LessonCheck {
  mutating func check(_ question: Question, _ step: Step) {
    for text in [question.prompt, question.hint, question.way] { check(text, question.place) }
    check(question.because, question.place, in: solved(question))
    if let claim = question.claim { check(claim, question) }
    if let measure = question.measure { compare(question, measure) }
    compareLargest(question, question.kind.compared)
    switch (question.kind.entry, question.effect) {
    case (.byHand(let until), .commands(let solution)): checkAttempt(question, until, solution)
    case (_, .key(let name)): checkKey(question, name)
    case (_, .replaces(let mended, let layer)): checkRepair(question, mended, layer)
    case (_, .nothing), (_, .commands): break
    }
    for (index, wrong) in question.wrong.enumerated() {
      if let condition = wrong.condition {
        checkMistake(condition, at: index, of: question)
      } else {
        check(wrong, question)
      }
    }
    let before = faults.count
    look(step, question.place)
    // What is wrong with the question's picture is wrong with each answer's.
    if faults.count == before { lookAtAnswers(question, step) }
    explorer = solved(question)
    play.outcomes[play.index] = nil
  }

  private mutating func check(_ claim: PlacedCondition, _ question: Question) {
    let claimed = after(question.claimCommands)
    guard case .truth(let truth) = question.value else {
      check(claim, in: claimed)
      return
    }
    guard let holds = holds(claim, in: claimed.moment), holds != truth else { return }
    fault(question.answerPlace, .answerDiffers(written: "\(truth)", computed: "\(holds)"))
  }

  private mutating func compare(_ question: Question, _ measure: Measure) {
    guard let value = value(measure) else { return }
    if !question.agrees(value, with: question.value) {
      fault(
        question.answerPlace,
        .answerDiffers(written: question.answer, computed: question.kind.text(of: value)))
    }
  }

  private mutating func value(_ measure: Measure) -> FormulaValue? {
    let before = faults.count
    let measured = after(measure.commands)
    guard faults.count == before else { return nil }
    do throws(Refusal) { return try measured.moment.value(of: measure.formula) } catch {
      fault(measure.place, .unknown(what: measure.text, sentence: error.description))
      return nil
    }
  }

  private mutating func compareLargest(
    _ question: Question, _ parts: [(text: String, formula: Formula)]
  ) {
    var best: (text: String, value: Double)?
    var equal: String?
    for part in parts {
      do throws(Refusal) {
        let value = try explorer.moment.value(of: part.formula)
        guard let number = value.number else {
          fault(question.place, .noNumber(what: part.text, found: value.text(digits: nil)))
          continue
        }
        if number == best?.value { equal = part.text }
        if number > best?.value ?? -.infinity { (best, equal) = ((part.text, number), nil) }
      } catch {
        fault(question.place, .unknown(what: part.text, sentence: error.description))
      }
    }
    guard let best else { return }
    if let equal {
      fault(question.answerPlace, .noLargest(one: best.text, other: equal))
    } else if best.text != question.answer {
      fault(question.answerPlace, .answerDiffers(written: question.answer, computed: best.text))
    }
  }

  private mutating func checkKey(_ question: Question, _ name: String) {
    guard let key = Keymap.key(named: name),
      let command = Keymap.command(for: key, in: explorer.context, count: nil)
    else {
      fault(
        question.answerPlace,
        .deadKey(question.answer, screen: "\(explorer.position.screen)"))
      return
    }
    var after = explorer
    after.finishAfresh(command)
    if after.isRefused {
      fault(
        question.answerPlace,
        .refused(command: "\(command)", sentence: after.message))
    }
  }

  /// A line to mend breaks the network or gives another layer; the mended one makes it whole.
  private mutating func checkRepair(_ question: Question, _ mended: KerasLine, _ layer: String) {
    guard
      let place = explorer.position.description.layers.firstIndex(where: { $0.name == layer })
    else {
      let names = explorer.position.description.layers.map(\.name)
      fault(question.place, .noLayer(layer, nearest: nearest(to: layer, in: names)))
      return
    }
    var description = explorer.position.description
    description.layers[place] = mended.layer
    if let failure = description.plan().failure {
      fault(
        question.answerPlace,
        .cannotBeBuilt(failure.error))
    }
  }

  private mutating func checkAttempt(
    _ question: Question, _ until: [PlacedCondition], _ solution: [PlacedCommand]
  ) {
    let moment = explorer.moment
    if until.allSatisfy({ (try? moment.holds($0.condition)) == true }) {
      fault(question.place, .attemptDone)
    }
    let solved = after(solution).moment
    for placed in until where holds(placed, in: solved) == false {
      fault(
        placed.place,
        .attemptUnsolved(
          condition: placed.condition.text, found: solved.sides(of: placed.condition)))
    }
  }

  private mutating func check(_ wrong: WrongAnswer, _ question: Question) {
    check(wrong.sentence, wrong.place)
    switch wrong.computed {
    case .gives(let measure):
      guard let value = value(measure) else { return }
      if !question.agrees(value, with: wrong.value) {
        fault(
          wrong.place,
          .wrongDiffers(written: wrong.answer, computed: question.kind.text(of: value)))
      }
    case .needs(let placed, let commands):
      let moment = after(commands).moment
      if holds(placed, in: moment) == true {
        fault(placed.place, .wrongHolds(condition: placed.condition.text))
      }
    case nil: break
    }
  }

  /// The commands of a mistake make it, and it is its own sentence that then comes.
  private mutating func checkMistake(
    _ condition: Condition, at index: Int, of question: Question
  ) {
    guard case .byHand(let until) = question.kind.entry else { return }
    let wrong = question.wrong[index]
    let before = faults.count
    let made = after(wrong.mistake)
    check(wrong.sentence, wrong.place, in: made)
    guard
      let holds = holds(PlacedCondition(condition: condition, place: wrong.place), in: made.moment),
      faults.count == before
    else { return }
    if !holds {
      fault(
        wrong.place,
        .mistakeNotMade(condition: condition.text, found: made.moment.sides(of: condition)))
    } else if until.allSatisfy({ (try? made.moment.holds($0.condition)) == true }) {
      fault(wrong.place, .wrongIsRight(condition.text))
    } else if question.mistake(in: made.moment, named: []) != index {
      fault(wrong.place, .notGraded(answer: condition.text))
    }
  }

  /// The explorer after what was to be done by hand, or what the right answer does.
  mutating func solved(_ question: Question) -> Explorer {
    if case .commands(let commands) = question.effect { return after(commands) }
    var explorer = explorer
    for command in question.commandsOfAnswer(in: explorer) { explorer.finish(command) }
    return explorer
  }
}
