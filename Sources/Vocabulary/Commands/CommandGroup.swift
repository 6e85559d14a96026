/// Commands that belong together, in one file: how each is written and read, what the help says of
/// it, whether a count repeats it, and whether a lesson may do it.
///
/// A new command is a case of its group, or a group of its own and a line in `Command`.
package protocol CommandGroup: Hashable, Sendable, CustomStringConvertible {
  /// The commands of the group, in the order in which the help lists them.
  static var forms: [CommandForm] { get }
  /// The command with a count typed before its key: "3 →" is three timesteps.
  func repeated(_ count: Int) -> Self
  /// Whether a lesson may do it; the rest belongs to the one who learns or to the world outside.
  var isForLessons: Bool { get }
}

extension CommandGroup {
  /// A command that no count repeats.
  package func repeated(_ count: Int) -> Self { self }
}
