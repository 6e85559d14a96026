/// What a user can ask of the tutor.
///
/// A key press, a line after `--do`, a lesson's step and a test are all commands. Each has one text
/// form: `Command(parsing: "go 12")` reads it and `description` prints it again.
package enum Command: Hashable, Sendable {
  /// Moves along the time axis.
  case go(Place)
  /// Chooses a layer.
  case select(Choice<String>)
  /// Chooses the unit of the selected layer that is shown over time.
  case unit(Choice<Int>)
  /// Opens another observation of the model's data.
  case observation(Choice<Int>)
  /// Opens another model.
  case model(Choice<String>)
  /// Gives a flag of a layer a value.
  case set(layer: String, flag: Flag, value: Bool)
  /// Turns a flag of the selected layer over.
  case toggle(Flag)
  /// Chooses what the columns stand for.
  case look(Choice<Axis>)
  /// Moves by itself through the timesteps, or stops.
  case play(Playing)
  /// Chooses how many timesteps a second `play` takes.
  case speed(Choice<Int>)
  /// Moves on by one timestep while playing. The event loop sends it; time enters here alone.
  case tick
  /// Opens the list of keys and commands.
  case help
  /// Closes what is open above the screen.
  case back
  /// Takes the last change back.
  case undo
  /// Makes a change again that was taken back.
  case redo
  /// Leaves the program.
  case quit

  /// A place on the time axis.
  package enum Place: Hashable, Sendable {
    /// A timestep, counted from 0.
    case at(Int)
    /// So many timesteps on; back where it is negative.
    case by(Int)
    /// Timestep −1: nothing has been read yet.
    case start
    /// Timestep 0.
    case first
    /// The last timestep.
    case last
  }

  /// One of several: by its name or number, or so many further on in their order.
  package enum Choice<Name: Hashable & Sendable>: Hashable, Sendable {
    case named(Name)
    case by(Int)
  }

  /// A setting of a layer, by Keras's name.
  package enum Flag: String, CaseIterable, Hashable, Sendable {
    case returnSequences = "return_sequences"
  }

  /// What a column of the network screen stands for.
  package enum Axis: String, CaseIterable, Hashable, Sendable {
    /// One unit over all timesteps.
    case time
    /// All units at one timestep.
    case units
  }

  /// Whether the tutor moves by itself.
  package enum Playing: Hashable, Sendable {
    case on
    case off
    case toggled
  }
}

extension Command: CustomStringConvertible {
  /// The text form that `init(parsing:)` reads.
  package var description: String {
    switch self {
    case .go(.at(let timestep)): "go \(timestep)"
    case .go(.by(let count)): "go \(signed(count))"
    case .go(.start): "go start"
    case .go(.first): "go first"
    case .go(.last): "go last"
    case .select(let choice): "select \(choice.text { $0 })"
    case .unit(let choice): "unit \(choice.text { "\($0)" })"
    case .observation(let choice): "observation \(choice.text { "\($0)" })"
    case .model(let choice): "model \(choice.text { $0 })"
    case .set(let layer, let flag, let value): "set \(layer).\(flag.rawValue) \(value)"
    case .toggle(let flag): "toggle \(flag.rawValue)"
    case .look(let choice): "look \(choice.text { $0.rawValue })"
    case .play(.on): "play"
    case .play(.off): "stop"
    case .play(.toggled): "toggle play"
    case .speed(let choice): "speed \(choice.text { "\($0)" })"
    case .tick: "tick"
    case .help: "help"
    case .back: "back"
    case .undo: "undo"
    case .redo: "redo"
    case .quit: "quit"
    }
  }
}

extension Command.Choice {
  fileprivate func text(_ name: (Name) -> String) -> String {
    switch self {
    case .named(let value): name(value)
    case .by(let count): signed(count)
    }
  }
}

private func signed(_ count: Int) -> String { count < 0 ? "\(count)" : "+\(count)" }
