import Vocabulary

/// What was done, as commands that come to the same state again: the fold that leads here.
///
/// Time and guesses are resolved into the places they came to, steps that follow one another into
/// their last, and what was undone is left out.
package struct Journal: Sendable {
  /// One thing done, and where it led.
  struct Entry: Sendable {
    /// Nil where another model was opened: nothing before it counts.
    var command: Command?
    var model: String
    var position: Position
    /// Which training the network was of; nil for none.
    var training: Int?
    /// Whether it only moved along the time axis, see `History`.
    var isWalk = false
  }

  private let start: Entry
  /// Those that count, and behind them those that were undone.
  var entries: [Entry] = []
  var cursor = 0
  /// Whether a walk begins anew, as it does in `History`.
  private var isWalkOver = true
  /// Places that a draft needs and nobody kept.
  private var helpers = 0
  /// How quickly it plays; undo does not take that back.
  private let startSpeed: Int
  private var speed: Int

  static let helper = "draft-"

  init(_ explorer: Explorer) {
    startSpeed = explorer.speed
    speed = explorer.speed
    start = Entry(command: nil, model: explorer.model.name, position: explorer.position.inNewest)
  }

  /// Notes a command that was carried out.
  mutating func note(_ command: Command, from before: Position, to explorer: Explorer) {
    let isRefused = explorer.isRefused && command != .tick
    guard !isRefused else { return }
    speed = explorer.speed
    // A lesson knows no epochs.
    let before = before.inNewest
    let now = explorer.position.inNewest
    switch command {
    case .training, .navigation(.epoch): noteTraining(of: explorer)
    case .travelling(.undo): travel(isBack: true, to: explorer)
    case .travelling(.redo): travel(isBack: false, to: explorer)
    case .navigation(.go), .guessing(.guess), .playing(.tick), .playing(.play), .playing(.playTo):
      walk(from: before, to: explorer)
    default:
      guard command.isForLessons else { return }
      let entry = Entry(
        command: command, model: explorer.model.name, position: now,
        training: explorer.openTraining)
      if now != before { add(entry) } else if command.isLoose { insert(entry) }
    }
  }

  /// Notes that another model was opened.
  mutating func noteModel(_ explorer: Explorer) {
    add(Entry(command: nil, model: explorer.model.name, position: explorer.position.inNewest))
  }

  mutating func add(_ entry: Entry) {
    // What no undo takes back stays.
    let stays = entries[cursor...].filter { $0.command?.isBreakpoint == true }
    let here = place(cursor)
    entries.removeSubrange(cursor...)
    entries += stays.map {
      Entry(
        command: $0.command, model: here.model, position: here.position, training: here.training)
    }
    entries.append(entry)
    cursor = entries.count
    isWalkOver = !entry.isWalk
  }

  private mutating func walk(from before: Position, to explorer: Explorer) {
    let now = explorer.position.inNewest
    guard now != before else { return }
    let command: Command
    if now.cells != before.cells {
      // Along the diagonal a step is a wavefront; a place is so many cells in every order.
      command = .go(.at(now.cells))
    } else {
      command = .go(now.timestep.map { .at($0) } ?? .start)
    }
    var entry = Entry(
      command: command, model: explorer.model.name, position: now,
      training: explorer.openTraining, isWalk: true)
    // Who has undone something walks anew, so that nothing stands behind the cursor here.
    if !isWalkOver, let last = entries.last, let merged = last.command?.merged(with: command) {
      entry.command = merged
      entries[cursor - 1] = entry
    } else {
      add(entry)
    }
  }

  /// The place behind so many entries.
  func place(_ count: Int) -> Entry { count == 0 ? start : entries[count - 1] }

  private mutating func travel(isBack: Bool, to explorer: Explorer) {
    isWalkOver = true
    func isThere(_ count: Int) -> Bool {
      let place = place(count)
      return place.position == explorer.position.inNewest && place.model == explorer.model.name
        && place.training == explorer.openTraining
    }
    let back = (0...cursor).last(where: isThere)
    var on = (cursor...entries.count).first(where: isThere)
    // What was learnt there is there again.
    while let place = on, place < entries.count, entries[place].command?.isTraining == true,
      entries[place].training == explorer.openTraining
    { on = place + 1 }
    guard let target = isBack ? back ?? on : on ?? back else { return }
    guard target < cursor,
      entries[target..<cursor].contains(where: {
        if case .marking(.mark) = $0.command { true } else { false }
      })
    else {
      cursor = target < cursor ? keepTraining(explorer.openTraining, behind: target) : target
      return
    }
    // A place was kept on a way that was undone: the way stays, and one comes back from it.
    helpers += 1
    let name = Self.helper + "\(helpers)"
    let there = place(target)
    let opening = entries[..<target].last { $0.command == nil } ?? start
    let leavesModel = entries[target..<cursor].contains { $0.command == nil }
    entries.insert(
      Entry(
        command: .mark(name), model: there.model, position: there.position,
        training: there.training), at: target)
    cursor += 1
    // The way led into another model: coming back opens this one again.
    if leavesModel {
      add(Entry(command: nil, model: opening.model, position: opening.position))
    }
    add(
      Entry(
        command: .to(name), model: there.model, position: there.position, training: there.training))
  }

  /// The commands that lead here from the opening of the last model.
  ///
  /// Breakpoints that were set while another model was open are not among them.
  package var commands: [Command] {
    var commands = runs.last ?? []
    let isMark: (Command) -> Bool = { if case .marking(.mark) = $0 { true } else { false } }
    if runs.dropLast().contains(where: { $0.contains(where: isMark) }) {
      // Places were kept before the model was left and opened again: they are to be there.
      let opening = Self.helper + "opening"
      commands = [.mark(opening)] + runs.joined(separator: [.to(opening)])
    }
    commands += entries[cursor...].compactMap(\.command).filter(\.isBreakpoint)
    return speed == startSpeed ? commands : commands + [.speed(.named(speed))]
  }

  /// The model that was opened last, and the observation that it opened with.
  package var opening: (model: String, observation: Int) {
    let entry = entries[..<cursor].last { $0.command == nil } ?? start
    return (entry.model, entry.position.observation)
  }

  /// What was done in that model, each time that it was opened.
  private var runs: [[Command]] {
    var runs = [(model: start.model, commands: [Command]())]
    for entry in entries[..<cursor] {
      // A training may have begun and taken no step yet.
      if entry.command == .training(.batches(0)) { continue }
      if let command = entry.command {
        runs[runs.count - 1].commands.append(command)
      } else {
        runs.append((entry.model, []))
      }
    }
    return runs.filter { $0.model == opening.model }.map(\.commands)
  }
}

extension Command {
  /// Whether it does something without a change of place.
  fileprivate var isLoose: Bool {
    switch self {
    case .marking(.stopWhere), .marking(.mark), .asking(.explain), .asking(.value),
      .asking(.evaluate):
      true
    default: false
    }
  }

  fileprivate var isBreakpoint: Bool { if case .marking(.stopWhere) = self { true } else { false } }

  /// One step in the place of two.
  fileprivate func merged(with next: Command) -> Command? {
    switch (self, next) {
    case (.navigation(.go(.by(let one))), .navigation(.go(.by(let other)))): .go(.by(one + other))
    case (.navigation(.go(.by)), _), (_, .navigation(.go(.by))): nil
    case (.navigation(.go), .navigation(.go)): next
    default: nil
    }
  }
}
