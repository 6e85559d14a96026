import Testing
import Vocabulary

@Suite("Command")
struct CommandTests {
  @Test(
    "every command prints as the text that it was read from",
    arguments: [
      "go 12", "go +1", "go -10", "go start", "go first", "go last",
      "select lstm1", "select +1", "select -1", "unit 29", "unit +1", "unit -3",
      "observation 1200", "observation -1", "model weather", "model +1",
      "set lstm2.return_sequences true", "set my.layer.return_sequences false",
      "toggle return_sequences", "toggle play", "look time", "look units", "look +1",
      "play", "stop", "speed 4", "speed -1", "tick", "help", "back", "undo", "redo", "quit",
    ])
  func roundTrip(line: String) throws {
    #expect(try Command(parsing: line).description == line)
  }

  @Test("every form in the help names a command that can be read")
  func formsAreCommands() {
    for form in CommandForm.all {
      let example = form.arguments.replacing(
        "LAYER.return_sequences true", with: "a.return_sequences true")
      let first = example.split(separator: "|").first.map(String.init) ?? ""
      #expect(throws: Never.self) { try Command(parsing: form.name + " " + first) }
    }
  }

  @Test("several commands stand between semicolons, and the last one may end in one")
  func list() throws {
    #expect(
      try Command.list(parsing: "go 12; select lstm2 ;quit;")
        == [.go(.at(12)), .select(.named("lstm2")), .quit])
  }

  @Test("Keras's True and False are read as true and false")
  func kerasTruth() throws {
    #expect(
      try Command(parsing: "set lstm1.return_sequences False")
        == .set(layer: "lstm1", flag: .returnSequences, value: false))
  }

  @Test(
    "a line that is no command says what was expected",
    arguments: [
      ("selct lstm1", "unknown command 'selct'; did you mean 'select'?"),
      ("go", "'go' takes 12 | +1 | -10 | start | first | last; found nothing"),
      ("go far", "'go' takes 12 | +1 | -10 | start | first | last; found 'far'"),
      ("play loud", "'play' takes nothing after it; found 'loud'"),
      (
        "set lstm1.return_sequence true",
        "'set' takes LAYER.return_sequences true | false; found 'lstm1.return_sequence true'"
      ),
      (
        "look +1; ;", "an empty command; write for example 'go 12' or 'select lstm2; go last'"
      ),
    ])
  func errors(line: String, sentence: String) {
    let error = #expect(throws: CommandError.self) { try Command.list(parsing: line) }
    #expect(error?.description == sentence)
  }

  @Test("a word that is near no command lists them all")
  func unknown() {
    let error = #expect(throws: CommandError.self) { try Command(parsing: "xyzzyplugh") }
    #expect(
      error?.description.hasPrefix("unknown command 'xyzzyplugh'; the commands are go, ") == true)
  }
}
