/// How a command is written and what it does: the source of the help screen and of every sentence
/// that says what was expected.
package struct CommandForm: Hashable, Sendable {
  /// The first word.
  package let name: String
  /// The words after it, as a reader would write them.
  package let arguments: String
  /// One sentence without its full stop.
  package let summary: String

  /// Every command, in the order in which the help lists them.
  package static let all: [CommandForm] = [
    CommandForm("go", "12 | +1 | -10 | start | first | last", "go to a timestep"),
    CommandForm("select", "LAYER | +1 | -1", "choose a layer"),
    CommandForm("unit", "29 | +1 | -1", "choose the unit shown over time"),
    CommandForm("observation", "1 | +1 | -1", "open another observation"),
    CommandForm("model", "NAME | +1", "open another model"),
    CommandForm("set", "LAYER.return_sequences true | false", "give a flag of a layer a value"),
    CommandForm("toggle", "return_sequences | play", "turn a flag of the chosen layer over"),
    CommandForm("look", "time | units | +1", "one unit over time, or all units at one timestep"),
    CommandForm("play", "", "move on by itself"),
    CommandForm("stop", "", "stop moving"),
    CommandForm("speed", "4 | +1 | -1", "timesteps a second while playing"),
    CommandForm("tick", "", "one timestep on, if playing"),
    CommandForm("help", "", "list the keys and the commands"),
    CommandForm("back", "", "close what is open"),
    CommandForm("undo", "", "take the last change back"),
    CommandForm("redo", "", "make it again"),
    CommandForm("quit", "", "leave Unroll"),
  ]

  private init(_ name: String, _ arguments: String, _ summary: String) {
    self.name = name
    self.arguments = arguments
    self.summary = summary
  }
}
