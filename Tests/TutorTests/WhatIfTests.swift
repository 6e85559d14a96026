import Foundation
import Insight
import Testing
import Vocabulary
import Wording

@testable import LessonPlayer
@testable import Tutor

/// What the shipped latch does and does not need, had with commands as a user types them.
///
/// The figures were measured in Keras with the same weights and sequences.
@Suite("What if")
struct WhatIfTests {
  private func said(_ commands: String) throws -> String {
    try Models.tutor("latch", commands).message ?? ""
  }

  /// The output at the end, as the last command says it.
  private func output(_ commands: String) throws -> Float {
    let state = try Models.tutor("latch", commands)
    return try #require(state.trace.output(4)?.values.last)
  }

  @Test("a hundred what-ifs are the most, and the next is refused")
  func most() throws {
    var state = try Models.tutor()
    for timestep in 0..<50 {
      try Models.run("erase c \(timestep); erase h \(timestep)", on: &state)
    }
    #expect(!state.isRefused && state.position.changes.count == 100)
    try Models.run("swap 1 2", on: &state)
    #expect(
      state.message == "there are 100 what-ifs, and no more at once; restore takes them back")
    try Models.run("erase c 3", on: &state)
    #expect(!state.isRefused, "one that is there already is not one more")
  }

  @Test("as it was trained, all fifty recorded sequences come out right")
  func unchanged() throws {
    #expect(try said("evaluate") == "50 of 50 right")
  }

  @Test("no single forget gate of lstm2 held at 1 turns a decision", arguments: 0..<64)
  func oneForgetGateAtLength(unit: Int) throws {
    #expect(try said("clamp lstm2.forget_gate \(unit) 1; evaluate") == "50 of 50 right")
  }

  @Test("four forget gates with large cells held at 1 leave five sequences stuck at set")
  func fourForgetGates() throws {
    let clamp = "clamp lstm2.forget_gate 49,27,20,62 1"
    #expect(try said("\(clamp); evaluate") == "45 of 50 right; wrong: 5, 26, 27, 33, 39")
    for sequence in [5, 26, 27, 33, 39] {
      #expect(try output("\(clamp); observation \(sequence)") > 0.5, "stuck at set")
    }
  }

  @Test("sequence 5 obeys the 3 at t 41 for six timesteps, then relapses")
  func relapse() throws {
    let state = try Models.tutor(
      "latch",
      "toggle return_sequences; observation 5; clamp lstm2.forget_gate 49,27,20,62 1")
    let answers = try #require(state.trace.output(4)?.values)
    #expect(decimal(answers[41]) == "0.00")
    #expect(decimal(answers[45]) == "0.12")
    #expect(decimal(answers[47]) == "0.90")
    #expect(decimal(answers[49], digits: 4) == "0.9996")
  }

  @Test(
    "no single output gate of lstm2 held at 0 turns a decision",
    arguments: 0..<64)
  func outputGateAtLength(unit: Int) throws {
    #expect(try said("clamp lstm2.output_gate \(unit) 0; evaluate") == "50 of 50 right")
  }

  @Test("c or h erased before t 40 lose nothing; both lose twelve sequences, sequence 1 among them")
  func erased() throws {
    #expect(try said("erase c 40 lstm2; evaluate") == "50 of 50 right")
    #expect(try said("erase h 40 lstm2; evaluate") == "50 of 50 right")
    let both = try said("erase both 40 lstm2; evaluate")
    #expect(both.hasPrefix("38 of 50 right; wrong: 1, "))
    #expect(decimal(try output("erase both 40 lstm2")) == "0.00")
  }

  @Test("without its recurrent kernel lstm2 gets 35 of 50")
  func noRecurrentKernel() throws {
    #expect(try said("put lstm2.recurrent_kernel 0; evaluate").hasPrefix("35 of 50 right"))
  }

  @Test("lstm2 given only h[49] of lstm1 gets 25 of 50, and 0.121 for sequence 1")
  func lastOnly() throws {
    #expect(try said("erase both 49 lstm2; evaluate").hasPrefix("25 of 50 right"))
    #expect(decimal(try output("erase both 49 lstm2"), digits: 3) == "0.121")
  }

  @Test("a network that reads only t 49 gets 22 of 50")
  func readsOnlyTheLast() throws {
    #expect(try said("erase both 49; evaluate").hasPrefix("22 of 50 right"))
  }

  @Test("unit 3 of lstm2 clears late: its forget gate at t 14, 15 and 16")
  func lateUnit() throws {
    for (timestep, expected) in [(14, "0.999"), (15, "0.963"), (16, "0.025")] {
      let words = try said("value lstm2.forget_gate[\(timestep), 3]")
      let number = try #require(Float(words.split(separator: " ").last ?? ""))
      #expect(words.hasPrefix("lstm2.forget_gate[\(timestep), 3] = "))
      #expect(decimal(number, digits: 3) == expected)
    }
  }

  @Test("sequence 17 has no event; started from the states after sequence 1 it answers set")
  func stateful() throws {
    #expect(decimal(try output("observation 17"), digits: 6) == "0.000002")
    #expect(try output("observation 17; start 1") > 0.9999)
    #expect(try said("observation 17; start 1").hasPrefix("output at t 49: 0.00000"))
  }

  @Test("the twenty sequences that turn when the order of their symbols is reversed are no what-if")
  func swapping() throws {
    // A swap of two timesteps is one; it moves the symbols with their numbers.
    let state = try Models.tutor("latch", "swap 4 5; go last")
    #expect(state.example.timesteps[5].label == "7" && state.example.timesteps[4].label == "1")
  }

  @Test("restore takes everything back, and the same numbers stand there as before")
  func restores() throws {
    let before = try Models.tutor("latch", "go 20")
    let changes =
      "clamp lstm2.forget_gate 58 1; erase both 40; put x[12, 3] 1; put lstm1.kernel[3, 5] 0.5; "
      + "swap 3 7; start 5"
    let changed = try Models.tutor("latch", "go 20; \(changes)")
    #expect(changed.position.changes.count == 6)
    #expect(changed.trace.output(4) != before.trace.output(4))
    var state = changed
    try Models.run("restore", on: &state)
    #expect(state.position == before.position)
    #expect(state.trace.output(4) == before.trace.output(4))
    try Models.run("undo", on: &state)
    #expect(state.position == changed.position)
  }

  @Test("the same what-if with another value takes the place of the first")
  func replaces() throws {
    let state = try Models.tutor(
      "latch",
      "clamp lstm2.forget_gate 58 1; clamp lstm2.forget_gate 58 0; put x[3, 2] 1; put x[3, 2] 2")
    #expect(state.position.changes.count == 2)
  }

  @Test("what was changed is said before and after, and in the title of every screen of the model")
  func marked() throws {
    let state = try Models.tutor("latch", "clamp lstm2.output_gate 28 0; observation 14")
    for screen in Command.ScreenName.allCases where screen != .reach {
      var state = state
      try Models.run("open \(screen.rawValue)", on: &state)
      let frame = view(state, size: .init(width: 100, height: 30))
      #expect(frame.line(0).contains("what if: clamp lstm2.output_gate 28 0"), "\(screen)")
    }
    #expect(try said("clamp lstm2.output_gate 28 0").hasPrefix("output at t 49: 1.000 before → "))
  }

  @Test(
    "an output that comes later is said to; of fewer timesteps the last one counts",
    arguments: [
      (["lstm: a, units: 2", "dense: b, units: 1"], "go 1", "output at t 5: "),
      (["lstm: a, units: 2", "dense: b, units: 1"], "go last", "output: "),
      (
        ["lstm: a, units: 2, return_sequences: true", "max_pooling1d: p, pool_size: 2"], "go 1",
        "output of unit 0 at t 2: "
      ),
      (
        ["lstm: a, units: 2, return_sequences: true", "max_pooling1d: p, pool_size: 2"], "go 2",
        "output of unit 0: "
      ),
    ])
  func whenItComes(_ layers: [String], _ place: String, _ words: String) throws {
    let state = try Models.small(
      timesteps: 6, features: 2, layers: layers, "\(place); clamp a.output_gate 0 1")
    let said = try #require(state.explorer.beforeAndAfter)
    #expect(said.replacing(/unit \d/, with: "unit 0").hasPrefix(words), "\(said)")
  }

  @Test(
    "a title too short for the command still names the layer and the unit that is held",
    arguments: [
      ("clamp lstm1.forget_gate all 1; select lstm2", "what if: lstm1 f = 1"),
      ("clamp lstm1.forget_gate all 1; select lstm1", "what if: f = 1"),
      ("select lstm1; unit 10; clamp lstm1.forget_gate 3 0.5", "what if: f = 0.5 in unit 3"),
      ("select lstm1; unit 3; clamp lstm1.forget_gate 3 0.5", "what if: f = 0.5"),
      ("select lstm2; clamp lstm1.forget_gate 3 0.5", "what if: lstm1 f = 0.5 in unit 3"),
    ])
  func shortMarks(_ commands: String, _ mark: String) throws {
    let marks = try Models.tutor("latch", commands).explorer.changeMarks
    #expect(marks.dropFirst().dropLast().last == mark)
  }

  @Test(
    "what does not fit is refused in a sentence and changes nothing",
    arguments: [
      ("clamp lstm2.cell_state 5 1", "only gates can be held: input_gate, forget_gate, "),
      ("clamp lstm9.forget_gate 5 1", "lstm9"),
      ("clamp lstm2.forget_gate 64 1", "64"),
      ("erase c 50", "50"),
      ("put lstm1.kernel[10, 5] 1", "lstm1/kernel"),
      ("put lstm1.hidden_state[1, 5] 1", "lstm1.hidden_state[1, 5] is computed and cannot be set"),
      ("put x[50, 3] 1", "50"), ("put x[1] 1", "names no feature"), ("swap 3 50", "50"),
      ("start -1", "-1"), ("restore", "nothing has been changed"),
      ("value lstm2.forget_gate[50, 1]", "there are the timesteps 0 to 49"),
      ("value lstm2.forget_gate[0, 64]", "there are the units 0 to 63"),
      ("value dense1.forget_gate[0, 1]", "dense1 has no forget_gate; only recurrent layers do"),
    ])
  func refused(command: String, words: String) throws {
    do {
      let state = try Models.tutor("latch", command)
      #expect(state.isRefused, "\(command): \(state.message ?? "")")
      #expect(state.message?.contains(words) == true, "\(state.message ?? "")")
      #expect(state.position.changes.isEmpty)
    } catch {
      #expect("\(error)".contains(words), "\(error)")
    }
  }

  @Test("every command that the README names to try does what it says")
  func readme() throws {
    let readme = try String(contentsOf: Models.root.appending(path: "README.md"), encoding: .utf8)
    let block = try #require(readme.split(separator: "```\n").first { $0.hasPrefix("clamp ") })
    let lines = block.split(separator: "\n")
    #expect(lines.count == 12)
    for line in lines {
      let gap = try #require(line.firstRange(of: "    "))
      let command = String(line[..<gap.lowerBound])
      #expect(!(try Models.tutor("latch", command).isRefused), "\(command)")
    }
  }
}

