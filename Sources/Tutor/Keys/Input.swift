import Screen
import Vocabulary

/// What a key comes to.
package enum Input: Hashable, Sendable {
  case command(Command)
  /// A digit of the count before a key.
  case digit(Int)
  /// A key that is typed into the line of what lies on top.
  case typed(Key)
}
