import Synchronization

/// What is worked out once for each key, when it is first asked for, and then kept: what a layer has,
/// which depends on a few of its settings and is asked for many times a frame.
final class Memo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let known = Mutex<[Key: Value]>([:])
  private let make: @Sendable (Key) -> Value

  init(_ make: @escaping @Sendable (Key) -> Value) { self.make = make }

  subscript(key: Key) -> Value {
    known.withLock { known in
      if let value = known[key] { return value }
      let value = make(key)
      known[key] = value
      return value
    }
  }
}
