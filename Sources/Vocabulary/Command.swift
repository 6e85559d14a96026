import Engine

/// What a user can ask of the tutor.
///
/// A key press, a line at the prompt or after `--do`, a lesson's step and a test are all commands.
/// Each has one text form: `Command(parsing: "go 12")` reads it and `description` prints it again.
package enum Command: Hashable, Sendable {
  // MARK: Where one looks

  /// Opens a screen.
  case open(ScreenName)
  /// Goes one screen deeper: from the network to the chosen layer, from there to its unit.
  case enter
  /// Closes what is open above the screen, or goes back to the screen before.
  case back
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
  /// Turns to another way to look at the same screen: units or time, a quantity, a phase, an order
  /// of computing.
  case look(Choice<View>)
  /// Sorts the units of the layer screen.
  case order(Choice<UnitOrder>)
  /// Shows a second quantity of the layer below the first; nil none.
  case compare(QuantityName?)
  /// Lays a second observation over the open one; nil none.
  case beside(Int?)
  /// Moves by itself through the timesteps, or stops.
  case play(Playing)
  /// Moves by itself to a timestep, on the schedule to a number of cells, and stops there; in so many
  /// milliseconds, or at the usual speed.
  case playTo(Int, milliseconds: Int?)
  /// Chooses how many timesteps a second `play` takes.
  case speed(Choice<Int>)
  /// Moves on by one timestep while playing. The event loop sends it; time enters here alone.
  case tick

  // MARK: What is changed

  /// Gives a flag of a layer a value.
  case set(layer: String, flag: Flag, value: Bool)
  /// Turns a flag of the selected layer over.
  case toggle(Flag)
  /// Holds a gate at a value.
  case clamp(Quantity, units: Units, value: Float)
  /// Lets a state count as 0 when it enters a timestep.
  case erase(ErasedStates, timestep: Int, layer: String?)
  /// Gives features or weights another value.
  case put(Quantity, Float)
  /// Exchanges two timesteps of the input.
  case swap(Int, Int)
  /// Starts from the states after another observation; nil from zero again.
  case start(Int?)
  /// Another size of the network on the shapes screen.
  case size(NetworkPart, Choice<Int>)
  /// Takes all what-ifs back.
  case restore

  // MARK: What is asked

  /// Says what is under the cursor, in a sentence with its numbers.
  case explain
  /// Copies the address and the value of what is under the cursor.
  case copy
  /// Says the value of a quantity.
  case value(Quantity)
  /// Counts how many of the model's own observations are answered rightly as things are.
  case evaluate
  /// Hides the next timestep until one has guessed, or not.
  case predict(Bool)
  /// Guesses how the shown quantity goes on.
  case guess(Guess)
  /// Keeps the present place under a name.
  case mark(String)
  /// Goes to a place that was kept.
  case to(String)
  /// Stops playing where a comparison becomes true; nil forgets all of them.
  case stopWhere(Breakpoint?)
  /// Opens the list of keys and commands.
  case help
  /// Opens the line to type commands in, with some text in it.
  case prompt(String)
  /// Takes the last change back.
  case undo
  /// Makes a change again that was taken back.
  case redo
  /// Opens a lesson by its number or name; nil leaves the one that is open.
  case lesson(String?)
  /// Opens the list of lessons.
  case lessons
  /// In a lesson: the next step, or back to the step that was left.
  case next
  /// In a lesson: the step before.
  case previous
  /// In a lesson: answers the open question.
  case answer(String)
  /// In a lesson: asks for a hint.
  case hint
  /// In a lesson: begins to count the votes of a room, or ends it.
  case votes
  /// In a lesson: one vote more for an option, counted from 1.
  case vote(Int)
  /// Leaves the program.
  case quit
}

extension Command {
  /// A screen of the tutor.
  package enum ScreenName: String, CaseIterable, Hashable, Sendable {
    case network, layer, unit, contrast, schedule, shapes
  }

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
    case returnState = "return_state"
  }

  /// A way to look; each belongs to one screen.
  package enum View: Hashable, Sendable {
    /// The network screen's columns.
    case axis(Axis)
    /// The layer screen's quantity.
    case quantity(QuantityName)
    /// The unit screen's phase, 1 to 6.
    case phase(Int)
    /// The schedule screen's order of computing.
    case schedule(ScheduleName)
    /// The shapes screen's side.
    case code(CodeName)
  }

  /// What a column of the network screen stands for.
  package enum Axis: String, CaseIterable, Hashable, Sendable {
    /// One unit over all timesteps.
    case time
    /// All units at one timestep.
    case units
  }

  /// What the layer screen shows of a layer; one of `QuantityName.shown`.
  package typealias MapQuantity = QuantityName

  /// How the layer screen sorts units.
  package enum UnitOrder: String, CaseIterable, Hashable, Sendable {
    case index, change, memory, answer, effect
  }

  /// An order in which a network's cells can be computed.
  package enum ScheduleName: String, CaseIterable, Hashable, Sendable {
    case layers, timesteps, diagonal
  }

  /// What the shapes screen shows beside the table.
  package enum CodeName: String, CaseIterable, Hashable, Sendable {
    case table, keras, pytorch
  }

  /// What the shapes screen can give another size.
  package enum NetworkPart: Hashable, Sendable {
    case features, timesteps
    case units(layer: String)
    /// The units of the layer that is chosen.
    case chosenUnits
  }

  /// Which states are erased.
  package enum ErasedStates: String, CaseIterable, Hashable, Sendable {
    case c, h, both
  }

  /// Units of a layer.
  package enum Units: Hashable, Sendable {
    case all
    case these([Int])
  }

  /// How a number may go on.
  package enum Guess: String, CaseIterable, Hashable, Sendable {
    case up, down, same
  }

  /// A comparison that stops playing.
  package struct Breakpoint: Hashable, Sendable {
    /// What is compared; without indices any unit of the layer, at the current timestep.
    package var quantity: Quantity
    package var comparison: Comparison
    package var bound: Float

    package init(_ quantity: Quantity, _ comparison: Comparison, _ bound: Float) {
      self.quantity = quantity
      self.comparison = comparison
      self.bound = bound
    }

    package enum Comparison: String, CaseIterable, Hashable, Sendable {
      case below = "<"
      case above = ">"
    }
  }

  /// Whether the tutor moves by itself.
  package enum Playing: Hashable, Sendable {
    case on
    case off
    case toggled
  }
}