/// What the screens say while something is changed has to be as true as before.
@Suite("Sentences under a what-if")
struct WhatIfSentenceTests {
  @Test(
    "the cell's equation is the ledger's, whatever enters the timestep",
    arguments: [
      "erase c 20; go 20", "erase both 20; go 20", "erase c 20 lstm2; go 20", "start 5; go 0",
      "start 5; erase c 0; go 0", "clamp lstm2.forget_gate 58 1; go 20", "go 20",
      "swap 3 20; go 20",
    ])
  func equation(commands: String) throws {
    let state = try Models.tutor("latch", commands)
    let timestep = try #require(state.position.timestep)
    let ledger = Ledger(state.trace, layer: 1, unit: 58, timestep: timestep)
    let forget = ledger.sums[1].result
    let input = ledger.sums[0].result
    let candidate = ledger.sums[2].result
    func text(_ value: Float) -> String {
      let digits = decimal(value, digits: 3)
      return digits.hasPrefix("-") ? "(\(digits))" : digits
    }
    let sum =
      "\(text(forget))·\(text(ledger.cellBefore)) + \(text(input))·\(text(candidate))"
    #expect((forget * ledger.cellBefore + input * candidate - ledger.cellState).magnitude < 1e-4)
    let frame = view(state, size: .init(width: 160, height: 50))
    #expect(frame.says("= \(sum) = \(decimal(ledger.cellState, digits: 3))"), "\(sum)\n\(frame)")
    var asked = state
    _ = asked.update(.explain)
    #expect(asked.message?.contains(sum) == true, "\(asked.message ?? "") without \(sum)")
  }

