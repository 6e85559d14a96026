extension BrokenLesson {
  /// Lessons whose commands, values and answers are not the engine's.
  static let numbers = [
    BrokenLesson(
      "a small number that does not hold",
      """
      title: T
      observation: 1
      steps:
        - say: Look.
          check: lstm2.cell_state[15, 58] = 1e-16
      """,
      5, 12,
      "'lstm2.cell_state[15, 58] = 1e-16' does not hold: the left side is 0.42910013, the right side "
        + "0.0000000000000001000"),
    BrokenLesson(
      "a number with sixteen decimals that does not hold",
      """
      title: T
      observation: 1
      steps:
        - say: Look.
          check: x[15, 2] = 0.0000000000000001
      """,
      5, 12,
      "'x[15, 2] = 0.0000000000000001' does not hold: the left side is 0, the right side "
        + "0.0000000000000001000"),
    BrokenLesson(
      "a number larger than any in a network",
      """
      title: T
      observation: 1
      steps:
        - say: Look.
          check: t = 1e300
      """,
      5, 12,
      "'t = 1e300' does not hold: the left side is 0, the right side 1e+300"),
    BrokenLesson(
      "a shape with a size that no integer holds",
      """
      title: T
      observation: 1
      steps:
        - say: Look.
          check: lstm2.output.shape = (1e300)
      """,
      5, 12,
      "'lstm2.output.shape = (1e300)' does not hold: the left side is (64), the right side 1e+300"),
    BrokenLesson(
      "a misspelt quantity",
      """
      title: T
      observation: 1
      steps:
        - say: Look.
          check:
            - t = 0
            - lstm1.forgt_gate > 0
      """,
      7, 9,
      "'lstm1.forgt_gate > 0' has no value here: there is no 'lstm1.forgt_gate'; did you "
        + "mean lstm1.forget_gate?"),
    BrokenLesson(
      "a layer that is not there in a check",
      """
      title: T
      observation: 1
      steps:
        - say: Look.
          check:
            - lstm3.forget_gate[1, 2] > 0
      """,
      6, 9,
      "'lstm3.forget_gate[1, 2] > 0' has no value here: no layer is called 'lstm3'; did you "
        + "mean 'lstm1'?"),
    BrokenLesson(
      "a unit that is not there",
      """
      title: T
      observation: 1
      steps:
        - say: Look.
          check:
            - lstm2.forget_gate[1, 64] > 0
      """,
      6, 9,
      "'lstm2.forget_gate[1, 64] > 0' has no value here: lstm2.forget_gate[1, 64]: there are "
        + "the units 0 to 63"),
    BrokenLesson(
      "a timestep that is not there",
      """
      title: T
      observation: 1
      steps:
        - say: Look.
          check: lstm2.forget_gate[50, 1] > 0
      """,
      5, 12,
      "'lstm2.forget_gate[50, 1] > 0' has no value here: lstm2.forget_gate[50, 1]: there are "
        + "the timesteps 0 to 49"),
    BrokenLesson(
      "a property that is not there",
      """
      title: T
      observation: 1
      steps:
        - say: Look.
          check: lstm2.unit = 64
      """,
      5, 12,
      "'lstm2.unit = 64' has no value here: there is no 'lstm2.unit'; did you mean "
        + "lstm2.units?"),
    BrokenLesson(
      "a quantity with many values",
      """
      title: T
      observation: 1
      steps:
        - say: Look.
          check: lstm2.forget_gate[1, *] > 0
      """,
      5, 12,
      "'lstm2.forget_gate[1, *] > 0' has no value here: lstm2.forget_gate[1, *] has 64 "
        + "values; name one, or put max, min, sum or mean around them"),
    BrokenLesson(
      "a value in a sentence that is not there",
      """
      title: T
      observation: 1
      steps:
        - say: It is {lstm2.cell_stat} now.
      """,
      4, 10,
      "'{lstm2.cell_stat}' has no value here: there is no 'lstm2.cell_stat'; did you mean "
        + "lstm2.cell_state?"),
    BrokenLesson(
      "a value in a hint that is not there",
      """
      title: T
      observation: 1
      steps:
        - ask: Where?
          answer: here
          wrong:
            there: No.
          hint: It is {lstm9.units} wide.
          of: t = 0
      """,
      8, 11,
      "'{lstm9.units}' has no value here: no layer is called 'lstm9'; did you mean 'lstm1'?"),
    BrokenLesson(
      "a value in a wrong answer's sentence",
      """
      title: T
      observation: 1
      steps:
        - ask: Where?
          answer: here
          wrong:
            there: It is {lstm9.units} wide.
          of: t = 0
      """,
      7, 14,
      "'{lstm9.units}' has no value here: no layer is called 'lstm9'; did you mean 'lstm1'?"),
    BrokenLesson(
      "a layer that a command cannot choose",
      """
      title: T
      observation: 1
      steps:
        - say: Look.
          do:
            - go 3
            - select lstm9
      """,
      7, 9,
      "'select lstm9' is refused: no layer is called 'lstm9'; did you mean 'lstm1'?"),
    BrokenLesson(
      "a command that is refused",
      """
      title: T
      observation: 1
      steps:
        - say: Look.
          do: clamp lstm2.forget_gate 64 1
      """,
      5, 9,
      "'clamp lstm2.forget_gate 64 1' is refused: layer 'lstm2' has no unit 64: its units "
        + "are 0 to 63"),
    BrokenLesson(
      "a command in a mistake that is refused",
      """
      title: T
      observation: 1
      steps:
        - ask: How much?
          of: lstm2.cell_state[15, 58]
          answer: 0.429
          wrong:
            0.5:
              of: lstm2.cell_state[15, 58]
              with: select lstm9
              say: No.
      """,
      10, 15,
      "'select lstm9' is refused: no layer is called 'lstm9'; did you mean 'lstm1'?"),
    BrokenLesson(
      "a wrong number as the answer",
      """
      title: T
      observation: 1
      steps:
        - ask: How much?
          of: lstm2.cell_state[15, 58]
          answer: 0.386
      """,
      6, 13,
      "the answer is written as 0.386, and the engine computes 0.42910"),
    BrokenLesson(
      "a wrong shape as the answer",
      """
      title: T
      observation: 1
      steps:
        - ask: Which shape?
          of: lstm2.output.shape
          answer: (50, 64)
      """,
      6, 13,
      "the answer is written as (50, 64), and the engine computes (64)"),
    BrokenLesson(
      "a wrong truth as the answer",
      """
      title: T
      observation: 1
      steps:
        - ask: Is it?
          of: lstm2.cell_state[15, 58] > 0.5
          answer: true
      """,
      6, 13,
      "the answer is written as true, and the engine computes false"),
    BrokenLesson(
      "a choice whose claim does not hold",
      """
      title: T
      observation: 1
      steps:
        - ask: What?
          of: lstm2.cell_state[15, 58] < 0
          answer: below zero
          wrong:
            above zero: No.
      """,
      5, 9,
      "'lstm2.cell_state[15, 58] < 0' does not hold: the left side is 0.429, the right side 0"),
    BrokenLesson(
      "a count as the answer",
      """
      title: T
      observation: 1
      steps:
        - ask: How many parameters?
          of: lstm1.parameters
          answer: 71,167
      """,
      6, 13,
      "the answer is written as 71,167, and the engine computes 71,168"),
    BrokenLesson(
      "a mistake that does not give its answer",
      """
      title: T
      observation: 1
      steps:
        - ask: Which shape?
          of: lstm2.output.shape
          answer: (64)
          wrong:
            (50, 64):
              of: (lstm2.units, timesteps)
              say: No.
      """,
      8, 7,
      "the wrong answer is written as (50, 64), and its idea gives (64, 50)"),
    BrokenLesson(
      "a mistake whose number is another",
      """
      title: T
      observation: 1
      steps:
        - ask: How much?
          of: lstm2.cell_state[15, 58]
          answer: 0.429
          wrong:
            0.5:
              of: tanh(lstm2.cell_state[15, 58])
              say: No.
      """,
      8, 7,
      "the wrong answer is written as 0.5, and its idea gives 0.40457"),
    BrokenLesson(
      "an if that holds",
      """
      title: T
      observation: 1
      steps:
        - ask: Is it?
          of: lstm2.cell_state[15, 58] > 0.5
          answer: false
          wrong:
            true:
              if: lstm2.cell_state[15, 58] > 0.3
              say: No.
      """,
      9, 13,
      "'lstm2.cell_state[15, 58] > 0.3' is true in the engine, so the idea behind this wrong "
        + "answer is not refuted"),
    BrokenLesson(
      "an if about a layer that is not there",
      """
      title: T
      observation: 1
      steps:
        - ask: Is it?
          of: t > 5
          answer: false
          wrong:
            true:
              if: lstm9.units = 3
              say: No.
      """,
      9, 13,
      "'lstm9.units = 3' has no value here: no layer is called 'lstm9'; did you mean 'lstm1'?"),
    BrokenLesson(
      "a check that fails",
      """
      title: T
      observation: 1
      steps:
        - say: Look.
          do: go 15
          check:
            - t = 15
            - lstm2.cell_state[15, 58] = 0.369
      """,
      8, 9,
      "'lstm2.cell_state[15, 58] = 0.369' does not hold: the left side is 0.429100, the "
        + "right side 0.369000"),
    BrokenLesson(
      "a check of a word that fails",
      """
      title: T
      observation: 1
      steps:
        - do: open unit
          check: screen = network
        - say: Look.
      """,
      5, 12,
      "'screen = network' does not hold: the left side is unit, the right side network"),
    BrokenLesson(
      "the largest that is not the largest",
      """
      title: T
      observation: 1
      steps:
        - ask: Which is larger?
          larger:
            - lstm1.units
            - lstm2.units
            - timesteps
          answer: lstm2.units
      """,
      9, 13,
      "the answer is written as lstm2.units, and the engine computes lstm1.units"),
    BrokenLesson(
      "a largest without a value",
      """
      title: T
      observation: 1
      steps:
        - ask: Which is larger?
          larger:
            - lstm1.units
            - lstm9.units
          answer: lstm1.units
      """,
      4, 10,
      "'lstm9.units' has no value here: no layer is called 'lstm9'; did you mean 'lstm1'?"),
    BrokenLesson(
      "a largest that is no number",
      """
      title: T
      observation: 1
      steps:
        - ask: Which is larger?
          larger:
            - lstm1.output.shape
            - lstm1.units
          answer: lstm1.units
      """,
      4, 10,
      "'lstm1.output.shape' is (50, 128), and only numbers can be compared"),
    BrokenLesson(
      "two that are equal where the larger is asked for",
      """
      title: T
      observation: 1
      steps:
        - ask: Which is larger?
          larger:
            - lstm1.units
            - dense1.units
          answer: lstm1.units
      """,
      8, 13,
      "'lstm1.units' and 'dense1.units' are equal here, so none is the largest"),
    BrokenLesson(
      "a value that is not finite",
      """
      title: T
      observation: 1
      steps:
        - say: It is {1 / t} now.
      """,
      4, 10,
      "'{1 / t}' has no value here: 1 / t is not a finite number"),
    BrokenLesson(
      "a value of a layer that is not there",
      """
      title: T
      observation: 1
      steps:
        - say: It is {lstm9.x} now.
      """,
      4, 10,
      "'{lstm9.x}' has no value here: no layer is called 'lstm9'; did you mean 'lstm1'?"),
    BrokenLesson(
      "arithmetic of lists that are not as long",
      """
      title: T
      observation: 1
      steps:
        - say: It is {sum(x[1, *] * lstm1.hidden_state[1, *])} now.
      """,
      4, 10,
      "'{sum(x[1, *] * lstm1.hidden_state[1, *])…' has no value here: 10 numbers * 128 numbers "
        + "cannot be combined; there must be as many of each"),
    BrokenLesson(
      "a layer to replace that is not there",
      """
      title: T
      observation: 1
      steps:
        - ask: Repair it.
          repair: LSTM(3)
          replaces: lstm9
          answer: LSTM(4)
      """,
      4, 10,
      "there is no layer 'lstm9' for 'replaces'; did you mean 'lstm1'?"),
    BrokenLesson(
      "a mended line that cannot be built",
      """
      title: T
      observation: 1
      steps:
        - ask: Repair it.
          repair: LSTM(64)
          replaces: lstm1
          answer: LSTM(128)
      """,
      7, 13,
      "with the corrected line the network cannot be built: Input 0 with name 'None' of layer "
        + "'lstm2' is incompatible with the layer: expected ndim=3, found ndim=2. Full shape "
        + "received: (None, 128); lstm2 reads a sequence, but (128) comes in for each "
        + "observation, because lstm1 outputs only its last hidden state: set "
        + "return_sequences=True on lstm1"),
  ]
}
