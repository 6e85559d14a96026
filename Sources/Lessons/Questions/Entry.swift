/// How one answers a question; whoever asks it on a screen, in lines or by keys needs to know no more.
package enum Entry: Sendable {
  /// One chooses among texts by their numbers; where each begins with a letter of its own, it may be
  /// typed out.
  case options([String], letters: [Character] = [])
  /// One types a value.
  case typed(AnswerForm)
  /// One presses a key, which then does what it does.
  case key
  /// One edits a line that stands there.
  case line(String)
  /// One does something by hand, until all of this holds.
  case byHand(until: [PlacedCondition])
}
