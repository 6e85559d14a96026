import Phrases
import Testing
import Vocabulary

@Suite("Command")
struct CommandTests {
  @Test(
    "every command prints as the text that it was read from",
    arguments: [
      "go 12", "go +1", "go -10", "go start", "go first", "go last",
      "select lstm1", "select +1", "select -1", "unit 29", "unit +1", "unit -3",
      "observation 1200", "observation -1", "epoch 7", "epoch -2", "epoch first", "epoch last",
      "write", "model weather", "model +1",
      "set lstm2.return_sequences true", "set my.layer.return_sequences false",
      "toggle return_sequences", "toggle play", "look time", "look units", "look +1",
      "play", "stop", "speed 4", "speed -1", "tick", "help", "back", "undo", "redo", "quit",
      "open network", "open unit", "open dense", "term 50", "term +1", "enter", "look forget_gate",
      "look phase3", "look diagonal",
      "look keras", "order memory", "order +1", "compare cell_state", "compare none", "beside 5",
      "beside none", "set lstm2.return_state true", "toggle return_state",
      "clamp lstm2.forget_gate 28,26,53,8 1", "clamp lstm2.input_gate all 0", "erase c 40",
      "erase both 49 lstm2", "put x[12, 3] 0.5", "put x[*, 3] 0", "put lstm1.kernel[3, 5] -1.5",
      "put lstm2.recurrent_kernel 0", "clamp lstm2.forget_gate[15] 29 0.9", "swap 3 7", "start 1",
      "start zero", "restore",
      "hold +0.05", "hold -0.05", "hold 0.9", "hold at -0.9", "hold off",
      "look picture",
      "size features 5", "size lstm1.units +1", "size timesteps 100", "explain", "copy",
      "value lstm2.forget_gate[14, 26]", "evaluate", "go change", "go change 3", "go change +1",
      "go 2015-04-27", "observations", "sort error", "sort output reversed", "sort +1",
      "where output > 0.5 and truth = 0", "where all", "predict on", "predict off", "guess up",
      "mark here", "to here", "break lstm1.forget_gate < 0.1",
      "break lstm2.cell_state[*, 29] > 0",
      "break none", "prompt", "prompt clamp lstm2.forget_gate",
      "play to 49", "play to 49 in 6s", "play to 49 in 0.5s", "lessons", "lesson 6",
      "lesson 06-what-leaves", "lesson none", "next", "previous", "answer (50, 64)",
      "answer 0.368", "answer model.add(LSTM(128, return_sequences=True))", "hint", "votes",
      "vote 2",
    ])
  func roundTrip(line: String) throws {
    #expect(try Command(parsing: line).description == line)
  }

  @Test("every form in the help names a command that can be read")
  func formsAreCommands() {
    for form in CommandForm.all {
      let first = form.arguments.split(separator: "|").first.map(String.init) ?? ""
      let example = first.replacing("LAYER", with: "a").replacing("…", with: "")
      #expect(throws: Never.self) { try Command(parsing: form.name + " " + example) }
    }
  }

