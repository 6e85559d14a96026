import Lessons
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
    /// Whether it only moved along the time axis, see `History`.
    var isWalk = false
  }

  private let start: Entry
  /// Those that count, and behind them those that were undone.
  private var entries: [Entry] = []
  private var cursor = 0
  /// Whether a walk begins anew, as it does in `History`.
  private var isWalkOver = true
  private var helpers = 0

  init(_ state: State) {
    start = Entry(command: nil, model: state.model.name, position: state.position)
  }

  /// Notes a command that was carried out.
  mutating func note(_ command: Command, from before: Position, to state: State) {
    let isRefused = state.isRefused && command != .tick
    guard !isRefused else { return }
    switch command {
    case .undo, .redo: travel(command, to: state)
    case .go, .tick, .play, .playTo, .guess: walk(from: before, to: state)
    default:
      guard command.isForLessons, command.isLoose || state.position != before else { return }
      add(Entry(command: command, model: state.model.name, position: state.position))
    }
  }

  /// Notes that another model was opened.
  mutating func noteModel(_ state: State) {
    add(Entry(command: nil, model: state.model.name, position: state.position))
  }

  private mutating func add(_ entry: Entry) {
    // What no undo takes back stays.
    let stays = entries[cursor...].filter { $0.command?.isSetting == true }
    let here = place(cursor)
    entries.removeSubrange(cursor...)
    entries += stays.map { Entry(command: $0.command, model: here.model, position: here.position) }
    entries.append(entry)
    cursor = entries.count
    isWalkOver = !entry.isWalk
  }

  private mutating func walk(from before: Position, to state: State) {
    let now = state.position
    guard now != before else { return }
    let command: Command
    if now.cells != before.cells {
      command = .go(.by(now.cells - before.cells))
    } else {
      command = .go(now.timestep < 0 ? .start : .at(now.timestep))
    }
    var entry = Entry(
      command: command, model: state.model.name, position: now, isWalk: true)
    if !isWalkOver, cursor == entries.count, let last = entries.last,
      let merged = last.command?.merged(with: command)
    {
      entry.command = merged
      entries[cursor - 1] = entry
    } else {
      add(entry)
    }
  }

  /// The place behind so many entries.
  private func place(_ count: Int) -> Entry { count == 0 ? start : entries[count - 1] }

  private mutating func travel(_ command: Command, to state: State) {
    isWalkOver = true
    func isThere(_ count: Int) -> Bool {
      let place = place(count)
      return place.position == state.position && place.model == state.model.name
    }
    let back = (0...cursor).last(where: isThere)
    let on = (cursor...entries.count).first(where: isThere)
    guard let target = command == .undo ? back ?? on : on ?? back else { return }
    guard target < cursor,
      entries[target..<cursor].contains(where: {
        if case .mark = $0.command { true } else { false }
      })
    else {
      cursor = target
      return
    }
    // A place was kept on a way that was undone: the way stays, and one comes back from it.
    helpers += 1
    let name = "before-undo-\(helpers)"
    let there = place(target)
    entries.insert(
      Entry(command: .mark(name), model: there.model, position: there.position), at: target)
    cursor += 1
    add(Entry(command: .to(name), model: there.model, position: there.position))
  }

  /// The commands that lead here from the opening of the last model.
  package var commands: [Command] {
    let begin = beginning.index
    let settings = (entries[..<begin] + entries[cursor...]).compactMap(\.command)
      .filter(\.isSetting)
    return entries[begin..<cursor].compactMap(\.command) + settings
  }

  /// The model that was opened last, and the observation that it opened with.
  package var opening: (model: String, observation: Int) {
    let entry = beginning.entry
    return (entry.model, entry.position.observation)
  }

  private var beginning: (index: Int, entry: Entry) {
    guard let index = entries[..<cursor].lastIndex(where: { $0.command == nil }) else {
      return (0, start)
    }
    return (index + 1, entries[index])
  }
}

extension Command {
  /// Whether it does something without a change of place.
  fileprivate var isLoose: Bool {
    switch self {
    case .speed, .stopWhere, .mark, .explain, .value, .evaluate: true
    default: false
    }
  }

  /// Whether it sets something that undo does not take back.
  fileprivate var isSetting: Bool {
    switch self {
    case .speed, .stopWhere: true
    default: false
    }
  }

  /// One step in the place of two.
  fileprivate func merged(with next: Command) -> Command? {
    switch (self, next) {
    case (.go(.by(let one)), .go(.by(let other))): .go(.by(one + other))
    case (.go(.by), _), (_, .go(.by)): nil
    case (.go, .go): next
    default: nil
    }
  }
}
