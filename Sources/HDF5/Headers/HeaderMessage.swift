/// One message of an object header: what it is about, and where its fields stand.
struct HeaderMessage: Sendable {
  let type: MessageType
  /// Whether the fields stand elsewhere, and here only where.
  let isShared: Bool
  /// The positions of its fields.
  let body: Range<Int>
}