  @Test("units are a list, a range or all of them")
  func units() throws {
    #expect(
      try Command(parsing: "clamp a.forget_gate 1,4-6 0.5")
        == .clamp(Quantity(layer: "a", .forgetGate), units: .these([1, 4, 5, 6]), value: 0.5))
    for word in ["", "4-", "6-4", "1,,2", "x", "1-2-3", "0-999999999"] {
      #expect(throws: CommandError.self) { try Command(parsing: "clamp a.forget_gate \(word) 0.5") }
    }
  }

  @Test("what is erased is a state by its letter, or all of them")
  func erasures() throws {
    #expect(
      try Command(parsing: "erase c 40") == .erase(.only(.cellState), timestep: 40, layer: nil))
    #expect(
      try Command(parsing: "erase h 40 a") == .erase(.only(.hiddenState), timestep: 40, layer: "a"))
    #expect(try Command(parsing: "erase both 40") == .erase(.all, timestep: 40, layer: nil))
    for word in ["o", "x", "all", "cell_state", "C"] {
      #expect(throws: CommandError.self) { try Command(parsing: "erase \(word) 40") }
    }
  }

  @Test("a value that is no number is refused")
  func finite() {
    for word in ["nan", "inf", "-inf", "1e99", "0x", ""] {
      #expect(throws: CommandError.self) { try Command(parsing: "put x[0, 0] \(word)") }
    }
  }

  @Test(
    "a whole number has a bound, wherever it stands, and the sentence names it",
    arguments: [
      "go", "unit", "observation", "beside", "play to", "speed", "start", "erase c", "swap 1",
      "vote", "size units", "clamp lstm1.forget_gate 1-",
    ])
  func bounds(command: String) throws {
    for word in ["9223372036854775807", "1000000001", "99999999999999999999"] {
      let line = command.hasPrefix("clamp") ? "\(command)\(word) 0.5" : "\(command) \(word)"
      let error = #expect(throws: CommandError.self) { try Command(parsing: line) }
      #expect(
        error?.description
          == "\(word) is too large; whole numbers go up to 1,000,000,000 here")
    }
    guard !command.hasPrefix("clamp") else { return }
    #expect(throws: Never.self) { try Command(parsing: "\(command) 1000000000") }
  }

  @Test("so has a distance, an index, and what is too long to be read at all")
  func boundsOfOthers() {
    for line in [
      "go +9223372036854775807", "unit -9223372036854775808", "size units +1000000001",
      "value x[9223372036854775807, 0]", "put lstm1.kernel[0, -9223372036854775808] 1",
      "break lstm1.cell_state[*, 1000000001] > 0", "play to 1000000001 in 5s",
      "go " + String(repeating: "9", count: 10_000),
    ] {
      let error = #expect(throws: CommandError.self) { try Command(parsing: line) }
      #expect(
        error?.description.hasSuffix(
          " is too large; whole numbers go up to 1,000,000,000 here") == true)
    }
  }

  @Test("a list of units is bounded as a whole")
  func manyUnits() throws {
    let parts = [String](repeating: "0-99999", count: 2).joined(separator: ",")
    let error = #expect(throws: CommandError.self) {
      try Command(parsing: "clamp a.forget_gate \(parts) 0.5")
    }
    #expect(
      error?.description
        == "a list names at most 100,000 units; write 'all' for every unit of the layer")
    #expect(throws: Never.self) { try Command(parsing: "clamp a.forget_gate 0-99999 0.5") }
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
      (
        "go",
        "'go' takes 12 | +1 | -10 | start | first | last | 2015-04-27 | change | change +1; found nothing"
      ),
      (
        "go far",
        "'go' takes 12 | +1 | -10 | start | first | last | 2015-04-27 | change | change +1; found 'far'"
      ),
      ("play loud", "'play' takes to 49 | to 49 in 6s; found 'loud'"),
      (
        "set lstm1.return_sequence true",
        "'set' takes LAYER.return_sequences true | LAYER.return_state false; "
          + "found 'lstm1.return_sequence true'"
      ),
      ("play to", "'play' takes to 49 | to 49 in 6s; found 'to'"),
      ("play to 49 in 6", "'play' takes to 49 | to 49 in 6s; found 'to 49 in 6'"),
      ("play to 49 in 601s", "'play' takes to 49 | to 49 in 6s; found 'to 49 in 601s'"),
      ("lesson", "'lesson' takes 6 | 06-what-leaves | none; found nothing"),
      ("answer", "'answer' takes (64) | 0.368 | true | 2; found nothing"),
      ("vote two", "'vote' takes 2; found 'two'"),
      ("next 3", "'next' takes nothing after it; found '3'"),
      (
        "look +1; ;", "an empty command; write for example 'go 12' or 'select lstm2; go last'"
      ),
    ])
  func errors(line: String, sentence: String) {
    let error = #expect(throws: CommandError.self) { try Command.list(parsing: line) }
    #expect(error?.description == sentence)
  }

  @Test(
    "a space ends a word also where a mark behind it joins it",
    arguments: ["answer \u{301}", "answer \u{B}\u{301}", "answer \u{85}\u{E33}", "mark \u{1F3FD}a"])
  func joinedSpace(line: String) throws {
    let command = try Command(parsing: line)
    #expect(try Command(parsing: "\(command)") == command)
  }

  @Test("a word that is near no command leads to the help, the beginning of several to those")
  func unknown() {
    func sentence(_ line: String) -> String? {
      #expect(throws: CommandError.self) { try Command(parsing: line) }?.description
    }
    #expect(sentence("xyzzyplugh") == "unknown command 'xyzzyplugh'; 'help' lists the commands")
    #expect(
      sentence("p")
        == "unknown command 'p'; did you mean 'put', 'play', 'prompt' or 'predict'? 'help' lists all"
    )
    #expect(
      sentence("tog") == "unknown command 'tog'; did you mean 'to' or 'toggle'? 'help' lists all")
  }
}
