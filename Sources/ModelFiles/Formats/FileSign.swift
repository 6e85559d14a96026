/// What the first bytes of a file say of a format.
enum FileSign: Hashable, Sendable {
  /// So begins no other.
  case certain
  /// It may be, and the name decides.
  case possible
  case impossible
}
