import Documents
import ModelFiles
import Vocabulary

extension State {
  /// The next state, and what it asks of the world around it.
  package mutating func update(_ command: Command) -> Effect? {
    // What a lesson does is the lesson's.
    guard var journal, lesson == nil else { return carryOut(command) }
    let before = moment.position
    let effect = carryOut(command)
    self.journal = nil
    journal.note(command, from: before, to: self)
    self.journal = journal
    return effect
  }

  private mutating func carryOut(_ command: Command) -> Effect? {
    // A tick is no answer to what the user did: a count and a sentence stay.
    if command != .tick {
      message = nil
      isRefused = false
      count = nil
    }
    defer { if lesson != nil { watchAttempt(after: command) } }
    switch command {
    case .open(let screen): commit { moment throws(Refusal) in try moment.opening(screen) }
    case .enter where lessonList != nil: return openChosenLesson()
    case .enter: commit { moment throws(Refusal) in try moment.entering() }
    case .back: goBack()
    case .go(let place): helpLine == nil ? go(place) : scrollHelp(place)
    case .tick: return tick()
    case .play(let playing): play(playing)
    case .playTo(let place, let milliseconds): play(to: place, milliseconds: milliseconds)
    case .speed(let choice): changeSpeed(choice)
    case .select(.by(let distance)) where lessonList != nil: moveInList(distance)
    case .select(let choice): helpLine == nil ? select(choice) : scrollHelp(choice)
    case .unit(let choice): commit { moment throws(Refusal) in try moment.showing(choice) }
    case .look(let choice): commit { moment throws(Refusal) in try moment.looking(choice) }
    case .order(let choice): commit { $0.ordering(choice) }
    case .compare(let quantity): commit { $0.comparing(quantity) }
    case .beside(let index): commit { moment throws(Refusal) in try moment.laying(beside: index) }
    case .observation(let choice):
      commit { moment throws(Refusal) in try moment.opening(observation: choice) }
    case .model(let choice): return openModel(choice)
    case .set(let layer, let flag, let value):
      commit { moment throws(Refusal) in try moment.setting(flag, of: layer, to: value) }
    case .toggle(let flag): commit { moment throws(Refusal) in try moment.toggling(flag) }
    case .clamp, .erase, .put, .swap, .start:
      commit { moment throws(Refusal) in try moment.changing(command) }
      if !isRefused { message = beforeAndAfter }
    case .size(let part, let choice):
      commit { moment throws(Refusal) in try moment.sizing(part, choice) }
    case .restore: commit { moment throws(Refusal) in try moment.restoring() }
    case .explain: message = explanation
    case .copy: return copy()
    case .value(let quantity): tell(quantity)
    case .evaluate: say { moment throws(Refusal) in try moment.evaluation() }
    case .predict(let isOn): predict(isOn)
    case .guess(let guess): self.guess(guess)
    case .mark(let name): mark(name)
    case .to(let name): goTo(name)
    case .stopWhere(let breakpoint): setBreakpoint(breakpoint)
    case .help: helpLine = helpLine == nil ? 0 : nil
    case .prompt(let text): prompt = Prompt(beginning(text), history: prompted)
    case .undo, .redo:
      if prediction != nil {
        refuse("a guess cannot be taken back; say predict off first")
      } else if command == .undo {
        restore(history.undo(from: moment.lean), otherwise: "nothing to undo")
      } else {
        restore(history.redo(from: moment.lean), otherwise: "nothing to redo")
      }
    case .lesson(let name?): return .loadLesson(name)
    case .lesson(nil): leaveLesson()
    case .lessons:
      if lessonList == nil { return .listLessons }
      lessonList = nil
    case .next: return nextStep()
    case .previous: previousStep()
    case .answer(let text): answer(text)
    case .hint: giveHint()
    case .votes: toggleVotes()
    case .vote(let number): vote(number)
    case .quit: return .quit
    }
    return nil
  }

