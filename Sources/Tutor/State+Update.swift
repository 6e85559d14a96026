import Engine
import ModelFiles
import Vocabulary

extension State {
  /// The next state, and what it asks of the world around it.
  package mutating func update(_ command: Command) -> Effect? {
    message = nil
    isRefused = false
    count = nil
    switch command {
    case .go(let place): go(place)
    case .tick: tick()
    case .play(let playing): play(playing)
    case .speed(let choice): changeSpeed(choice)
    case .select(let choice): helpLine == nil ? select(choice) : scrollHelp(choice)
    case .unit(let choice): chooseUnit(choice)
    case .look(let choice): look(choice)
    case .observation(let choice): openObservation(choice)
    case .model(let choice): return openModel(choice)
    case .set(let layer, let flag, let value): set(flag, of: layer, to: value)
    case .toggle(let flag): toggle(flag)
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
    change { moment throws(Refusal) in
      do { moment = try Moment(model, observation: model.firstObservation) } catch {
        throw Refusal("\(error)")
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

/// Why a command cannot be carried out, as the sentence that is shown.
struct Refusal: Error {
  let sentence: String
  init(_ sentence: String) { self.sentence = sentence }
}

extension State {
  /// Changes the moment, or leaves it as it was and says why.
  ///
  /// - Parameter isStep: whether only the timestep moves; see `History`.
  private mutating func change(
    isStep: Bool = false, _ body: (inout Moment) throws(Refusal) -> Void
  ) {
    var next = moment
    do throws(Refusal) {
      try body(&next)
    } catch {
      refuse(error.sentence)
      return
    }
    guard next.model.name != moment.model.name || next.position != moment.position else { return }
    history.record(moment, isStep: isStep)
    moment = next
    isPlaying = isPlaying && isStep
  }

  private mutating func restore(_ other: Moment?, otherwise sentence: String) {
    isPlaying = false
    guard let other else {
      refuse(sentence)
      return
    }
    moment = other
  }

  // MARK: Time

  private mutating func go(_ place: Command.Place) {
    let last = timesteps - 1
    isPlaying = false
    let wanted: Int =
      switch place {
      case .at(let timestep): timestep
      case .by(let distance): sum(position.timestep, distance)
      case .start: -1
      case .first: 0
      case .last: last
      }
    let reached = min(max(-1, wanted), last)
    change(isStep: true) { moment in moment.position.timestep = reached }
    // Running into an end is no fault of a script: "go +100" arrives at the last timestep.
    if wanted > last { message = "t \(last) is the last timestep" }
    if wanted < -1 { message = "there is nothing before the first timestep" }
  }

  private mutating func tick() {
    guard isPlaying else { return }
    change(isStep: true) { moment in
      moment.position.timestep = min(moment.position.timestep + 1, timesteps - 1)
    }
    if position.timestep == timesteps - 1 { isPlaying = false }
  }

  private mutating func play(_ playing: Command.Playing) {
    let starts =
      switch playing {
      case .on: true
      case .off: false
      case .toggled: !isPlaying
      }
    isPlaying = starts
    // From the end it plays from the beginning; a stopped film would look like a broken key.
    guard starts, position.timestep == timesteps - 1 else { return }
    change(isStep: true) { moment in moment.position.timestep = -1 }
  }

  private mutating func changeSpeed(_ choice: Command.Choice<Int>) {
    // Steps that feel alike: each about half as fast again as the one before.
    let steps = [1, 2, 3, 4, 6, 8, 12, 16, 24, 30]
    switch choice {
    case .named(let speed) where (1...30).contains(speed): self.speed = speed
    case .named(let speed): refuse("speed \(speed) is not between 1 and 30 timesteps a second")
    case .by(let distance):
      let now = steps.lastIndex { $0 <= speed } ?? 0
      speed = steps[min(max(0, sum(now, distance)), steps.count - 1)]
      message = "\(speed) timesteps a second"
    }
  }

  // MARK: What is chosen

  private mutating func select(_ choice: Command.Choice<String>) {
    let layers = position.description.layers
    change { moment throws(Refusal) in
      switch choice {
      case .by(let distance):
        let place = min(max(0, sum(moment.position.layer.place, distance)), layers.count)
        moment.position.layer = Position.Selection(place: place)
      case .named(let name):
        moment.position.layer = try selection(named: name)
      }
    }
  }

  private func selection(named name: String) throws(Refusal) -> Position.Selection {
    let names = [position.description.input.name] + position.description.layers.map(\.name)
    guard let place = names.firstIndex(of: name) else {
      let hint =
        nearest(to: name, in: names).map { "did you mean '\($0)'?" }
        ?? "the layers are \(names.joined(separator: ", "))"
      throw Refusal("no layer is called '\(name)'; \(hint)")
    }
    return Position.Selection(place: place)
  }

  private mutating func scrollHelp(_ choice: Command.Choice<String>) {
    guard case .by(let distance) = choice else { return }
    helpLine = max(0, sum(helpLine ?? 0, distance))
  }

  private mutating func chooseUnit(_ choice: Command.Choice<Int>) {
    change { moment throws(Refusal) in
      switch moment.position.layer {
      case .input:
        let count = moment.example.observation.features
        moment.position.feature = try place(
          choice, from: moment.position.feature, count: count, of: "features",
          in: position.description.input.name)
      case .layer(let layer):
        moment.position.units[layer] = try place(
          choice, from: moment.position.units[layer], count: units(of: layer), of: "units",
          in: position.description.layers[layer].name)
      }
    }
  }

  /// One of `count` things that stand in a ring.
  private func place(
    _ choice: Command.Choice<Int>, from now: Int, count: Int, of things: String, in owner: String
  ) throws(Refusal) -> Int {
    switch choice {
    case .by(let distance):
      let place = sum(now, distance % count) % count
      return place < 0 ? place + count : place
    case .named(let number):
      guard (0..<count).contains(number) else {
        throw Refusal("\(owner) has the \(things) 0 to \(count - 1); there is no \(number)")
      }
      return number
    }
  }

  private mutating func look(_ choice: Command.Choice<Command.Axis>) {
    change { moment in
      switch choice {
      case .named(let axis): moment.position.axis = axis
      case .by(let distance):
        let axes = Command.Axis.allCases
        let now = axes.firstIndex(of: moment.position.axis) ?? 0
        let next = (now + distance % axes.count + axes.count) % axes.count
        moment.position.axis = axes[next]
      }
    }
  }

  // MARK: Data and model

  private mutating func openObservation(_ choice: Command.Choice<Int>) {
    let wanted: Int =
      switch choice {
      case .named(let index): index
      case .by(let distance): sum(position.observation, distance)
      }
    change { moment throws(Refusal) in
      var position = moment.position
      position.observation = wanted
      do {
        let next = try Moment(model: moment.model, network: moment.network, position: position)
        moment = next
        moment.position.timestep = min(
          moment.position.timestep, next.example.observation.timesteps - 1)
      } catch {
        throw Refusal("\(error)")
      }
    }
  }

  private mutating func openModel(_ choice: Command.Choice<String>) -> Effect? {
    switch choice {
    case .named(let name): return .load(model: name)
    case .by(let distance):
      guard !models.isEmpty else {
        refuse("there is no other model to open")
        return nil
      }
      let now = models.firstIndex(of: model.name) ?? -1
      let next = ((now + distance) % models.count + models.count) % models.count
      guard models[next] != model.name else {
        refuse("there is no other model to open")
        return nil
      }
      return .load(model: models[next])
    }
  }

  // MARK: Flags

  private mutating func toggle(_ flag: Command.Flag) {
    guard case .layer(let index) = position.layer,
      case .lstm(let settings) = position.description.layers[index]
    else {
      refuse("\(selectedName) has no \(flag.rawValue); choose an LSTM layer with ↑ ↓")
      return
    }
    set(flag, of: settings.name, to: !settings.returnSequences)
  }

  private mutating func set(_ flag: Command.Flag, of name: String, to value: Bool) {
    change { moment throws(Refusal) in
      guard case .layer(let index) = try selection(named: name),
        case .lstm(var settings) = moment.position.description.layers[index]
      else { throw Refusal("\(name) has no \(flag.rawValue); only recurrent layers do") }
      switch flag {
      case .returnSequences: settings.returnSequences = value
      }
      moment.position.description.layers[index] = .lstm(settings)
      let network = moment.model.network.with(moment.position.description)
      do {
        moment = try Moment(model: moment.model, network: network, position: moment.position)
      } catch {
        throw Refusal("\(error)")
      }
    }
  }
}

private func sum(_ first: Int, _ second: Int) -> Int {
  let (result, overflow) = first.addingReportingOverflow(second)
  return overflow ? (second < 0 ? Int.min : Int.max) : result
}
