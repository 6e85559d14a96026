import Dispatch
import Synchronization

/// What comes of each number below `count`, worked out on all processors.
package func sideBySide<Value: Sendable>(
  _ count: Int, _ work: @Sendable (Int) -> Value
) -> [Value] {
  if count == 1 { return [work(0)] }
  let values = Mutex<[Int: Value]>([:])
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let value = work(index)
    values.withLock { $0[index] = value }
  }
  let found = values.withLock { $0 }
  return (0..<count).compactMap { found[$0] }
}
