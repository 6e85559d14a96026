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
    case .asking(.value(let quantity)):
      explorer.update(command)
      if isGivenAway(by: quantity, in: explorer) {
        explorer.refuse(.isAsked)
      }
      return .done()
    default: return .below
    }
  }

  private mutating func update(
    _ command: LessonStep, over explorer: inout Explorer
  ) -> Response {
    switch command {
    case .next: return .done(goOn(in: &explorer), uncovers: true)
    case .previous: goBack(in: &explorer)
    case .answer(let text): answer(text, in: &explorer)
    case .hint: giveHint(in: &explorer)
    case .votes: toggleVotes(in: &explorer)
    case .vote(let number): vote(number, in: &explorer)
    }
    return .done()
  }

  package mutating func watch(_ command: Command, over explorer: inout Explorer) {
    watchAttempt(after: command, in: &explorer)
  }

  /// The keys of the lesson do as lines, too: where a command is asked for, `p` begins one.
  package func command(of line: String) -> Command? {
    guard let character = line.first, line.count == 1 else { return nil }
    return Keymap.command(for: .character(character), in: .question, count: nil)
  }

  package func draw(over explorer: Explorer, size: Size, below: () -> Canvas) -> Canvas {
    LessonScreen.canvas(explorer, self, size: size)
  }
}
