import Kernels
import Lessons
import ModelFiles
import Screen
import Vocabulary
import Wording

/// Plays a lesson without a screen and compares all that it claims with what the engine computes:
/// every command, check, answer and live value, and every step's picture at the smallest sizes.
package struct LessonCheck {
  /// The sizes at which every step has to fit.
  package static let sizes = [Size(width: 80, height: 24), Size(width: 60, height: 18)]

  private let lesson: Lesson
  private let text: String
  private var state: State
  private var draws = true
  private(set) var faults: [LessonFault] = []

  /// Everything that is wrong with a lesson on its model; `text` is its file, for the caret. Where it
  /// does not draw, only what the engine computes is compared.
  package static func faults(
    of lesson: Lesson, on model: LoadedModel, text: String = "", draws: Bool = true
  ) -> [LessonFault] {
    do {
      var check = try LessonCheck(lesson, model, text)
      check.draws = draws
      check.run()
      return check.faults
    } catch {
      let problem: LessonFault.Problem =
        (error as? ModelFileError).map { .model($0) } ?? .gap("\(error)")
      let place = lesson.observationPlace ?? lesson.modelPlace ?? Place(lesson.file)
      return [LessonFault(place, problem, in: text)]
    }
  }

  private init(_ lesson: Lesson, _ model: LoadedModel, _ text: String) throws {
    self.lesson = lesson
    self.text = text
    state = try State(
      model, observation: lesson.observation ?? model.firstObservation, kernels: .portable)
    state.hasHalfCells = false
  }

  private mutating func fault(_ place: Place, _ problem: LessonFault.Problem) {
    let fault = LessonFault(place, problem, in: text)
    if !faults.contains(fault) { faults.append(fault) }
  }

  private mutating func run() {
    state.lesson = LessonPlay(lesson)
    for (index, step) in lesson.steps.enumerated() {
      run(step.commands)
      for check in step.checks { self.check(check) }
      state.lesson?.index = index
      state.lesson?.pending = []
      state.lesson?.steady = []
      switch step.content {
      case .silent: break
      case .text(let text):
        self.check(text, step.place)
        look(step, text.place ?? step.place)
      case .question(let question): check(question, step)
      }
    }
    state.lesson?.index = lesson.steps.count
  }

  private mutating func run(_ commands: [PlacedCommand]) { state = after(commands) }

  /// The tutor after some commands more, each carried out to where it ends; a refused one is a fault.
  private mutating func after(_ commands: [PlacedCommand]) -> State {
    var state = state
    for placed in commands {
      state.finishForCheck(placed.command)
      if state.isRefused {
        fault(
          placed.place,
          .refused(command: "\(placed.command)", sentence: state.message ?? "no reason given"))
      }
      state.message = nil
    }
    return state
  }

  private mutating func check(_ placed: PlacedCondition, in state: State? = nil) {
    let moment = (state ?? self.state).moment
    do throws(Refusal) {
      if try !moment.holds(placed.condition) {
        fault(
          placed.place,
          .checkFails(
            condition: placed.condition.text, found: moment.sides(of: placed.condition)))
      }
    } catch {
      fault(placed.place, .unknown(what: placed.condition.text, sentence: error.sentence))
    }
  }

  private mutating func check(_ text: LessonText?, _ place: Place, in other: State? = nil) {
    let moment = (other ?? state).moment
    for formula in text?.values ?? [] {
      do throws(Refusal) { _ = try moment.value(of: formula) } catch {
        fault(text?.place ?? place, .unknown(what: "{\(formula)}", sentence: error.sentence))
      }
    }
  }

  // MARK: - Questions

  private mutating func check(_ question: Question, _ step: Step) {
    for text in [question.prompt, question.hint, question.way] { check(text, question.place) }
    check(question.because, question.place, in: solved(question))
    if let claim = question.claim { check(claim, question) }
    if let measure = question.measure { compare(question, measure) }
    switch question.kind {
    case .largest(let parts): compareLargest(question, parts)
    case .press: checkKey(question)
    case .repair(let line, let layer): checkRepair(question, line, layer)
    case .attempt(let until, let solution): checkAttempt(question, until, solution)
    case .choice, .shape, .number, .truth: break
    }
    for wrong in question.wrong { check(wrong, question) }
    let before = faults.count
    look(step, question.place)
    // What is wrong with the question's picture is wrong with each answer's.
    if faults.count == before { lookAtAnswers(question, step) }
    state = solved(question)
    let index = state.lesson?.index ?? 0
    state.lesson?.outcomes[index] = nil
  }

  private mutating func check(_ claim: PlacedCondition, _ question: Question) {
    let state = after(question.claimCommands)
    guard case .truth(let truth) = question.kind else {
      check(claim, in: state)
      return
    }
    do throws(Refusal) {
      let holds = try state.moment.holds(claim.condition)
      if holds != truth {
        fault(question.answerPlace, .answerDiffers(written: "\(truth)", computed: "\(holds)"))
      }
    } catch {
      fault(claim.place, .unknown(what: claim.condition.text, sentence: error.sentence))
    }
  }

  private mutating func compare(_ question: Question, _ measure: Measure) {
    guard let value = value(measure) else { return }
    if !question.agrees(value, with: question.answer) {
      fault(
        question.answerPlace,
        .answerDiffers(written: question.answer, computed: question.text(of: value)))
    }
  }

  private mutating func value(_ measure: Measure) -> FormulaValue? {
    let before = faults.count
    let state = after(measure.commands)
    guard faults.count == before else { return nil }
    do throws(Refusal) { return try state.moment.value(of: measure.formula) } catch {
      fault(measure.place, .unknown(what: measure.text, sentence: error.sentence))
      return nil
    }
  }

  private mutating func compareLargest(
    _ question: Question, _ parts: [(text: String, formula: Formula)]
  ) {
    var best: (text: String, value: Double)?
    for part in parts {
      do throws(Refusal) {
        guard let number = try state.moment.value(of: part.formula).number else { continue }
        if best == nil || number > best?.value ?? 0 { best = (part.text, number) }
      } catch {
        fault(question.place, .unknown(what: part.text, sentence: error.sentence))
      }
    }
    if let best, best.text != question.answer {
      fault(question.answerPlace, .answerDiffers(written: question.answer, computed: best.text))
    }
  }

  private mutating func checkKey(_ question: Question) {
    guard let key = Keymap.key(named: question.answer),
      let command = Keymap.command(for: key, in: state.context, count: nil)
    else {
      fault(
        question.answerPlace,
        .gap("the key '\(question.answer)' does nothing on the \(state.position.screen) screen"))
      return
    }
    var after = state
    after.finishForCheck(command)
    if after.isRefused {
      fault(
        question.answerPlace,
        .refused(command: "\(command)", sentence: after.message ?? "no reason given"))
    }
  }

  /// A line to mend breaks the network or gives another layer; the mended one makes it whole.
  private mutating func checkRepair(_ question: Question, _ line: String, _ layer: String) {
    guard
      let place = state.position.description.layers.firstIndex(where: { $0.name == layer }),
      let mended = try? KerasLine(parsing: question.answer, name: layer)
    else {
      let names = state.position.description.layers.map(\.name)
      let near = nearest(to: layer, in: names).map { "; did you mean '\($0)'?" } ?? ""
      fault(question.place, .gap("there is no layer '\(layer)' for 'replaces'\(near)"))
      return
    }
    var description = state.position.description
    description.layers[place] = mended.layer
    if let failure = description.plan().failure {
      fault(
        question.answerPlace,
        .gap("with the mended line the network cannot be built: \(failure.error.sentence)"))
    }
  }

  private mutating func checkAttempt(
    _ question: Question, _ until: [PlacedCondition], _ solution: [PlacedCommand]
  ) {
    let moment = state.moment
    if until.allSatisfy({ (try? moment.holds($0.condition)) == true }) {
      fault(question.place, .attemptDone)
    }
    let solved = after(solution).moment
    for placed in until {
      do throws(Refusal) {
        if try !solved.holds(placed.condition) {
          fault(
            placed.place,
            .attemptUnsolved(
              condition: placed.condition.text, found: solved.sides(of: placed.condition)))
        }
      } catch {
        fault(placed.place, .unknown(what: placed.condition.text, sentence: error.sentence))
      }
    }
  }

  private mutating func check(_ wrong: WrongAnswer, _ question: Question) {
    check(wrong.sentence, wrong.place)
    if let condition = wrong.condition {
      do throws(Refusal) { _ = try state.moment.holds(condition) } catch {
        fault(wrong.place, .unknown(what: wrong.answer, sentence: error.sentence))
      }
    }
    switch wrong.computed {
    case .gives(let measure):
      guard let value = value(measure) else { return }
      if !question.agrees(value, with: wrong.answer) {
        fault(
          wrong.place,
          .wrongDiffers(written: wrong.answer, computed: question.text(of: value)))
      }
    case .needs(let placed, let commands):
      let moment = after(commands).moment
      do throws(Refusal) {
        if try moment.holds(placed.condition) {
          fault(placed.place, .wrongHolds(condition: placed.condition.text))
        }
      } catch {
        fault(placed.place, .unknown(what: placed.condition.text, sentence: error.sentence))
      }
    case nil: break
    }
  }

  // MARK: - Pictures

  /// Renders the step as it stands at every size: what is pointed at has to be there, and all has to
  /// fit.
  ///
  /// `place` is that of the sentence which has to be shorter where it does not.
  private mutating func look(_ step: Step, _ place: Place) {
    guard draws, let play = state.lesson else { return }
    for size in Self.sizes {
      let screen = LessonScreen(state, play, size: size)
      let name = "\(size.width)×\(size.height)"
      if screen.lines > screen.room {
        fault(place, .overflow(size: name, lines: screen.lines, room: screen.room))
      }
      if screen.frame.faults > 0 {
        fault(step.place, .screenFault(size: name, text: screen.frame.firstFault ?? "a text"))
      }
      for pointer in step.points
      where !screen.has(pointer) && !faults.contains(where: { $0.place == pointer.place }) {
        fault(pointer.place, .noPart(pointer.text, size: name, parts: screen.partNames))
      }
    }
    guard !step.hides.isEmpty else { return }
    // What is covered may be there only in a larger window; that it is nowhere is a slip.
    let large = LessonScreen(state, play, size: Size(width: 200, height: 60))
    for pointer in step.hides where !large.has(pointer) {
      fault(pointer.place, .noPart(pointer.text, size: "200×60", parts: large.partNames))
    }
  }

  /// Every sentence that an answer gets, in its place.
  private mutating func lookAtAnswers(_ question: Question, _ step: Step) {
    guard let index = state.lesson?.index else { return }
    let before = faults.count
    var hint = LessonPlay.Outcome()
    hint.showsHint = true
    look(step, question.hint, hint)
    var way = LessonPlay.Outcome()
    way.wrong = 2
    way.feedback = .other
    if question.way != nil || faults.count == before {
      look(step, question.way ?? question.hint, way)
    }
    // Below a hint that is too long itself every sentence would be, too.
    let wrong = faults.count == before ? 2 : 1
    for (mistake, answer) in question.wrong.enumerated() {
      var outcome = LessonPlay.Outcome()
      outcome.wrong = wrong
      outcome.feedback = .mistake(mistake)
      look(step, answer.sentence, outcome)
    }
    var done = LessonPlay.Outcome()
    done.isDone = true
    done.wasRevealed = true
    let asked = state
    state = solved(question)
    look(step, question.because, done)
    state = asked
    state.lesson?.outcomes[index] = nil
  }

  /// Renders a question as it stands after an answer, for the sentence that comes with it.
  private mutating func look(_ step: Step, _ text: LessonText?, _ outcome: LessonPlay.Outcome) {
    guard let index = state.lesson?.index else { return }
    state.lesson?.outcomes[index] = outcome
    look(step, text?.place ?? step.question?.place ?? step.place)
  }

  /// The tutor after what was to be done by hand, or what the right answer does.
  private mutating func solved(_ question: Question) -> State {
    if case .attempt(_, let solution) = question.kind { return after(solution) }
    var state = state
    state.carryOut(answerOf: question)
    return state
  }
}

