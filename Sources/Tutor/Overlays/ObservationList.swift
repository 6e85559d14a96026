import Phrases
import Screen
import Vocabulary

/// The list of the model's observations, laid over the screen: what the network answers to each.
///
/// The answers are those of `Explorer.table`, which are run along while one looks.
package struct ObservationList: Overlay {
  /// The observations in the order in which they are shown.
  private(set) var sorting: ObservationSorting
  /// The place that is chosen.
  private(set) var choice = 0
  /// Whether one has chosen: the choice then stays with its observation.
  private var hasChosen = false

  init(_ explorer: Explorer) {
    sorting = ObservationSorting(
      Command.ObservationOrder(column: .number), where: nil)
    takeIn(explorer)
    choice = sorting.place(of: explorer.position.observation) ?? 0
  }

  /// The observation that is chosen; nil where none is listed.
  var chosen: Int? { sorting.count > choice ? sorting[choice] : nil }

  package func meaning(of key: Key, over explorer: Explorer) -> Meaning {
    let input =
      Keymap.digit(key, after: explorer.count).map { Input.digit($0) }
      ?? Keymap.command(for: key, in: .observations, count: explorer.count).map { .command($0) }
    return input.map { .input($0) } ?? .none
  }

  package mutating func update(_ command: Command, over explorer: inout Explorer) -> Response {
    switch command {
    case .observations, .back:
      explorer.table?.isOpen = false
      return .closed()
    case .enter: return chosen.map { .command(.observation(.named($0))) } ?? .done()
    case .navigation(.observation):
      let effects = explorer.update(command)
      guard !explorer.isRefused else { return .done(effects) }
      explorer.table?.isOpen = false
      return .closed(effects)
    case .navigation(.go(let place)): return go(place)
    case .navigation(.select(.by(let distance))): return go(.by(distance))
    case .navigation(.select(.named(let name))):
      guard let number = WholeNumber.read(name), let place = sorting.place(of: number) else {
        return .below
      }
      return go(.at(place))
    case .listing(.sort(let choice)): sort(choice, explorer)
    case .listing(.filter(let filter)): show(sorting.order, where: filter, explorer)
    default: return .below
    }
    return .done()
  }

  /// Numbers count lines of the list, from 0.
  private mutating func go(_ place: Command.Place) -> Response {
    let last = max(0, sorting.count - 1)
    switch place {
    case .at(let place): choice = min(max(0, place), last)
    case .by(let distance): choice = moved(choice, by: distance, within: 0...last)
    case .start, .first: choice = 0
    case .last: choice = last
    case .change, .day: return .below
    }
    hasChosen = true
    return .done()
  }

  private mutating func sort(
    _ choice: Command.Choice<Command.ObservationOrder>, _ explorer: Explorer
  ) {
    switch choice {
    case .named(let order): show(order, where: sorting.filter, explorer)
    case .by(let distance):
      let all = Command.ObservationOrder.Column.allCases.filter {
        $0 != .error || explorer.table?.hasTruths == true
      }
      let now = all.firstIndex(of: sorting.order.column) ?? 0
      show(
        Command.ObservationOrder(column: all[turned(now, by: distance, of: all.count)]),
        where: sorting.filter, explorer)
    }
  }

  /// Another order, from its beginning.
  private mutating func show(
    _ order: Command.ObservationOrder, where filter: ObservationFilter?, _ explorer: Explorer
  ) {
    sorting = ObservationSorting(order, where: filter)
    (choice, hasChosen) = (0, false)
    takeIn(explorer)
  }

  package mutating func watch(_ command: Command, over explorer: inout Explorer) {
    takeIn(explorer)
  }

  private mutating func takeIn(_ explorer: Explorer) {
    guard let table = explorer.table else { return }
    let before = hasChosen ? chosen : nil
    // After a what-if all are run anew.
    if sorting.isBeyond(table) {
      sorting = ObservationSorting(sorting.order, where: sorting.filter)
    }
    guard sorting.lacks(table) else { return }
    sorting.take(in: table)
    choice =
      before.flatMap { sorting.place(of: $0) } ?? min(choice, max(0, sorting.count - 1))
  }

  package func draw(over explorer: Explorer, size: Size, below: () -> Canvas) -> Canvas {
    ObservationListScreen.canvas(self, explorer, size: size)
  }

  /// Where one is in the list, the observations from there on, and what one can type.
  package func plainLines(over explorer: Explorer) -> [String]? {
    guard let table = explorer.table else { return nil }
    let shown = (choice..<sorting.count).prefix(Self.mostSpoken)
    var lines = [ObservationsPhrases.spoken(title(table), shown: shown, of: sorting.count)]
    lines += shown.map { place in
      let row = ObservationRow(sorting[place], table)
      return ObservationsPhrases.line(
        row.name, output: row.output, truth: row.truth, error: row.error, isRight: row.isRight)
    }
    if let reason = table.reason { lines.append(reason) }
    if let message = explorer.message { lines.append(message) }
    return lines + [ObservationsPhrases.howToGoOn]
  }

  private static let mostSpoken = 20

  /// Sorted by what, and which.
  func title(_ table: ObservationTable) -> String {
    ObservationsPhrases.title(
      table.count, of: table.all, run: table.outputs.count, isDone: table.isDone,
      sorted: sorting.order, where: sorting.filter?.text, listed: sorting.count)
  }
}
