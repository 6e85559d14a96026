import ModelFiles
import Synchronization

@testable import Tutor

/// Values that many tests begin with, each made once.
final class Kept<Value: Sendable>: Sendable {
  private let values = Mutex<[String: Value]>([:])

  /// The value of a name, made where there is none yet.
  func callAsFunction(_ name: String, _ make: () throws -> Value) rethrows -> Value {
    if let value = values.withLock({ $0[name] }) { return value }
    // Not under the lock: others would wait. Two that ask at once both make it, and one is kept.
    let value = try make()
    return values.withLock { values in
      let kept = values[name] ?? value
      values[name] = kept
      return kept
    }
  }
}

extension Models {
  static let keptStates = Kept<State>()
  static let keptModels = Kept<LoadedModel>()
}
