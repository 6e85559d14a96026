/// A part of a task's examples.
package enum TaskPart: String, CaseIterable, Hashable, Sendable {
  /// What a network learns from.
  case training
  /// What it is judged by, and never learns from.
  case test

  /// The stream of a seed that draws example `index`: even ones for training, odd ones for the test.
  package func stream(_ index: Int) -> UInt64 { 2 * UInt64(index) + (self == .test ? 1 : 0) }
}
