/// Where one looks: the screen, the timestep, the layer, the unit, the observation, the model, its epoch.
package enum Navigation: CommandGroup {
  /// Opens a screen.
  case open(Command.ScreenName)
  /// Goes one screen deeper: from the network to the chosen layer, from there to its unit; from a term
  /// of a Dense layer's unit to where it comes from.
  case enter
  /// Closes what is open above the screen, or goes back to the screen before.
  case back
  /// Moves along the time axis.
  case go(Command.Place)
  /// Chooses a layer.
  case select(Command.Choice<String>)
  /// Chooses the unit of the selected layer that is shown over time.
  case unit(Command.Choice<Int>)
  /// Chooses a term of the Dense screen's sum, by its place among what the layer reads.
  case term(Command.Choice<Int>)
  /// Chooses one of the numbers from which another comes, by its place in their list.
  case origin(Command.Choice<Int>)
  /// Opens another observation of the model's data.
  case observation(Command.Choice<Int>)
  /// Opens another model.
  case model(Command.Choice<String>)
  /// Shows another version of a model that is followed while it is trained.
  case epoch(Command.Epoch)

  package static let forms = [
    CommandForm(
      "open", Command.ScreenName.allCases.map(\.rawValue).joined(separator: " | "), "open a screen",
      completing: [.cases(of: Command.ScreenName.self)]
    ) { Command.ScreenName(rawValue: $0).map(Command.open) },
    CommandForm(
      "enter", "go one screen deeper: network, layer, unit; dense: to where the term comes from",
      .enter),
    CommandForm("back", "close what is open, or go back to the screen before", .back),
    CommandForm(
      "go", "12 | +1 | -10 | start | first | last | 2015-04-27 | change | change +1",
      "go to a timestep; change: where the answer so far moves most, the next place after that",
      completing: [.words(["start", "first", "last", Command.Place.changeWord])]
    ) { words throws(CommandError) in
      Command.Place(parsing: words).map(Command.go)
    },
    CommandForm("select", "LAYER | +1 | -1", "choose a layer", completing: [.layers]) {
      Command.Choice($0, { $0 }).map(Command.select)
    },
    CommandForm("unit", "29 | +1 | -1", "choose the unit shown over time, or the feature") {
      Command.Choice($0, WholeNumber.read).map(Command.unit)
    },
    CommandForm(
      "term", "50 | +1 | -1", "choose a term of a Dense unit's sum: which unit before, or feature"
    ) {
      Command.Choice($0, WholeNumber.read).map(Command.term)
    },
    CommandForm(
      "origin", "0 | +1 | -1", "choose one of the numbers from which another one comes"
    ) {
      Command.Choice($0, WholeNumber.read).map(Command.origin)
    },
    CommandForm("observation", "1 | +1 | -1", "open another observation") {
      Command.Choice($0, WholeNumber.read).map(Command.observation)
    },
    CommandForm("model", "NAME | +1", "open another model", completing: [.models]) {
      Command.Choice($0, { $0 }).map(Command.model)
    },
    CommandForm(
      "epoch", "7 | +1 | -1 | first | last",
      "while a network learns, or with --follow: go back through its epochs, and on to the newest",
      completing: [.words(["first", "last"])]
    ) {
      Command.Epoch(parsing: $0).map(Command.epoch)
    },
  ]

  package var description: String {
    switch self {
    case .open(let screen): "open \(screen.rawValue)"
    case .enter: "enter"
    case .back: "back"
    case .go(let place): "go \(place.text)"
    case .select(let choice): "select \(choice.text { $0 })"
    case .unit(let choice): "unit \(choice.text { "\($0)" })"
    case .term(let choice): "term \(choice.text { "\($0)" })"
    case .origin(let choice): "origin \(choice.text { "\($0)" })"
    case .observation(let choice): "observation \(choice.text { "\($0)" })"
    case .model(let choice): "model \(choice.text { $0 })"
    case .epoch(let epoch): "epoch \(epoch.text)"
    }
  }

  package func repeated(_ count: Int) -> Navigation {
    switch self {
    case .go(.first), .go(.last): .go(.at(count))
    case .go(.by(let distance)): .go(.by(WholeNumber.product(distance, count)))
    case .go(.change(let choice)): .go(.change(choice.repeated(count)))
    case .select(let choice): .select(choice.repeated(count))
    case .unit(let choice): .unit(choice.repeated(count))
    case .term(let choice): .term(choice.repeated(count))
    case .origin(let choice): .origin(choice.repeated(count))
    case .observation(let choice): .observation(choice.repeated(count))
    case .epoch(let epoch): .epoch(epoch.repeated(count))
    case .open, .enter, .back, .go, .model: self
    }
  }

  package var isForLessons: Bool {
    switch self {
    case .open, .enter, .back, .go, .select, .unit, .term, .origin, .observation: true
    case .model, .epoch: false
    }
  }
}

extension Command {
  /// A screen of the tutor.
  package enum ScreenName: String, CaseIterable, Hashable, Sendable {
    case network, layer, unit, dense, origins, contrast, schedule, shapes, learning, reach
  }

  package static func open(_ screen: ScreenName) -> Command { .navigation(.open(screen)) }
  package static let enter = navigation(.enter)
  package static let back = navigation(.back)
  package static func go(_ place: Place) -> Command { .navigation(.go(place)) }
  package static func select(_ choice: Choice<String>) -> Command { .navigation(.select(choice)) }
  package static func unit(_ choice: Choice<Int>) -> Command { .navigation(.unit(choice)) }
  package static func term(_ choice: Choice<Int>) -> Command { .navigation(.term(choice)) }
  package static func origin(_ choice: Choice<Int>) -> Command { .navigation(.origin(choice)) }
  package static func observation(_ choice: Choice<Int>) -> Command {
    .navigation(.observation(choice))
  }
  package static func model(_ choice: Choice<String>) -> Command { .navigation(.model(choice)) }
  package static func epoch(_ epoch: Epoch) -> Command { .navigation(.epoch(epoch)) }
}