extension LessonScreen {
  /// Whether a pointer's part is drawn.
  func has(_ pointer: Pointer) -> Bool { !Spot.rects(of: pointer, on: source).isEmpty }

  var partNames: [String] { Set(source.parts.map(\.name)).sorted() }
}

extension State {
  /// Carries a command out to where it ends, as a lesson that nobody waits for does.
  mutating func finishForCheck(_ command: Command) {
    isRefused = false
    finish(command)
  }
}

extension Question {
  /// Whether a value is what an answer says.
  func agrees(_ value: FormulaValue, with answer: String) -> Bool {
    switch kind {
    case .shape: value.shape == GivenAnswer.shape(answer)
    case .number(_, let tolerance):
      if let one = value.number, let other = GivenAnswer.number(answer) {
        (one - other).magnitude <= max(tolerance, 1e-6) * (1 + 1e-6)
      } else {
        false
      }
    case .choice, .truth, .largest, .press, .repair, .attempt:
      value.text(digits: nil) == answer
    }
  }

  /// A value as this question writes its answers.
  func text(of value: FormulaValue) -> String {
    switch kind {
    case .shape: value.shape.map { FormulaValue.shape($0).text(digits: nil) } ?? "no shape"
    case .number:
      value.text(
        digits: value.number == value.number?.rounded()
          ? nil : ((try? Formula(parsing: answer))?.digits ?? 3) + 2)
    case .choice, .truth, .largest, .press, .repair, .attempt: value.text(digits: nil)
    }
  }
}
