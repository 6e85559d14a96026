/// How one answers a question; whoever asks it on a screen, in lines or by keys needs to know no more.
package enum Entry: Sendable {
  /// One chooses among texts by their numbers; each may have a letter besides.
  case options([String], letters: [Character] = [])
  /// One types a value: its form, the characters that begin it, and those that are taken besides once
  /// something stands there. Any other is a key.
  case typed(AnswerForm, first: String = "0123456789().,-+", further: String = " e")
  /// One presses a key, which then does what it does.
  case key
  /// One edits a line that stands there.
  case line(String)
  /// One does something by hand, until all of this holds.
  case byHand(until: [PlacedCondition])
}
