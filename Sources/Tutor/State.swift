import Kernels
import ModelFiles
import Phrases
import Screen
import Vocabulary

/// The tutor at one moment: a value. It is the explorer, and what lies over it.
///
/// `update` turns it and a command into the next one, `view` turns it and a size into a frame; neither
/// touches a file, a clock or a terminal.
package struct State: Sendable {
  package var explorer: Explorer
  /// What lies over the explorer, the one on top last.
  private(set) var overlays: [any Overlay] = []
  /// The lines that were typed before.
  private(set) var lines: [String] = []

  package init(_ explorer: Explorer) { self.explorer = explorer }

  /// The tutor at the first timestep of the observation that a model opens with; see `Explorer`.
  package init(
    _ model: LoadedModel, observation: Int? = nil, models: [String] = [],
    kernels: Kernels = .chosen
  ) throws {
    explorer = try Explorer(model, observation: observation, models: models, kernels: kernels)
  }
}

// MARK: - What lies over the explorer

extension State {
  /// The overlay of a type; nil where none lies there. A new one is laid on top, in the place of an
  /// older one it stays where that lay, and nil takes it away.
  package subscript<Kind: Overlay>(type: Kind.Type) -> Kind? {
    get {
      for case let overlay as Kind in overlays { return overlay }
      return nil
    }
    set {
      guard let place = overlays.firstIndex(where: { $0 is Kind }) else {
        if let newValue { overlays.append(newValue) }
        return
      }
      if let newValue { overlays[place] = newValue } else { overlays.remove(at: place) }
    }
  }

  /// The overlay that is asked first.
  package var top: (any Overlay)? { overlays.last }

  /// Takes away everything that lies over the explorer.
  package mutating func uncover() { overlays = [] }
}

// MARK: - Keys

extension State {
  /// What a key comes to; nil for no meaning. Asking changes nothing.
  package func input(for key: Key) -> Input? {
    for overlay in overlays.reversed() {
      switch overlay.meaning(of: key, over: explorer) {
      case .below: continue
      case .none: return nil
      case .input(let input): return input
      }
    }
    return explorer.input(for: key)
  }

  /// Does what a key does.
  @discardableResult
  package mutating func press(_ key: Key) -> [Effect] { input(for: key).map { update($0) } ?? [] }

  @discardableResult
  package mutating func update(_ input: Input) -> [Effect] {
    switch input {
    case .command(let command): return update(command)
    case .digit(let digit): explorer.type(digit: digit)
    case .typed(let key):
      guard var overlay = overlays.popLast() else { return [] }
      let response = overlay.type(key, over: &explorer)
      overlays.append(overlay)
      return settle(response, at: overlays.count - 1) ?? []
    }
    return []
  }
}

// MARK: - Commands

extension State {
  /// Carries a command out: whoever lies on top is asked first, then what lies below, then the
  /// explorer. What it asks of the world comes back.
  @discardableResult
  package mutating func update(_ command: Command) -> [Effect] {
    explorer.begin(command)
    let effects = carryOut(command)
    for place in overlays.indices { overlays[place].watch(command, over: &explorer) }
    return effects
  }

  private mutating func carryOut(_ command: Command) -> [Effect] {
    for place in overlays.indices.reversed() {
      let response = overlays[place].update(command, over: &explorer)
      if let effects = settle(response, at: place) { return effects }
    }
    switch command {
    case .overlaying(let command): return lay(command)
    case .listing(let command): return list(command)
    case .lessonStep(let command): explorer.refuse(command.refusalWithoutLesson)
    case .navigation, .viewing, .playing, .changing, .asking, .training, .guessing, .marking,
      .travelling:
      return explorer.update(command)
    }
    return []
  }

  private mutating func lay(_ command: Overlaying) -> [Effect] {
    switch command {
    case .help: overlays.append(Help())
    case .prompt(let text):
      self[Prompt.self] = Prompt(explorer.beginning(text), history: lines)
    case .lessons: return [.listLessons]
    case .lesson(let name?): return [.loadLesson(name)]
    case .lesson(nil): explorer.refuse(.noLesson)
    }
    return []
  }

