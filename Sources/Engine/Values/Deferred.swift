import Synchronization

/// A value that is worked out when it is first looked at, and then kept for all copies:
///
///     let trace = Deferred { network.forward(observation) }
///     trace.value   // computed here
///     trace.value   // and not here
///
/// A tutor goes through many states that nobody looks at, one for each key of a burst; only what is
/// shown of them is to cost anything. It is a reference, since what one copy worked out is to be there
/// for the others, and it never changes what it comes to: what can fail is checked before.
///
/// Inlinable: a screen looks at its run for every row, and without it the runtime makes the code for
/// every kind of value.
@usableFromInline package final class Deferred<Value: Sendable>: Sendable {
  @usableFromInline enum Work: Sendable {
    case waiting(@Sendable () -> Value)
    case done(Value)
  }

  @usableFromInline let work: Mutex<Work>

  package init(_ compute: @escaping @Sendable () -> Value) { work = Mutex(.waiting(compute)) }

  /// The value; the first look waits until it is worked out.
  @inlinable package var value: Value {
    work.withLock { work in
      switch work {
      case .done(let value): return value
      case .waiting(let compute):
        let value = compute()
        work = .done(value)
        return value
      }
    }
  }
}
