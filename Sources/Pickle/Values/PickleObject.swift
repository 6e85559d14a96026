/// What holds other values.
package enum PickleObject: Hashable, Sendable {
  case list([PickleValue])
  case tuple([PickleValue])
  case dictionary([PickleEntry])
  case set([PickleValue])
  /// What a call would have made.
  case made(PickleMade)
  /// What the pickle's own program keeps outside of it, by the name that it goes by there.
  case persistent(PickleValue)
}

extension PickleObject {
  /// Adds elements in place; false for what has none.
  mutating func add(_ values: [PickleValue]) -> Bool {
    // Taken out of the case while it is changed: otherwise each addition would copy all before it.
    switch self {
    case .list(var list):
      self = .list([])
      list += values
      self = .list(list)
    case .set(var set):
      self = .set([])
      set += values
      self = .set(set)
    case .made(var made):
      self = .list([])
      made.elements += values
      self = .made(made)
    case .tuple, .dictionary, .persistent: return false
    }
    return true
  }

  /// Sets entries in place; false for what has none.
  mutating func set(_ new: [PickleEntry]) -> Bool {
    switch self {
    case .dictionary(var entries):
      self = .list([])
      entries += new
      self = .dictionary(entries)
    case .made(var made):
      self = .list([])
      made.entries += new
      self = .made(made)
    case .list, .tuple, .set, .persistent: return false
    }
    return true
  }

  /// Keeps what attributes would be set from; false for what has none.
  mutating func build(_ state: PickleValue) -> Bool {
    guard case .made(var made) = self else { return false }
    self = .list([])
    made.state = state
    self = .made(made)
    return true
  }
}

/// A key and its value.
package struct PickleEntry: Hashable, Sendable {
  package let key: PickleValue
  package let value: PickleValue
}

/// What a call would have made: the call, and what would have been put into its result.
package struct PickleMade: Hashable, Sendable {
  /// What would have been called, a class or a function.
  package let maker: PickleValue
  package let arguments: [PickleValue]
  /// What would have been added to a list of a kind of its own.
  package internal(set) var elements: [PickleValue] = []
  /// What would have been set in a dictionary of a kind of its own.
  package internal(set) var entries: [PickleEntry] = []
  /// What its attributes would have been set from.
  package internal(set) var state: PickleValue?

  init(maker: PickleValue, arguments: [PickleValue]) {
    self.maker = maker
    self.arguments = arguments
  }
}
