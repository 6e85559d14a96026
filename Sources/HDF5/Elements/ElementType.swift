/// What the elements of a dataset or an attribute are.
package enum ElementType: Hashable, Sendable {
  /// Bits as they are stored.
  case integer(bits: Int, signed: Bool)
  case float(bits: Int)
  /// What h5py writes for `True` and `False`.
  case boolean
  case enumeration(bits: Int)
  /// A text of fixed or variable length.
  case text
  case other(Other)

  /// What is not read.
  package enum Other: Hashable, Sendable {
    case integer(bytes: Int)
    case float(bytes: Int)
    case time
    case bitfield
    case opaque
    case compound
    case reference
    case sequence
    case array
    case complex
  }
}
