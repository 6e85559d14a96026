extension BrokenLesson {
  /// Lessons that are broken in its questions.
  static let questions = [
    BrokenLesson(
      "a bare No where true or false is asked",
      """
      title: T
      steps:
        - ask: Does it?
          of: t > 4
          answer: No
          wrong:
            true: Not yet.
      """,
      5, 13,
      "'of' is a comparison, so the answer is true or false, but 'No' stands here"),
    BrokenLesson(
      "a bare No among the wrong answers",
      """
      title: T
      steps:
        - ask: Does it?
          of: t > 4
          answer: true
          wrong:
            No: It does.
      """,
      7, 7,
      "a wrong answer here should be true or false, but 'No' stands here"),
    BrokenLesson(
      "a True with a capital and no wrong answer",
      """
      title: T
      steps:
        - ask: Does it?
          of: t > 4
          answer: True
      """,
      5, 13,
      "'of' is a comparison, so the answer is true or false, but 'True' stands here"),
    BrokenLesson(
      "a question without an answer",
      """
      title: T
      steps:
        - ask: What?
          wrong:
            3: No.
      """,
      3, 5,
      "the key 'answer' is missing here; write for example 'answer: (64)'"),
    BrokenLesson(
      "something to do without an end",
      """
      title: T
      steps:
        - try: Go.
          solution: go 3
      """,
      3, 5,
      "the key 'until' is missing here; write for example 'until: t = 15'"),
    BrokenLesson(
      "something to do without a solution",
      """
      title: T
      steps:
        - try: Go.
          until: t = 3
      """,
      3, 5,
      "the key 'solution' is missing here; write for example 'solution: go 15'"),
    BrokenLesson(
      "a line to repair without its layer",
      """
      title: T
      steps:
        - ask: Repair it.
          repair: LSTM(3)
          answer: LSTM(4)
      """,
      3, 5,
      "the key 'replaces' is missing here; write for example 'replaces: lstm1'"),
    BrokenLesson(
      "a wrong answer without a sentence",
      """
      title: T
      steps:
        - ask: What?
          answer: 3
          wrong:
            4:
              idea: one more
          of: t = 0
      """,
      7, 9,
      "the key 'say' is missing here; write for example 'say: That would be every hidden "
        + "state.'"),
    BrokenLesson(
      "a wrong answer that would be right",
      """
      title: T
      steps:
        - ask: How much?
          answer: 0.37
          wrong:
            0.372: No.
          of: t = 0
      """,
      6, 7,
      "'0.372' stands under wrong, and it would be taken for the right answer"),
    BrokenLesson(
      "a wrong shape that would be right",
      """
      title: T
      steps:
        - ask: Which?
          answer: (64)
          wrong:
            (None, 64): No.
          of: t = 0
      """,
      6, 7,
      "'(None, 64)' stands under wrong, and it would be taken for the right answer"),
    BrokenLesson(
      "a wrong answer that another one covers",
      """
      title: T
      steps:
        - ask: How much?
          answer: 0.37
          wrong:
            0.63: No.
            0.632: No, not that.
          of: t = 0
      """,
      7, 7,
      "'0.632' gets no sentence of its own: another answer is taken for it"),
    BrokenLesson(
      "a wrong number that is a shape",
      """
      title: T
      steps:
        - ask: How much?
          answer: 0.37
          wrong:
            (64): No.
          of: t = 0
      """,
      6, 7,
      "a wrong answer here should be a number, but '(64)' stands here"),
    BrokenLesson(
      "a wrong shape that is a number",
      """
      title: T
      steps:
        - ask: Which?
          answer: (64)
          wrong:
            64: No.
          of: t = 0
      """,
      6, 7,
      "a wrong answer here should be a shape such as (64), but '64' stands here"),
    BrokenLesson(
      "a wrong truth that is a number",
      """
      title: T
      steps:
        - ask: Does it?
          answer: true
          wrong:
            4: No.
          of: t = 0
      """,
      6, 7,
      "a wrong answer here should be true or false, but '4' stands here"),
    BrokenLesson(
      "a choice of one",
      """
      title: T
      steps:
        - ask: Which?
          answer: the forget gate
          of: t = 0
      """,
      4, 13,
      "a choice needs at least one answer under 'wrong', to choose from"),
    BrokenLesson(
      "a comparison without its answer",
      """
      title: T
      steps:
        - ask: Which is larger?
          larger:
            - t
            - timesteps
          answer: time
      """,
      7, 13,
      "'time' is none of the things to compare, t and timesteps"),
    BrokenLesson(
      "a wrong answer that is not compared",
      """
      title: T
      steps:
        - ask: Which is larger?
          larger:
            - t
            - timesteps
          answer: timesteps
          wrong:
            time: No.
      """,
      9, 7,
      "'time' is none of the things to compare, t and timesteps"),
    BrokenLesson(
      "a comparison whose answer is written otherwise",
      """
      title: T
      steps:
        - ask: Which is larger?
          larger:
            - lstm1.units
            - lstm2.units
          answer: lstm1.unit
      """,
      7, 13,
      "'lstm1.unit' is none of the things to compare; did you mean 'lstm1.units'?"),
    BrokenLesson(
      "a comparison beside a comparison",
      """
      title: T
      steps:
        - ask: Which is larger?
          larger:
            - t
            - timesteps
          of: t < timesteps
          answer: timesteps
      """,
      7, 5,
      "'of' does not belong to a question with 'larger', which the engine compares already; leave "
        + "it out"),
    BrokenLesson(
      "a number with a comma for its point",
      """
      title: T
      steps:
        - ask: How much?
          of: lstm2.cell_state[15, 29]
          answer: 0,368
      """,
      5, 13,
      "the answer should be 0.368, with a point, but '0,368' stands here"),
    BrokenLesson(
      "a key that is none",
      """
      title: T
      steps:
        - ask: Press it.
          press: true
          answer: shift
      """,
      5, 13,
      "'shift' is not a key; write a character, or left, right, up, down, enter, tab, esc or "
        + "space"),
    BrokenLesson(
      "a wrong key that is none",
      """
      title: T
      steps:
        - ask: Press it.
          press: true
          answer: r
          wrong:
            ctrl-c: No.
      """,
      7, 7,
      "'ctrl-c' is not a key; write a character, or left, right, up, down, enter, tab, esc or "
        + "space"),
    BrokenLesson(
      "a line to repair that is no Keras",
      """
      title: T
      steps:
        - ask: Repair it.
          repair: model.add(Conv2D(3))
          replaces: lstm1
          answer: model.add(LSTM(3))
      """,
      3, 10,
      "a line such as model.add(LSTM(64)) is expected, with LSTM, GRU, SimpleRNN, "
        + "Dense or another of Keras's layers"),
    BrokenLesson(
      "a mended line that is no Keras",
      """
      title: T
      steps:
        - ask: Repair it.
          repair: model.add(LSTM(3))
          replaces: lstm1
          answer: model.add(LSTM(3, return_sequences=true))
      """,
      6, 13,
      "return_sequences is True or False, with a capital; found 'true'"),
    BrokenLesson(
      "a line to repair that needs none",
      """
      title: T
      steps:
        - ask: Repair it.
          repair: model.add(LSTM(3))
          replaces: lstm1
          answer: LSTM(units=3)
      """,
      3, 10,
      "the line to repair means the same as the answer; break something in it"),
    BrokenLesson(
      "a wrong answer with two computations",
      """
      title: T
      steps:
        - ask: What?
          answer: 3
          wrong:
            4:
              of: t
              if: t = 4
              say: No.
          of: t = 0
      """,
      6, 7,
      "a wrong answer has 'of' or 'if': what the idea would give, or what it would make true"),
    BrokenLesson(
      "a mistake's condition that is none",
      """
      title: T
      steps:
        - try: Go.
          until: t = 3
          solution: go 3
          wrong:
            t:
              with: go 4
              say: No.
      """,
      7, 7,
      "in 't' =, !=, < or > is expected, and the text ends"),
    BrokenLesson(
      "a mistake by hand without commands that make it",
      """
      title: T
      steps:
        - try: Go.
          until: t = 3
          solution: go 3
          wrong:
            t = 4: No.
      """,
      7, 7,
      "a mistake in a 'try' has 'say', its sentence, and 'with', the commands that make it"),
    BrokenLesson(
      "a number that nothing computes",
      """
      title: T
      steps:
        - ask: How many units has lstm1?
          answer: 7
      """,
      4, 13,
      "nothing computes this answer; write 'of:' with a formula or a condition for the engine, such "
        + "as of: lstm1.units"),
    BrokenLesson(
      "a shape that nothing computes",
      """
      title: T
      steps:
        - ask: Which shape?
          answer: (7)
      """,
      4, 13,
      "nothing computes this answer; write 'of:' with a formula or a condition for the engine, such "
        + "as of: lstm1.units"),
    BrokenLesson(
      "a truth that nothing computes",
      """
      title: T
      steps:
        - ask: Does it forget?
          answer: true
      """,
      4, 13,
      "nothing computes this answer; write 'of:' with a formula or a condition for the engine, such "
        + "as of: lstm1.units"),
    BrokenLesson(
      "a choice that nothing computes",
      """
      title: T
      steps:
        - ask: Which forgets?
          answer: the forget gate
          wrong:
            the output gate: That one shows.
      """,
      4, 13,
      "nothing computes this answer; write 'of:' with a formula or a condition for the engine, such "
        + "as of: lstm1.units"),
    BrokenLesson(
      "a tolerance below zero",
      """
      title: T
      steps:
        - ask: How much?
          answer: 0.37
          tolerance: -1
          of: t = 0
      """,
      5, 16,
      "tolerance should be a number from 0 to 1000000, but '-1' stands here"),
    BrokenLesson(
      "a press that is no",
      """
      title: T
      steps:
        - ask: Press it.
          press: maybe
          answer: r
      """,
      4, 12,
      "press should be true or false, but 'maybe' stands here"),
    BrokenLesson(
      "wrong answers in a list",
      """
      title: T
      steps:
        - ask: How much?
          answer: 3
          wrong:
            - 4
          of: t = 0
      """,
      6, 7,
      "wrong should be a group of keys, but a list stands here"),
  ]
}
