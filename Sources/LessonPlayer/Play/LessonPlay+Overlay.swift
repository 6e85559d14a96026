import Phrases
import Screen
import Tutor
import Vocabulary

// A lesson lies over the explorer: its keys come first, what it does not take is explored.
extension LessonPlay: Overlay {
  package mutating func update(_ command: Command, over explorer: inout Explorer) -> Response {
    switch command {
    case .lessonStep(let command): return update(command, over: &explorer)
    case .overlaying(.lesson(nil)):
      if let outside { explorer = outside }
      return .closed()
    case .playing(.tick):
      let wasPlaying = explorer.isPlaying
      explorer.update(command)
      if wasPlaying, !explorer.isPlaying, isStepMoving { continueStep(of: &explorer) }
      return .done()
    case .asking(let asking): return .done(ask(asking, in: &explorer))
    default: return .below
    }
  }

  /// Lets the explorer say or copy what is asked of it, unless it is what the open question asks.
  private func ask(_ asking: Asking, in explorer: inout Explorer) -> [Effect] {
    let address: Quantity? =
      switch asking {
      case .value(let quantity): quantity
      // What is copied from the table of shapes is no number under a cursor.
      case .copy where explorer.position.screen == .shapes: nil
      case .explain, .copy: explorer.addressUnderCursor
      case .evaluate, .write: nil
      }
    let effects = explorer.update(.asking(asking))
    guard asking != .evaluate, isGivenAway(by: address, in: explorer, effects) else {
      return effects
    }
    explorer.refuse(.isAsked)
    return []
  }

  private mutating func update(
    _ command: LessonStep, over explorer: inout Explorer
  ) -> Response {
    switch command {
    case .next: return .done(goOn(in: &explorer), uncovers: true)
    // What is done in the lesson is to be seen.
    case .previous: goBack(in: &explorer)
    case .answer(let text): answer(text, in: &explorer)
    case .hint: giveHint(in: &explorer)
    case .votes: toggleVotes(in: &explorer)
    case .vote(let number): vote(number, in: &explorer)
    }
    return .done(uncovers: true)
  }

  package mutating func watch(_ command: Command, over explorer: inout Explorer) {
    watchAttempt(after: command, in: &explorer)
  }

  /// The keys of the lesson do as lines, too, but for a letter that begins a command which is asked for:
  /// that is a line to be gone on with.
  package func command(of line: String) -> Command? {
    guard let character = line.first, line.count == 1,
      openQuestion?.namesToType.contains(where: { $0.first == character }) != true
    else { return nil }
    return Keymap.command(for: .character(character), in: .question, count: nil)
  }

  package func draw(over explorer: Explorer, size: Size, below: () -> Canvas) -> Canvas {
    LessonScreen.canvas(explorer, self, size: size)
  }

  /// What it says at its step, once what moves there has moved.
  package func plainLines(over explorer: Explorer) -> [String]? {
    var (play, explorer) = (self, explorer)
    // What is only to be read does not wait for a training.
    if !explorer.isTraining { play.completeStep(of: &explorer) }
    return LessonSpeech.lines(play, explorer)
  }
}