  @Test("after another observation nothing claims that the states begin at zero")
  func startsElsewhere() throws {
    for place in ["go start", "go 0"] {
      let state = try Models.tutor("latch", "start 5; \(place)")
      let frame = view(state, size: .init(width: 160, height: 50))
      #expect(!frame.says("h[-1] = 0") && !frame.says("are 0"), "\(frame)")
      #expect(frame.says("h[-1] and c[-1] are the states after another observation"))
    }
  }

  @Test("the truth is that of the changed symbols, and of other changed inputs nobody's")
  func truth() throws {
    let swapped = view(
      try Models.tutor("latch", "swap 15 32; go last"), size: .init(width: 120, height: 40))
    #expect(swapped.says("set at the end: 1.00 → 0.00, so no. The truth: it is not set."))
    #expect(try Models.tutor("latch", "swap 15 32; evaluate").message == "50 of 50 right")
    let put = view(
      try Models.tutor("latch", "put x[12, 3] 0.5; go last"), size: .init(width: 120, height: 40))
    #expect(!put.says("The truth"))
  }

  @Test("before and after stand on every screen for as long as something is changed")
  func beforeAndAfter() throws {
    // Nothing of the model is on the reach screen.
    for screen in Command.ScreenName.allCases where screen != .reach {
      // The learning screen opens at the end, from which there is no way on.
      let step = screen == .learning ? "-3" : "+3"
      let state = try Models.tutor(
        "latch", "clamp lstm2.forget_gate all 0; open \(screen.rawValue); go \(step)")
      let words = screen == .unit ? "answer 1.000 → " : "output at t 49: 1.000 before → "
      #expect(view(state, size: .init(width: 120, height: 40)).says(words), "\(screen)")
    }
  }

