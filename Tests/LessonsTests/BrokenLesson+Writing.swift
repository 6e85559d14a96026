extension BrokenLesson {
  /// Lessons that are broken in how it is written.
  static let writing = [
    BrokenLesson(
      "a quotation mark that is never closed",
      """
      title: T
      steps:
        - say: "Look at this.
        - say: And this.
      """,
      3, 10,
      "the quotation mark that opens here is never closed"),
    BrokenLesson(
      "a tab before a key",
      """
      title: T
      steps:
        - say: Look.
      \t  point: ruler
      """,
      4, 1,
      "a line cannot be indented with a tab; write spaces"),
    BrokenLesson(
      "an unknown key of a step",
      """
      title: T
      steps:
        - say: Look.
          ponit: ruler
      """,
      4, 5,
      "unknown key 'ponit'; did you mean 'point'?"),
    BrokenLesson(
      "an unknown key of a lesson",
      """
      titel: T
      title: T
      steps:
        - say: Look.
      """,
      1, 1,
      "unknown key 'titel'; did you mean 'title'?"),
    BrokenLesson(
      "an unknown key that is near none",
      """
      title: T
      steps:
        - say: Look.
          xyzzy: 1
      """,
      4, 5,
      "unknown key 'xyzzy'; the keys here are say, ask, try, do, point, hide, check, pause, "
        + "notes, of, with, answer and 11 more"),
    BrokenLesson(
      "an unknown key of a wrong answer",
      """
      title: T
      steps:
        - ask: What?
          answer: 3
          wrong:
            4:
              says: No.
              say: No.
          of: t = 0
      """,
      7, 9,
      "unknown key 'says'; did you mean 'say'?"),
    BrokenLesson(
      "a colon in a sentence",
      """
      title: T
      steps:
        - say: The gate closes: it forgets.
      """,
      3, 25,
      "a ': ' inside a sentence begins a key; put the sentence after '>-' on a line of its "
        + "own"),
    BrokenLesson(
      "a colon in a hint",
      """
      title: T
      steps:
        - ask: What?
          answer: 3
          hint: Think: what leaves?
          of: t = 0
      """,
      5, 16,
      "a ': ' inside a sentence begins a key; put the sentence after '>-' on a line of its "
        + "own"),
    BrokenLesson(
      "a brace at the start of a sentence",
      """
      title: T
      steps:
        - say: {lstm1.forget_gate[12, 5]} is small.
      """,
      3, 10,
      "a sentence that begins with { or [ is not text; put it after '>-' on a line of its "
        + "own"),
    BrokenLesson(
      "a value alone as a sentence",
      """
      title: T
      steps:
        - say: {lstm1.forget_gate}
      """,
      3, 10,
      "a sentence that begins with { or [ is not text; put it after '>-' on a line of its "
        + "own"),
    BrokenLesson(
      "a value with an index alone as a sentence",
      """
      title: T
      steps:
        - say: {lstm1.forget_gate[12, 5]}
      """,
      3, 10,
      "a sentence that begins with { or [ is not text; put it after '>-' on a line of its "
        + "own"),
    BrokenLesson(
      "a bracket at the start of a sentence",
      """
      title: T
      steps:
        - say: [50, 128] is a shape.
      """,
      3, 10,
      "a sentence that begins with { or [ is not text; put it after '>-' on a line of its "
        + "own"),
    BrokenLesson(
      "a list in brackets as a sentence",
      """
      title: T
      steps:
        - say: [50, 128]
      """,
      3, 10,
      "a sentence that begins with { or [ is not text; put it after '>-' on a line of its "
        + "own"),
    BrokenLesson(
      "a list in brackets with brackets inside",
      """
      title: T
      steps:
        - say: Look.
          do: [break lstm1.forget_gate[12, 5] < 0.1]
      """,
      4, 9,
      "a list in brackets ends at the first ] or comma inside it; write each entry on a line "
        + "of its own after '- '"),
    BrokenLesson(
      "a list in brackets with an address cut in two",
      """
      title: T
      steps:
        - say: Look.
          do: [put x[12, 3] 0.5, go 3]
      """,
      4, 9,
      "a list in brackets ends at the first ] or comma inside it; write each entry on a line "
        + "of its own after '- '"),
    BrokenLesson(
      "a remark inside a sentence",
      """
      title: T
      steps:
        - say: Symbol #3 clears, and symbol #7 sets.
      """,
      3, 17,
      "' #' begins a comment, so '#3 clears, and symbol #7 sets.' is cut off; put the "
        + "sentence after '>-' on a line of its own"),
    BrokenLesson(
      "a remark inside a hint over two lines",
      """
      title: T
      steps:
        - ask: What?
          answer: 3
          hint: Look at
            symbol #7 now.
          of: t = 0
      """,
      6, 14,
      "' #' begins a comment, so '#7 now.' is cut off; put the sentence after '>-' on a "
        + "line of its own"),
    BrokenLesson(
      "a key that stands twice",
      """
      title: T
      steps:
        - say: Look.
          notes: A.
          notes: B.
      """,
      4, 5,
      "the key 'notes' stands here twice; keep one of them"),
    BrokenLesson(
      "aliases of aliases",
      """
      title: T
      a: &a [x, x]
      b: &b [*a, *a]
      c: &c [*b, *b]
      steps:
        - say: Look.
      """,
      3, 8,
      "'*a' repeats what '&a' names, which is not done in these files; write it out"),
    BrokenLesson(
      "a control character in a text",
      """
      title: T
      steps:
        - say: Look \u{1B}[31mhere.
      """,
      3, 15,
      "it cannot be read on from here: control characters are not allowed"),
    BrokenLesson(
      "an escape sequence in quotation marks",
      """
      title: T
      steps:
        - say: "Look \\e[31mhere."
      """,
      3, 10,
      "the text holds the character U+001B, which cannot be shown; leave it out"),
    BrokenLesson(
      "a character that turns text round",
      """
      title: T
      steps:
        - say: Look \u{202E}here.
      """,
      3, 10,
      "the text holds the character U+202E, which cannot be shown; leave it out"),
    BrokenLesson(
      "a lesson without steps",
      """
      title: T
      """,
      1, 1,
      "a lesson has steps; write 'steps:' and below it '- say: …'"),
    BrokenLesson(
      "a lesson without a title",
      """
      steps:
        - say: Look.
      """,
      1, 1,
      "the key 'title' is missing here; write for example 'title: What a unit is'"),
    BrokenLesson(
      "no step in the list",
      """
      title: T
      steps: []
      """,
      2, 8,
      "a lesson has steps; write 'steps:' and below it '- say: …'"),
    BrokenLesson(
      "nothing behind steps",
      """
      title: T
      steps:
      """,
      2, 7,
      "a lesson has steps; write 'steps:' and below it '- say: …'"),
    BrokenLesson(
      "an empty text behind steps",
      """
      title: T
      steps: ""
      """,
      2, 8,
      "a lesson has steps; write 'steps:' and below it '- say: …'"),
    BrokenLesson(
      "steps that are null",
      """
      title: T
      steps: ~
      """,
      2, 8,
      "a lesson has steps; write 'steps:' and below it '- say: …'"),
    BrokenLesson(
      "steps that only do something",
      """
      title: T
      steps:
        - do: go 3
      """,
      3, 3,
      "no step says or asks anything; write one with '- say: …'"),
    BrokenLesson(
      "an empty file",
      "",
      nil, nil,
      "the file is empty, and a lesson with the keys 'title' and 'steps' is expected"),
    BrokenLesson(
      "a file with a remark alone",
      """
      # later
      """,
      nil, nil,
      "the file is empty, and a lesson with the keys 'title' and 'steps' is expected"),
    BrokenLesson(
      "a lesson that is a list",
      """
      - say: Look.
      """,
      1, 1,
      "a lesson should be a group of keys, but a list stands here"),
    BrokenLesson(
      "a lesson that is a sentence",
      """
      Look.
      """,
      1, 1,
      "a lesson should be a group of keys, but 'Look.' stands here"),
    BrokenLesson(
      "a sentence that is missing",
      """
      title: T
      steps:
        - say:
      """,
      3, 9,
      "say should be text, but nothing stands here"),
    BrokenLesson(
      "a list where a sentence should be",
      """
      title: T
      steps:
        - say:
            - Look.
      """,
      4, 7,
      "say should be text, but a list stands here"),
    BrokenLesson(
      "minutes that are none",
      """
      title: T
      minutes: short
      steps:
        - say: Look.
      """,
      2, 10,
      "minutes should be a whole number from 1 to 120, but 'short' stands here"),
    BrokenLesson(
      "an observation before the first",
      """
      title: T
      observation: -1
      steps:
        - say: Look.
      """,
      2, 14,
      "observation should be a whole number from 0 to 2147483647, but '-1' stands here"),
    BrokenLesson(
      "a network of its own with an unknown key",
      """
      title: T
      model:
        name: small
        network:
          input: {timesteps: 3, features: 2}
          layers:
            - lstm: lstm
              unit: 1
      steps:
        - say: Look.
      """,
      8, 9,
      "unknown key 'unit'; did you mean 'units'?"),
  ]
}
