import Engine

/// Something that is supposed to be other than it is while the network runs.
///
///     clamp lstm2.forget_gate 28,26 1     erase c 40 lstm2     put x[12, 3] 0.5
///     clamp lstm2.forget_gate[15] 29 0.9
///
/// It is only what was said; the tutor, which has a network, says whether it can be.
package enum WhatIf: Hashable, Sendable {
  /// A gate is held at a value, at every timestep or at the one that the address names.
  case clamp(Quantity, units: Command.Units, value: Float)
  /// A state counts as 0 when it enters a timestep.
  case erase(Erasure.States, timestep: Int, layer: String?)
  /// Features or weights have another value.
  case put(Quantity, Float)
  /// Two timesteps of the input change places.
  case swap(Int, Int)
  /// The run starts from the states after another observation; nil from zero again.
  case start(Int?)

  /// Whether two what-ifs are about the same thing, so that the later one takes the earlier's place.
  package func isAboutTheSame(as other: WhatIf) -> Bool {
    switch (self, other) {
    case (.clamp(let one, let units, _), .clamp(let two, let others, _)):
      one == two && units == others
    case (.put(let one, _), .put(let two, _)): one == two
    case (.start, .start): true
    case (.erase, .erase): self == other
    default: false
    }
  }
}

extension WhatIf: CustomStringConvertible {
  static let forms = [
    CommandForm(
      "clamp",
      "lstm2.forget_gate 28,26 1 | lstm2.input_gate all 0 | lstm2.forget_gate[15] 29 0.9",
      "what if a gate had this value, at every timestep or at one",
      completing: [.gates, .words(["all"])]
    ) { words throws(CommandError) in
      if words.count > 1, Command.Units.areTooMany(words[1]) { throw .tooManyUnits }
      guard words.count == 3, let quantity = Quantity(parsing: words[0]),
        let units = Command.Units(parsing: words[1]), let value = finite(words[2])
      else { return nil }
      return .clamp(quantity, units: units, value: value)
    },
    CommandForm(
      "erase", "c 40 | h 40 | both 40 lstm2",
      "what if a state entered a timestep as 0, in one layer or, with none named, in all",
      completing: [.words(Erasure.States.words), .recurrentLayers]
    ) { words throws(CommandError) in
      guard (2...3).contains(words.count), let states = Erasure.States(word: words[0]),
        let timestep = WholeNumber.read(words[1])
      else { return nil }
      return .erase(states, timestep: timestep, layer: words.count == 3 ? words[2] : nil)
    },
    CommandForm(
      "put", "x[12, 3] 0.5 | x[*, 3] 0 | lstm1.kernel[3, 5] 0 | lstm2.recurrent_kernel 0",
      "what if a feature or a weight had this value", completing: [.words(["x["]), .weights]
    ) { words throws(CommandError) in
      guard words.count == 2, let quantity = Quantity(parsing: words[0]),
        let value = finite(words[1])
      else { return nil }
      return .put(quantity, value)
    },
    CommandForm("swap", "3 7", "what if two timesteps changed places") {
      words throws(CommandError) in
      guard words.count == 2, let first = WholeNumber.read(words[0]),
        let second = WholeNumber.read(words[1])
      else { return nil }
      return .swap(first, second)
    },
    CommandForm(
      "start", "1 | zero", "what if the run began with the states after another observation",
      completing: [.words(["zero"])]
    ) { $0 == "zero" ? .start(nil) : WholeNumber.read($0).map { .start($0) } },
  ]

  /// The text form of the command that says it.
  package var description: String {
    switch self {
    case .clamp(let quantity, let units, let value):
      "clamp \(quantity) \(units.text) \(typed(value))"
    case .erase(let states, let timestep, let layer):
      "erase \(states.word) \(timestep)" + (layer.map { " \($0)" } ?? "")
    case .put(let quantity, let value): "put \(quantity) \(typed(value))"
    case .swap(let first, let second): "swap \(first) \(second)"
    case .start(let observation): "start \(observation.map(String.init) ?? "zero")"
    }
  }
}

extension Erasure.States {
  /// The words that name them: a state's letter, whatever kind of layer has it, or the word for all.
  static let words = states.map { String($0.letter) } + [every]

  private static let states = QuantityName.ofLayers.filter(\.isState)
  private static let every = "both"

  /// Reads one of the words; nil for any other.
  init?(word: String) {
    if word == Self.every {
      self = .all
    } else if let state = Self.states.first(where: { String($0.letter) == word }) {
      self = .only(state)
    } else {
      return nil
    }
  }

  var word: String {
    switch self {
    case .only(let state): String(state.letter)
    case .all: Self.every
    }
  }
}

extension Command {
  package static func clamp(_ quantity: Quantity, units: Units, value: Float) -> Command {
    .suppose(.clamp(quantity, units: units, value: value))
  }
  package static func erase(
    _ states: Erasure.States, timestep: Int, layer: String?
  ) -> Command {
    .suppose(.erase(states, timestep: timestep, layer: layer))
  }
  package static func put(_ quantity: Quantity, _ value: Float) -> Command {
    .suppose(.put(quantity, value))
  }
  package static func swap(_ first: Int, _ second: Int) -> Command {
    .suppose(.swap(first, second))
  }
  package static func start(_ observation: Int?) -> Command { .suppose(.start(observation)) }
}

/// A number that a network can hold.
func finite(_ word: String) -> Float? {
  Float(word).flatMap { $0.isFinite ? $0 : nil }
}

/// A number as one would type it: without a needless `.0`.
package func typed(_ value: Float) -> String {
  value == value.rounded() && value.magnitude < 1e6 ? "\(Int(value))" : "\(value)"
}
