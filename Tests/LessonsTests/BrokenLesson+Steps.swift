extension BrokenLesson {
  /// Lessons that are broken in its steps, commands and formulas.
  static let steps = [
    BrokenLesson(
      "an unknown command",
      """
      title: T
      steps:
        - say: Look.
          do:
            - go 3
            - selct lstm1
      """,
      6, 9,
      "unknown command 'selct'; did you mean 'select'?"),
    BrokenLesson(
      "a command with something else behind it",
      """
      title: T
      steps:
        - say: Look.
          do:
            - go far
      """,
      5, 9,
      "'go' takes 12 | +1 | -10 | start | first | last | 2015-04-27 | change | change +1; found 'far'"
    ),
    BrokenLesson(
      "a command that is for the one who learns",
      """
      title: T
      steps:
        - say: Look.
          do:
            - model weather
      """,
      5, 9,
      "'model' is for the learner; a lesson cannot do it"),
    BrokenLesson(
      "a command that leaves the program",
      """
      title: T
      steps:
        - say: Look.
          do: quit
      """,
      4, 9,
      "'quit' is for the learner; a lesson cannot do it"),
    BrokenLesson(
      "a command in a lesson that answers",
      """
      title: T
      steps:
        - say: Look.
          do: answer 3
      """,
      4, 9,
      "'answer' is for the learner; a lesson cannot do it"),
    BrokenLesson(
      "two kinds in one step",
      """
      title: T
      steps:
        - say: Look.
          ask: What?
          answer: 3
      """,
      3, 5,
      "a step has one of say, ask and try, or only do and check; found say and ask"),
    BrokenLesson(
      "a step without a kind",
      """
      title: T
      steps:
        - point: ruler
      """,
      3, 5,
      "a step has one of say, ask and try, or only do and check; found 'point'"),
    BrokenLesson(
      "a step that is a sentence",
      """
      title: T
      steps:
        - Look at the lane.
      """,
      3, 5,
      "a step should be a group of keys, but 'Look at the lane.' stands here"),
    BrokenLesson(
      "a hint where nothing is asked",
      """
      title: T
      steps:
        - say: Look.
          hint: Think.
      """,
      4, 5,
      "'hint' belongs to a step with 'ask' or 'try'; move it there"),
    BrokenLesson(
      "a condition for the end of a question",
      """
      title: T
      steps:
        - ask: What?
          answer: 3
          until: t = 3
          of: t = 0
      """,
      5, 5,
      "'until' belongs to a step with 'try'; move it there"),
    BrokenLesson(
      "an answer of something to do",
      """
      title: T
      steps:
        - try: Go.
          until: t = 3
          solution: go 3
          answer: 3
      """,
      6, 5,
      "'answer' belongs to a step with 'ask'; move it there"),
    BrokenLesson(
      "a group of keys where a command should be",
      """
      title: T
      steps:
        - say: Look.
          do:
            - go: 3
      """,
      5, 9,
      "do should be a command, but a group of keys stands here"),
    BrokenLesson(
      "a value that is never closed",
      """
      title: T
      steps:
        - say: It is {t now.
      """,
      3, 16,
      "in 'It is {t now.' the { is never closed; write {{ for a brace that means nothing"),
    BrokenLesson(
      "a value that is no formula",
      """
      title: T
      steps:
        - say: It is {2 *} now.
      """,
      3, 20,
      "in 'It is {2 *} now.' a number, a name or an address is expected, and the text ends"),
    BrokenLesson(
      "an address with a misspelt quantity",
      """
      title: T
      steps:
        - say: It is {lstm1.forgt_gate[12, 5]} now.
      """,
      3, 17,
      "in 'It is {lstm1.forgt_gate[12, 5]} now.' 'lstm1.forgt_gate[12, 5]' is not an address; "
        + "did you mean 'lstm1.forget_gate'?"),
    BrokenLesson(
      "a function that is not there",
      """
      title: T
      steps:
        - ask: How much?
          of: 2 * sqrt(t)
          answer: 3
      """,
      4, 13,
      "in '2 * sqrt(t)' there is no function 'sqrt'; the functions are sigmoid, tanh, exp, "
        + "abs, max, min, sum, mean, negatives"),
    BrokenLesson(
      "a check that compares nothing",
      """
      title: T
      steps:
        - say: Look.
          check:
            - t = 3
            - timesteps
      """,
      6, 18,
      "in 'timesteps' =, !=, < or > is expected, and the text ends"),
    BrokenLesson(
      "a check with a relation that is not there",
      """
      title: T
      steps:
        - say: Look.
          check: t >= 3
      """,
      4, 14,
      "in 't >= 3' =, !=, < or > is expected, and '>= 3' stands there"),
    BrokenLesson(
      "an end that is a sentence",
      """
      title: T
      steps:
        - try: Go.
          until: at the three
          solution: go 3
      """,
      4, 15,
      "in 'at the three' =, !=, < or > is expected, and 'the three' stands there"),
    BrokenLesson(
      "a pause that is no number",
      """
      title: T
      steps:
        - say: Look.
          pause: a while
      """,
      4, 12,
      "pause should be a number from 0 to 600, but 'a while' stands here"),
    BrokenLesson(
      "a pause that is too long",
      """
      title: T
      steps:
        - say: Look.
          pause: 601
      """,
      4, 12,
      "pause should be a number from 0 to 600, but '601' stands here"),
  ]
}
