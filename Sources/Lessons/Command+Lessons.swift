import Vocabulary

extension Command {
  /// Whether a lesson may do it; the rest belongs to the one who learns or to the world outside.
  package var isForLessons: Bool {
    switch self {
    case .open, .enter, .back, .go, .select, .unit, .observation, .look, .order, .compare, .beside,
      .play, .playTo, .speed, .set, .toggle, .clamp, .erase, .put, .swap, .start, .size, .restore,
      .explain, .value, .evaluate, .mark, .to, .stopWhere:
      true
    case .model, .tick, .copy, .predict, .guess, .help, .prompt, .undo, .redo, .quit, .lesson,
      .lessons, .next, .previous, .answer, .hint, .votes, .vote:
      false
    }
  }
}