  /// Lays the list of observations over the screen, sorted and held to what a command asks.
  private mutating func list(_ command: Listing) -> [Effect] {
    explorer.openTable()
    guard !explorer.isRefused else { return [] }
    var list = ObservationList(explorer)
    if command != .observations { _ = list.update(.listing(command), over: &explorer) }
    overlays.append(list)
    return []
  }

  /// Does what an overlay's response says; nil where what lies below is to be asked.
  private mutating func settle(_ response: Response, at place: Int) -> [Effect]? {
    switch response {
    case .below: return nil
    case .done(let effects, let uncovers):
      if uncovers { overlays.removeSubrange((place + 1)...) }
      return effects
    case .closed(let effects):
      overlays.removeSubrange(place...)
      return effects
    case .entered(let line):
      overlays.removeSubrange(place...)
      return enter(line)
    case .command(let command): return update(command)
    }
  }

  /// Carries out a typed line.
  private mutating func enter(_ line: String) -> [Effect] {
    guard line.contains(where: { !$0.isWhitespace }) else { return [] }
    lines.removeAll { $0 == line }
    lines.append(line)
    if lines.count > Prompt.mostLines { lines.removeFirst() }
    if let command = overlays.reversed().lazy.compactMap({ $0.command(of: line) }).first {
      return update(command)
    }
    do throws(CommandError) { return update(try Command.list(parsing: line)) } catch {
      explorer.refuse(.command(error))
      return []
    }
  }

  /// Carries commands out one after another, as far as none is refused. Where one asks something of
  /// the world, the rest waits for it: it comes back as the last effect.
  package mutating func update(_ commands: [Command]) -> [Effect] {
    for (index, command) in commands.enumerated() {
      let effects = update(command)
      if explorer.isRefused { return effects }
      guard effects.isEmpty else {
        let rest = Array(commands[(index + 1)...])
        return effects + (rest.isEmpty ? [] : [.goOn(rest)])
      }
    }
    return []
  }
}

extension LessonStep {
  /// Why it does nothing where no lesson is open.
  fileprivate var refusalWithoutLesson: Refusal {
    switch self {
    case .next, .previous: .noLesson
    case .answer, .hint, .votes: .noQuestion
    case .vote(let number): .noVotes(for: number)
    }
  }
}

// MARK: - The explorer below

extension State {
  package var position: Position { explorer.position }
  package var model: LoadedModel { explorer.model }
  /// What is said of the last command.
  package var message: String? { explorer.message }
  package var isRefused: Bool { explorer.isRefused }
  package var isPlaying: Bool { explorer.isPlaying }
  /// Whether observations are still to be counted.
  package var isCounting: Bool { explorer.isCounting }

  /// Counts what is still to be counted.
  package mutating func finishCounting() {
    guard explorer.isCounting else { return }
    explorer.finishCounting()
    for place in overlays.indices { overlays[place].watch(.tick, over: &explorer) }
  }

  /// Shows a model that was loaded for `Effect.load`.
  package mutating func open(_ model: LoadedModel) { explorer.open(model) }
  /// Invites a newcomer, and where it `plays` shows what there is to see, until `endWelcome`.
  package mutating func welcome(_ invitation: String, plays: Bool) {
    explorer.welcome(invitation, plays: plays)
  }
  /// Ends what `welcome` began; whether that stopped what played.
  package mutating func endWelcome() -> Bool { explorer.endWelcome() }
  /// Says something that nobody asked for.
  package mutating func greet(_ sentence: String) { explorer.greet(sentence) }
  /// Says why something that was asked for did not happen.
  package mutating func refuse(_ error: any Error) { explorer.refuse(Refusal(error)) }
}

extension State: Equatable {
  /// Whether two tutors show the same and will do the same.
  package static func == (one: State, other: State) -> Bool {
    one.explorer == other.explorer && one.overlays.count == other.overlays.count
      && zip(one.overlays, other.overlays).allSatisfy { $0.isEqual(to: $1) }
  }
}
