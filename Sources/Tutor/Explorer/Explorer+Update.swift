import Documents
import Insight
import ModelFiles
import Phrases
import Vocabulary

extension Explorer {
  /// Carries a command out, and gives what it asks of the world around it.
  @discardableResult
  package mutating func update(_ command: Command) -> [Effect] {
    guard var journal else { return carryOut(command) }
    let before = moment.position
    let effects = carryOut(command)
    self.journal = nil
    journal.note(command, from: before, to: self)
    self.journal = journal
    return effects
  }

  /// Forgets what was said of the last command.
  package mutating func begin(_ command: Command) {
    // A tick is no answer to what the user did: a count and a sentence stay.
    guard command != .tick else { return }
    message = nil
    isRefused = false
    count = nil
  }

  private mutating func carryOut(_ command: Command) -> [Effect] {
    begin(command)
    switch command {
    case .navigation(let command): return carryOut(command)
    case .viewing(let command): carryOut(command)
    case .playing(let command): carryOut(command)
    case .changing(let command): carryOut(command)
    case .asking(let command): return carryOut(command)
    case .training(let command): carryOut(command)
    case .guessing(let command): carryOut(command)
    case .marking(let command): carryOut(command)
    case .travelling(let command): return carryOut(command)
    // They are for what lies over the explorer.
    case .overlaying, .listing, .lessonStep: break
    }
    return []
  }

  private mutating func carryOut(_ command: Navigation) -> [Effect] {
    switch command {
    case .open(.origins): traceBack()
    case .open(let screen):
      commit { moment throws(Refusal) in
        let opened = try moment.opening(screen)
        // What is learnt is seen where all of the sequence has been read.
        let isBegun = moment.position.timestep ?? 0 > 0
        return screen == .learning && !isBegun ? opened.at(moment.timeline.last) : opened
      }
    case .enter: commit { moment throws(Refusal) in try moment.entering() }
    case .back: if let before = moment.leaving() { commit { _ in before } }
    case .go(let place): go(place)
    case .select(let choice): commit { moment throws(Refusal) in try moment.selecting(choice) }
    case .unit(let choice): commit { moment throws(Refusal) in try moment.showing(choice) }
    case .term(let choice): commit { moment throws(Refusal) in try moment.taking(choice) }
    case .origin(let choice):
      commit { moment throws(Refusal) in try moment.choosing(origin: choice) }
    case .observation(let choice):
      commit { moment throws(Refusal) in try moment.opening(observation: choice) }
    case .model(let choice): return openModel(choice)
    case .epoch(let epoch): go(to: epoch)
    }
    return []
  }

  private mutating func carryOut(_ command: Viewing) {
    switch command {
    case .look(let choice): commit { moment throws(Refusal) in try moment.looking(choice) }
    case .order(let choice): commit { $0.ordering(choice) }
    case .scale(let choice): commit { $0.scaling(choice) }
    case .compare(let quantity):
      commit { moment throws(Refusal) in try moment.comparing(quantity) }
    case .gradients(let motion):
      commit { moment throws(Refusal) in try moment.showing(gradients: motion) }
    case .beside(let index): commit { moment throws(Refusal) in try moment.laying(beside: index) }
    }
  }

  private mutating func carryOut(_ command: Changing) {
    switch command {
    case .set(let layer, let flag, let value):
      commit { moment throws(Refusal) in try moment.setting(flag, of: layer, to: value) }
    case .toggle(let flag): commit { moment throws(Refusal) in try moment.toggling(flag) }
    case .suppose(let whatIf):
      commit { moment throws(Refusal) in try moment.changing(whatIf) }
      if !isRefused { message = beforeAndAfter }
    case .hold(let hold): self.hold(hold)
    case .restore: commit { moment throws(Refusal) in try moment.restoring() }
    case .size(let part, let choice):
      commit { moment throws(Refusal) in try moment.sizing(part, choice) }
    }
  }

