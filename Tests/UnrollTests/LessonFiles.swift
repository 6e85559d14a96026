/// Small lessons for tests in a terminal.
enum LessonFiles {
  static func text(_ title: String, _ sentence: String = "It speaks first.") -> String {
    """
    title: \(title)
    notes: Greet the room.
    steps:
      - say: \(sentence)
        do:
          - go 0
      - say: It moves.
        do:
          - play to 9 in 1s
      - ask: lstm2 has return_sequences=False. What shape leaves it?
        of: lstm2.output.shape
        answer: (64)
        wrong:
          (50, 64): That would be every hidden state.
        because: Only the last leaves.

    """
  }
}