  @Test("what is no output yet stops nothing and is not copied")
  func notYet() throws {
    var state = try Models.tutor("latch", "break dense1.output > 0; play")
    for _ in 0..<10 { _ = state.update(.tick) }
    #expect(state.isPlaying && state.position.timestep == 10)
    #expect(
      try Models.tutor("latch", "go 20; value output.output[0]").message
        == "output has no output yet; it comes at t 49")
    #expect(try Models.tutor("latch", "go 20; select output; copy").isRefused)
  }

  @Test("a gate is held within what its curve can give")
  func bounds() throws {
    let state = try Models.tutor("latch", "clamp lstm2.forget_gate all 2")
    #expect(state.message == "forget_gate lies between 0 and 1; 2.00 is outside")
    #expect(!(try Models.tutor("latch", "clamp lstm2.cell_candidate 3 -1").isRefused))
    let cell = try Models.tutor("latch", "clamp lstm2.cell_state 6 1").message ?? ""
    #expect(cell.hasPrefix("only gates can be held: "), "no name of a type around it")
  }

  @Test("an LSTM that cannot be built is said to be one")
  func unbuilt() throws {
    let state = try Models.tutor("latch", "set lstm1.return_sequences false; open layer")
    #expect(
      state.message == "lstm2 cannot be built, so it has no numbers; the network screen says why")
  }

  /// The rows of a screen in which a star stands, by how they begin.
  private func starred(_ commands: String, _ screen: Command.ScreenName) throws -> [String] {
    let state = try Models.tutor("latch", "\(commands); open \(screen.rawValue)")
    let frame = view(state, size: .init(width: 80, height: 24))
    return (1..<24).map { frame.line($0) }.filter { $0.contains("*") }.map { line in
      line.filter { $0 != "*" && $0 != "▌" }.split(separator: " ").prefix(3).joined(separator: " ")
    }
  }

  @Test("a weight of one unit is marked in its rows alone, by one rule on every screen")
  func weightOfOneUnit() throws {
    // Column 58 of the bias is the input gate of unit 58, column 64 + 58 its forget gate.
    for (weight, row, gate) in [
      ("lstm2.bias[58]", "bias", "i input gate"), ("lstm2.bias[122]", "bias", "f forget gate"),
      ("lstm2.recurrent_kernel[3, 58]", "", "i input gate"),
    ] {
      let commands = "go 5; put \(weight) 1"
      #expect(try starred(commands, .network) == [gate], "\(weight)")
      #expect(try starred("\(commands); unit 30", .network) == [], "\(weight)")
      let contrast = try starred(commands, .contrast)
      #expect(!contrast.isEmpty && contrast.allSatisfy { $0 == "hof unit 58" }, "\(contrast)")
      let layer = try starred(commands, .layer).map { $0.prefix(7) }
      #expect(layer == ["unit 58", gate.prefix(7)], "\(weight)")
      let unit = try starred("\(commands); look phase6", .unit)
      #expect(unit.contains { $0.hasPrefix("i f o") }, "\(unit)")
      #expect(row.isEmpty || unit.contains { $0.hasPrefix(row) }, "\(unit)")
      #expect(try starred("\(commands); unit 30; look phase6", .unit) == [], "\(weight)")
    }
  }

  @Test("a whole weight is marked in every unit, and what is of one timestep there")
  func wholeWeight() throws {
    let gates = ["i input gate", "f forget gate", "g candidate", "o output gate"]
    let found = try starred("go 5; put lstm2.kernel 0", .network)
    #expect(found.count == 4 && found.allSatisfy { line in gates.contains { line.hasPrefix($0) } })
    #expect(try starred("go 5; put lstm2.kernel 0", .layer).count > 5)
    #expect(try starred("start 1; go 1", .network) == ["timestep t ▼"])
    #expect(
      try starred("start 1; go 0", .network).filter { $0.hasPrefix("c cell") }.count == 2,
      "of both layers")
  }

  @Test("a guess cannot be stepped round")
  func guesses() throws {
    let setUp = "go 30; mark late; go 5; predict on"
    for way in ["to late", "open schedule; go +70", "undo", "redo", "go last", "play"] {
      let state = try Models.tutor("latch", "\(setUp); \(way)")
      #expect(state.isRefused && state.position.timestep == 5, "\(way)")
    }
    let dense = try Models.tutor("latch", "predict on; select dense1; guess same")
    #expect(dense.isRefused && dense.position.timestep == 0)
  }
}
