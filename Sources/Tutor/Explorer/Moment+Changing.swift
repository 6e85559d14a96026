import Engine
import Vocabulary

// What has to be computed anew.
extension Moment {
  func opening(observation choice: Command.Choice<Int>) throws(Refusal) -> Moment {
    var position = position
    switch choice {
    case .named(let index): position.observation = index
    case .by(let distance):
      position.observation = moved(position.observation, by: distance, within: Int.min...Int.max)
    }
    return try computed(at: position)
  }

  func laying(beside index: Int?) throws(Refusal) -> Moment {
    if let index, index == position.observation {
      throw Refusal("observation \(index) is the open one; name another")
    }
    var position = position
    position.beside = index
    var next = try computed(at: position)
    // The open run is the same, and so is what units were sorted by.
    next.scores = scores
    return next
  }

  func toggling(_ flag: Command.Flag) throws(Refusal) -> Moment {
    guard case .layer(let index) = position.layer,
      case .lstm(let settings) = position.description.layers[index]
    else {
      throw Refusal("\(selectedName) has no \(flag.rawValue); choose an LSTM layer with ↑ ↓")
    }
    return try setting(flag, of: settings.name, to: !settings[flag])
  }

  func setting(
    _ flag: Command.Flag, of name: String, to value: Bool
  ) throws(Refusal) -> Moment {
    guard case .layer(let index) = try selection(named: name),
      case .lstm(var settings) = position.description.layers[index]
    else { throw Refusal("\(name) has no \(flag.rawValue); only recurrent layers do") }
    settings[flag] = value
    var position = position
    position.description.layers[index] = .lstm(settings)
    return try computed(at: position)
  }

  /// Each is worked out anew with every change, so their number is bounded.
  static let mostChanges = 100

  /// One more what-if.
  func changing(_ whatIf: WhatIf) throws(Refusal) -> Moment {
    var position = position
    if case .start(nil) = whatIf {
      position.changes.removeAll { if case .start = $0 { true } else { false } }
    } else {
      // The same what-if with another value replaces the one before.
      position.changes.removeAll { $0.isAboutTheSame(as: whatIf) }
      guard position.changes.count < Self.mostChanges else {
        throw Refusal(
          "there are \(Self.mostChanges) what-ifs, and no more at once; restore takes them back")
      }
      position.changes.append(whatIf)
    }
    return try computed(at: position)
  }

  /// No what-ifs.
  func restoring() throws(Refusal) -> Moment {
    guard !position.changes.isEmpty else { throw Refusal("nothing has been changed") }
    var position = position
    position.changes = []
    return try computed(at: position)
  }
}

extension LSTM {
  /// The setting of a flag.
  package subscript(flag: Command.Flag) -> Bool {
    get {
      switch flag {
      case .returnSequences: returnSequences
      case .returnState: returnState
      }
    }
    set {
      switch flag {
      case .returnSequences: returnSequences = newValue
      case .returnState: returnState = newValue
      }
    }
  }
}
