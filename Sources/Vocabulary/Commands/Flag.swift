import Engine

extension Command {
  /// A setting of a layer, by Keras's name.
  package enum Flag: String, CaseIterable, Hashable, Sendable {
    case returnSequences = "return_sequences"
    case returnState = "return_state"

    /// `LAYER.return_sequences`; a layer's name may hold dots, a flag's never does.
    static func address(_ word: String) -> (layer: String, flag: Flag)? {
      guard let dot = word.lastIndex(of: "."),
        let flag = Flag(rawValue: String(word[word.index(after: dot)...]))
      else { return nil }
      return (String(word[..<dot]), flag)
    }
  }
}

extension RecurrentLayer {
  /// One of its settings.
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