  private mutating func carryOut(_ command: Asking) -> [Effect] {
    switch command {
    case .explain: message = explanation
    case .copy: return copy().map { [$0] } ?? []
    case .value(let quantity):
      say { moment throws(Refusal) in try moment.sentence(of: quantity) }
    case .evaluate: evaluate()
    case .write: return [.write]
    }
    return []
  }

  private mutating func carryOut(_ command: Travelling) -> [Effect] {
    switch command {
    case .undo, .redo:
      if prediction != nil {
        refuse(.whileGuessing(.undoing))
      } else if command == .undo {
        restore(history.undo(from: moment.lean), otherwise: .nothingToUndo)
      } else {
        restore(history.redo(from: moment.lean), otherwise: .nothingToRedo)
      }
      return []
    case .quit: return [.quit]
    }
  }

  /// Shows a model that was loaded for `Effect.load`.
  package mutating func open(_ model: LoadedModel) {
    training?.stop()
    let versions = versions
    commit(.model) { moment throws(Refusal) in
      let opened = try Refusal.from {
        try Moment(model, observation: model.firstObservation, kernels: moment.kernels)
      }
      return try versions.newest(opened)
    }
    guard !isRefused, var journal else { return }
    journal.noteModel(self)
    self.journal = journal
  }

  /// Begins to keep what is done, for `Journal.draft`.
  package mutating func beginJournal() { journal = Journal(self) }

  /// Says something that nobody asked for.
  package mutating func greet(_ sentence: String?) { message = sentence }

  /// Says why something that was asked for did not happen.
  package mutating func refuse(_ refusal: Refusal) {
    message = refusal.description
    isRefused = true
  }

  /// A digit before a key. More than six are no count.
  package mutating func type(digit: Int) {
    let next = (count ?? 0) * 10 + digit
    count = next < 1_000_000 ? next : count
  }
}

extension Explorer {
  /// How a moment replaces the one before it.
  enum Advance {
    /// Something was chosen or changed.
    case change
    /// Only the timestep moves, see `History`.
    case step
    /// Another model was opened; it may have the same name and an equal position.
    case model
  }

  /// Puts another moment in the place of the present one, or leaves it and says why. A moment at an
  /// equal position is no change.
  mutating func commit(
    _ advance: Advance = .change, _ next: (Moment) throws(Refusal) -> Moment
  ) {
    do throws(Refusal) {
      var next = try next(moment).settled().withSheet()
      // What is chosen or changed is shown whole.
      if advance != .step { next.position.lit = nil }
      guard advance == .model || next.position != moment.position else { return }
      let shown = try next.ready()
      // What a screen needs is worked out again where one comes back to it.
      let before = moment
      if history.record(before.lean, isStep: advance == .step) {
        history.forget(beyond: Moment.mostKept(besideLarge: shown.isLarge)) {
          $0.numbers(besides: $1)
        }
      }
      moment = shown
      followCount()
      if advance != .step { motion.stop() }
    } catch {
      refuse(error)
    }
  }

  /// Says a sentence, or why there is none.
  private mutating func say(_ sentence: (Moment) throws(Refusal) -> String) {
    do throws(Refusal) { message = try sentence(moment) } catch { refuse(error) }
  }

  private mutating func restore(_ other: Moment?, otherwise refusal: Refusal) {
    motion.stop()
    guard let other else { return refuse(refusal) }
    // It was ready once; what is not there any more is worked out with the frame.
    let shown = (try? versions.newest(other)) ?? other
    let shared = shown.sharingRuns(with: moment)
    moment = (try? shared.withSheet().ready()) ?? shared
    // Another model, or the network of before: nobody sees what would be learnt.
    if !isOpenTraining { training?.stop() }
    followCount()
  }

  private mutating func openModel(_ choice: Command.Choice<String>) -> [Effect] {
    switch choice {
    case .named(let name): return [.load(model: name)]
    case .by(let distance):
      let now = models.firstIndex(of: model.name) ?? -1
      guard !models.isEmpty, case let next = turned(now, by: distance, of: models.count),
        models[next] != model.name
      else {
        refuse(.noOtherModel)
        return []
      }
      return [.load(model: models[next])]
    }
  }
}
