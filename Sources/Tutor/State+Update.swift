import ModelFiles
import Vocabulary

extension State {
  /// The next state, and what it asks of the world around it.
  package mutating func update(_ command: Command) -> Effect? {
    // A tick is no answer to what the user did: a count and a sentence stay.
    if command != .tick {
      message = nil
      isRefused = false
      count = nil
    }
    switch command {
    case .go(let place): helpLine == nil ? go(place) : scrollHelp(place)
    case .tick: tick()
    case .play(let playing): play(playing)
    case .speed(let choice): changeSpeed(choice)
    case .select(let choice):
      if helpLine == nil {
        commit { moment throws(Refusal) in try moment.selecting(choice) }
      } else {
        scrollHelp(choice)
      }
    case .unit(let choice): commit { moment throws(Refusal) in try moment.showing(choice) }
    case .look(let choice): commit { $0.looking(choice) }
    case .observation(let choice): commit { moment throws(Refusal) in try moment.opening(choice) }
    case .model(let choice): return openModel(choice)
    case .set(let layer, let flag, let value):
      commit { moment throws(Refusal) in try moment.setting(flag, of: layer, to: value) }
    case .toggle(let flag): commit { moment throws(Refusal) in try moment.toggling(flag) }
    case .help: helpLine = helpLine == nil ? 0 : nil
    case .back: helpLine = nil
    case .undo: restore(history.undo(from: moment), otherwise: "nothing to undo")
    case .redo: restore(history.redo(from: moment), otherwise: "nothing to redo")
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
  }

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
  private mutating func commit(
    isStep: Bool = false, isNew: Bool = false, _ next: (Moment) throws(Refusal) -> Moment
  ) {
    do throws(Refusal) {
      let next = try next(moment)
      guard isNew || next.position != moment.position else { return }
      history.record(moment, isStep: isStep)
      moment = next
      isPlaying = isPlaying && isStep
    } catch {
      refuse(error.sentence)
    }
  }

  private mutating func restore(_ other: Moment?, otherwise sentence: String) {
    isPlaying = false
    if let other { moment = other } else { refuse(sentence) }
  }

  private mutating func go(_ place: Command.Place) {
    isPlaying = false
    let last = timesteps - 1
    let wanted = moment.timestep(at: place)
    commit(isStep: true) { $0.at(wanted) }
    // Running into an end is no fault of a script: "go +100" arrives at the last timestep.
    if wanted > last { message = "t \(last) is the last timestep" }
    if wanted < -1 { message = "there is nothing before the first timestep" }
  }

  private mutating func tick() {
    guard isPlaying else { return }
    commit(isStep: true) { $0.at($0.position.timestep + 1) }
    if position.timestep == timesteps - 1 { isPlaying = false }
  }

  private mutating func play(_ playing: Command.Playing) {
    switch playing {
    case .on: isPlaying = true
    case .off: isPlaying = false
    case .toggled: isPlaying.toggle()
    }
    // From the end it plays from the beginning; a film that stands still would look broken.
    guard isPlaying, position.timestep == timesteps - 1 else { return }
    commit(isStep: true) { $0.at(-1) }
  }

  private mutating func changeSpeed(_ choice: Command.Choice<Int>) {
    // Steps that feel alike: each about half as fast again as the one before.
    let steps = [1, 2, 3, 4, 6, 8, 12, 16, 24, 30]
    switch choice {
    case .named(let speed) where (1...30).contains(speed): self.speed = speed
    case .named(let speed): refuse("speed \(speed) is not between 1 and 30 timesteps a second")
    case .by(let distance):
      let now = steps.lastIndex { $0 <= speed } ?? 0
      speed = steps[moved(now, by: distance, within: 0...steps.count - 1)]
      message = "\(speed) timesteps a second"
    }
  }

  private mutating func scrollHelp(_ choice: Command.Choice<String>) {
    if case .by(let distance) = choice { scrollHelp(Command.Place.by(distance)) }
  }

  private mutating func scrollHelp(_ place: Command.Place) {
    let last = HelpScreen.lineCount - 1
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
      guard let count = models.isEmpty ? nil : models.count,
        case let next = ((now + distance % count) % count + count) % count,
        models[next] != model.name
      else {
        refuse("there is no other model to open")
        return nil
      }
      return .load(model: models[next])
    }
  }
}
