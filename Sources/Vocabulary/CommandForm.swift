/// How a command is written and what it does: the source of the help screen, of completion and of
/// every sentence that says what was expected.
package struct CommandForm: Hashable, Sendable {
  /// The first word.
  package let name: String
  /// The words after it, as a reader would write them.
  package let arguments: String
  /// One sentence without its full stop.
  package let summary: String

  /// Every command, in the order in which the help lists them.
  package static let all: [CommandForm] = [
    CommandForm("open", "network | layer | unit | contrast | schedule | shapes", "open a screen"),
    CommandForm("enter", "", "go one screen deeper: network, layer, unit"),
    CommandForm("back", "", "close what is open, or go back to the screen before"),
    CommandForm("go", "12 | +1 | -10 | start | first | last", "go to a timestep"),
    CommandForm("select", "LAYER | +1 | -1", "choose a layer"),
    CommandForm("unit", "29 | +1 | -1", "choose the unit shown over time, or the feature"),
    CommandForm("observation", "1 | +1 | -1", "open another observation"),
    CommandForm("model", "NAME | +1", "open another model"),
    CommandForm(
      "look",
      "time | units | forget_gate … | input | phase1 … phase6 | layers | timesteps | diagonal "
        + "| table | keras | pytorch | +1",
      "another way to look at the same screen"),
    CommandForm(
      "order", "index | change | memory | answer | effect | +1", "sort the units of the layer"),
    CommandForm("compare", "forget_gate … | none", "show a second quantity below the first"),
    CommandForm("beside", "5 | none", "lay another observation over the open one"),
    CommandForm("play", "to 49 | to 49 in 6s", "move on by itself, to the end or to a timestep"),
    CommandForm("stop", "", "stop moving"),
    CommandForm("speed", "4 | +1 | -1", "timesteps a second while playing"),
    CommandForm("tick", "", "one timestep on, if playing"),
    CommandForm(
      "set", "LAYER.return_sequences true | LAYER.return_state false",
      "give a flag of a layer a value"),
    CommandForm(
      "toggle", "return_sequences | return_state | play", "turn a flag of the chosen layer over"),
    CommandForm(
      "clamp", "lstm2.forget_gate 28,26 1 | lstm2.input_gate all 0",
      "what if a gate had this value at every timestep"),
    CommandForm(
      "erase", "c 40 | h 40 | both 40 lstm2", "what if a state were 0 when it enters a timestep"),
    CommandForm(
      "put", "x[12, 3] 0.5 | x[*, 3] 0 | lstm1.kernel[3, 5] 0 | lstm2.recurrent_kernel 0",
      "what if a feature or a weight had this value"),
    CommandForm("swap", "3 7", "what if two timesteps changed places"),
    CommandForm("start", "1 | zero", "what if the states after another observation came before"),
    CommandForm("restore", "", "take all what-ifs back"),
    CommandForm(
      "size", "features 5 | timesteps 100 | LAYER.units 32 | units +1",
      "another size of the network, on the shapes screen"),
    CommandForm("explain", "", "say what is under the cursor, with its numbers"),
    CommandForm("copy", "", "copy the address and value of what is under the cursor"),
    CommandForm("value", "lstm2.forget_gate[14, 26] | lstm1.output.shape", "say a value"),
    CommandForm("evaluate", "", "count how many of the model's observations come out right"),
    CommandForm("predict", "on | off", "hide the next timestep until you have guessed"),
    CommandForm("guess", "up | down | same", "guess how the shown unit goes on"),
    CommandForm("mark", "NAME", "keep this place under a name"),
    CommandForm("to", "NAME", "go to a place that was kept"),
    CommandForm(
      "break", "lstm1.forget_gate < 0.1 | lstm2.cell_state[*, 29] > 0 | none",
      "stop playing where this becomes true"),
    CommandForm("help", "", "list the keys and the commands"),
    CommandForm("prompt", "TEXT", "type a command"),
    CommandForm("lessons", "", "open the list of lessons"),
    CommandForm("lesson", "6 | 06-what-leaves | none", "open a lesson, or leave it"),
    CommandForm("next", "", "in a lesson: the next step, or back to the step that was left"),
    CommandForm("previous", "", "in a lesson: the step before"),
    CommandForm("answer", "(64) | 0.368 | true | 2", "in a lesson: answer the question"),
    CommandForm("hint", "", "in a lesson: ask for a hint"),
    CommandForm("votes", "", "in a lesson: count the votes of a room, or end it"),
    CommandForm("vote", "2", "in a lesson: one vote more for a choice"),
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
