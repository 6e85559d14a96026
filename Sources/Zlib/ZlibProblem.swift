/// Why compressed bytes could not be had back.
package enum ZlibProblem: Error, Hashable, Sendable {
  /// The system has no zlib that could be opened.
  case missing
  /// The bytes are not what deflate writes, or end too early.
  case damaged
  /// They are more than was asked for at most, once they are inflated.
  case tooLong(limit: Int)
}
