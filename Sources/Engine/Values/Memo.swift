import Synchronization

/// What is worked out once for each key, when it is first asked for, and then kept: what a layer has,
/// which depends on a few of its settings and is asked for many times a frame.
///
/// Keys are few: they are looked for one by one, and need be neither hashed nor `Equatable` to the runtime (see the rules in Sources/README.md).
final class Memo<Key: Sendable, Value: Sendable>: Sendable {
  private let known = Mutex<[(key: Key, value: Value)]>([])
  private let areEqual: @Sendable (Key, Key) -> Bool
  private let make: @Sendable (Key) -> Value

  init(
    _ areEqual: @escaping @Sendable (Key, Key) -> Bool,
    _ make: @escaping @Sendable (Key) -> Value
  ) {
    self.areEqual = areEqual
    self.make = make
  }

  subscript(key: Key) -> Value {
    known.withLock { known in
      if let entry = known.first(where: { areEqual($0.key, key) }) { return entry.value }
      let value = make(key)
      known.append((key, value))
      return value
    }
  }
}