  /// Shows a model that was loaded for `Effect.load`.
  package mutating func open(_ model: LoadedModel) {
    commit(isNew: true) { moment throws(Refusal) in
      try Refusal.from {
        try Moment(model, observation: model.firstObservation, kernels: moment.kernels)
      }
    }
    guard !isRefused, var journal else { return }
    journal.noteModel(self)
    self.journal = journal
  }

  /// Begins to keep what is done, for `Journal.draft`.
  package mutating func beginJournal() { journal = Journal(self) }

  /// What was done before the open lesson.
  package var journalOutside: Journal? { outside.first?.journal }

  /// Says something that nobody asked for.
  package mutating func greet(_ sentence: String) { message = sentence }

  /// Says why something that was asked for did not happen.
  package mutating func refuse(_ sentence: String) {
    message = sentence
    isRefused = true
  }

  /// A digit before a key. More than six are no count.
  package mutating func type(digit: Int) {
    let next = (count ?? 0) * 10 + digit
    count = next < 1_000_000 ? next : count
  }
}

extension State {
  /// Puts another moment in the place of the present one, or leaves it and says why; `isStep` where
  /// only the timestep moves, see `History`. A moment at an equal position is no change, unless it
  /// `isNew`: another model may have the same name.
  mutating func commit(
    isStep: Bool = false, isNew: Bool = false, _ next: (Moment) throws(Refusal) -> Moment
  ) {
    do throws(Refusal) {
      let next = try next(moment).withSheet()
      guard isNew || next.position != moment.position else { return }
      let shown = try next.ready()
      // What a screen needs is worked out again where one comes back to it.
      history.record(moment.lean, isStep: isStep)
      history.forget(beyond: Moment.mostNumbers) { $0.numbers(besides: $1) }
      moment = shown
      isPlaying = isPlaying && isStep
    } catch {
      refuse(error.sentence)
    }
  }

  /// Says a sentence, or why there is none.
  private mutating func say(_ sentence: (Moment) throws(Refusal) -> String) {
    do throws(Refusal) { message = try sentence(moment) } catch { refuse(error.sentence) }
  }

  /// Tells the value of a quantity, unless an open question asks for it.
  private mutating func tell(_ quantity: Quantity) {
    say { moment throws(Refusal) in try moment.sentence(of: quantity) }
    guard let play = lesson, let question = play.openQuestion, let message, !isRefused,
      Covering(question, play, self).isGivenAway(by: quantity, message)
    else { return }
    refuse("that is what the question asks; answer it first, or let n show the answer")
  }

  private mutating func restore(_ other: Moment?, otherwise sentence: String) {
    isPlaying = false
    guard let other else { return refuse(sentence) }
    // It was ready once; what is not there any more is worked out with the frame.
    moment = (try? other.withSheet().ready()) ?? other
  }

  private mutating func goBack() {
    if helpLine != nil {
      helpLine = nil
    } else if lessonList != nil {
      lessonList = nil
    } else if let before = moment.leaving() {
      commit { _ in before }
    }
  }

  private mutating func select(_ choice: Command.Choice<String>) {
    commit { moment throws(Refusal) in try moment.selecting(choice) }
  }

  private mutating func scrollHelp(_ choice: Command.Choice<String>) {
    if case .by(let distance) = choice { scrollHelp(Command.Place.by(distance)) }
  }

  private mutating func scrollHelp(_ place: Command.Place) {
    let last = HelpScreen.lastFirstLine
    helpLine =
      switch place {
      case .at(let line): min(max(0, line), last)
      case .by(let distance): moved(helpLine ?? 0, by: distance, within: 0...last)
      case .start, .first: 0
      case .last: last
      }
  }

  private mutating func openModel(_ choice: Command.Choice<String>) -> Effect? {
    switch choice {
    case .named(let name): return .load(model: name)
    case .by(let distance):
      let now = models.firstIndex(of: model.name) ?? -1
      guard !models.isEmpty, case let next = turned(now, by: distance, of: models.count),
        models[next] != model.name
      else {
        refuse("there is no other model to open")
        return nil
      }
      return .load(model: models[next])
    }
  }
}
