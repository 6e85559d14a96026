extension BrokenLesson {
  /// Too much for a small window.
  private static let long = String(
    repeating: "What the cell of unit 58 held before is let go at this timestep, so look at it. ",
    count: 8)

  /// Lessons with steps that do not fit, or that nobody could do.
  static let steps = [
    BrokenLesson(
      "a sentence too long for a small window",
      """
      title: T
      observation: 1
      steps:
        - say: >-
            \(long)
      """,
      4, 10,
      "this takes 12 lines at 60×18, and there is room for 10; make it shorter"),
    BrokenLesson(
      "a question too long for a small window",
      """
      title: T
      observation: 1
      steps:
        - ask: >-
            \(long)
          answer: here
          wrong:
            there: No.
          of: t = 0
      """,
      4, 10,
      "this takes 14 lines at 60×18, and there is room for 10; make it shorter"),
    BrokenLesson(
      "a mistake's sentence too long for a small window",
      """
      title: T
      observation: 1
      steps:
        - ask: Where?
          answer: here
          wrong:
            there: \(long)
          of: t = 0
      """,
      7, 14,
      "this takes 15 lines at 60×18, and there is room for 10; make it shorter"),
    BrokenLesson(
      "a hint too long for a small window",
      """
      title: T
      observation: 1
      steps:
        - ask: Where?
          answer: here
          wrong:
            there: No.
          hint: \(long)
          of: t = 0
      """,
      8, 11,
      "this takes 15 lines at 60×18, and there is room for 10; make it shorter"),
    BrokenLesson(
      "a reason too long for a small window",
      """
      title: T
      observation: 1
      steps:
        - ask: Where?
          answer: here
          wrong:
            there: No.
          because: \(long)
          of: t = 0
      """,
      8, 14,
      "this takes 14 lines at 60×18, and there is room for 10; make it shorter"),
    BrokenLesson(
      "something to do that is done already",
      """
      title: T
      observation: 1
      steps:
        - try: Go to t 15.
          do: go 15
          until: t = 15
          solution: go 15
      """,
      4, 10,
      "everything under 'until' is true already before anything was done"),
    BrokenLesson(
      "something to do that the solution does not do",
      """
      title: T
      observation: 1
      steps:
        - try: Go to t 15.
          until:
            - screen = network
            - t = 15
          solution: go 14
      """,
      7, 9,
      "after the solution 't = 15' does not hold: the left side is 14, the right side 15"),
    BrokenLesson(
      "an end that has no value",
      """
      title: T
      observation: 1
      steps:
        - try: Go.
          until: lstm9.units = 3
          solution: go 14
      """,
      5, 12,
      "'lstm9.units = 3' has no value here: no layer is called 'lstm9'; did you mean 'lstm1'?"),
    BrokenLesson(
      "a mistake's condition without a value",
      """
      title: T
      observation: 1
      steps:
        - try: Go.
          until: t = 3
          solution: go 3
          wrong:
            lstm9.units = 3:
              with: go 4
              say: No.
      """,
      8, 7,
      "'lstm9.units = 3' has no value here: no layer is called 'lstm9'; did you mean 'lstm1'?"),
    BrokenLesson(
      "a mistake that its commands do not make",
      """
      title: T
      observation: 1
      steps:
        - try: Go.
          until: t = 3
          solution: go 3
          wrong:
            t = 4:
              with: go 5
              say: No.
      """,
      8, 7,
      "after the commands under 'with' 't = 4' does not hold: the left side is 5, the right side 4"),
    BrokenLesson(
      "a mistake whose commands are refused",
      """
      title: T
      observation: 1
      steps:
        - try: Go.
          until: t = 3
          solution: go 3
          wrong:
            t = 4:
              with: select lstm9
              say: No.
      """,
      9, 15,
      "'select lstm9' is refused: no layer is called 'lstm9'; did you mean 'lstm1'?"),
    BrokenLesson(
      "a mistake that is what was to be done",
      """
      title: T
      observation: 1
      steps:
        - try: Go.
          until: t > 3
          solution: go 4
          wrong:
            t = 5:
              with: go 5
              say: No.
      """,
      8, 7,
      "'t = 5' stands under wrong, and it would be taken for the right answer"),
    BrokenLesson(
      "a mistake that gets the sentence of another",
      """
      title: T
      observation: 1
      steps:
        - try: Go.
          until: t = 3
          solution: go 3
          wrong:
            t > 3:
              with: go 5
              say: Too far.
            t = 4:
              with: go 4
              say: No.
      """,
      11, 7,
      "'t = 4' gets no sentence of its own: another answer is taken for it"),
    BrokenLesson(
      "a timestep behind the last one",
      """
      title: T
      observation: 1
      steps:
        - say: Look.
          do:
            - go 49
            - go 50
      """,
      7, 9,
      "'go 50' is refused: t 49 is the last timestep"),
    BrokenLesson(
      "a key that does nothing",
      """
      title: T
      observation: 1
      steps:
        - ask: Press it.
          press: true
          answer: W
      """,
      6, 13,
      "the key 'W' does nothing on the network screen"),
    BrokenLesson(
      "a key that does nothing on this screen",
      """
      title: T
      observation: 1
      steps:
        - ask: Press it.
          do: open shapes
          press: true
          answer: x
      """,
      7, 13,
      "the key 'x' does nothing on the shapes screen"),
    BrokenLesson(
      "a key whose command is refused",
      """
      title: T
      observation: 1
      steps:
        - ask: Press it.
          do: select dense1
          press: true
          answer: r
      """,
      7, 13,
      "'toggle return_sequences' is refused: dense1 has no return_sequences; choose a "
        + "recurrent layer with ↑ ↓"),
  ]
}
