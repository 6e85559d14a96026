import Engine
import Insight
import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("The picture of the unit")
struct UnitPictureTests {
  static let sizes = [
    Size(width: 60, height: 18), Size(width: 80, height: 24), Size(width: 120, height: 40),
    Size(width: 200, height: 60),
  ]
  private static let middle = Size(width: 80, height: 24)

  private func frame(_ commands: String, _ size: Size = middle, model: String = "latch") throws
    -> Canvas
  {
    view(try Models.tutor(model, commands), size: size)
  }

  @Test("it is the first look, tab goes on to the ledger, and behind its last phase comes back")
  func first() throws {
    var state = try Models.tutor("latch", "go 15; open unit")
    #expect(state.position.phase == 0)
    for phase in [1, 2, 3, 4, 5, 6, 0] {
      state.press(.tab)
      #expect(state.position.phase == phase)
    }
    state.press(.shiftTab)
    #expect(state.position.phase == 6)
    try Models.run("look picture", on: &state)
    #expect(state.position.phase == 0)
  }

  @Test("its numbers are the ledger's", arguments: sizes)
  func numbers(size: Size) throws {
    let frame = try frame("go 15; open unit", size)
    for number in [
      "-1.987", "-0.037", "+0.466", "+0.429", "+0.405", "+0.019", "0.019", "0.584", "+0.798",
      "0.048", "σ(-3.96)", "σ(+0.34)", "σ(-2.99)",
    ] {
      #expect(frame.says(number), "\(number)\n\(frame)")
    }
    #expect(frame.says(size.width < 80 ? "+1.09" : "tanh(+1.09)"))
  }

  @Test("a wire leads from c through its curve to the gate that lets it out", arguments: sizes)
  func branch(size: Size) throws {
    let frame = try frame("go 15; open unit", size)
    let rail = try #require(frame.row(beginning: "c[14]"))
    let column = try #require((0..<size.width).first { frame[$0, rail].content == .glyph("┬") })
    #expect(frame[column, rail + 1].content == .glyph("┃"))
    #expect(frame[column, rail + 2].content == .glyph("×"))
    let beside = String(frame.line(rail + 1).dropFirst(column + 1))
    #expect(beside.hasPrefix(size.width < 80 ? " tanh " : " tanh(c) "), "\(beside)")
  }

  @Test("what the forget gate does not keep stays as a shadow, as long as what was lost")
  func shadow() throws {
    let frame = try frame("go 15; open unit")
    let whole = try #require(frame.row(beginning: "c[14]  remembered"))
    let kept = try #require(frame.row(beginning: "× f 0.019  kept"))
    func count(_ row: Int, _ glyphs: String) -> Int {
      frame.line(row).count { glyphs.contains($0) }
    }
    #expect(count(whole, "░") == 0)
    #expect(count(kept, "█▐") == 1)
    #expect((count(whole, "█▐") - count(kept, "█▐░")).magnitude <= 1)
  }

  @Test("before the first timestep there are no numbers and no bars", arguments: sizes)
  func before(size: Size) throws {
    let frame = try frame("open unit; go start", size)
    #expect(frame.says("Nothing has been read: h[-1] = c[-1] = 0."))
    #expect(!frame.text().contains("█") && !frame.text().contains("+0.0"))
  }

  @Test("at every size each lane and each gate is there")
  func everySizeAtLength() throws {
    let states = try [
      "go 15; open unit", "select lstm1; go last; open unit; hold at 0.5", "open unit; go start",
    ].map { try Models.tutor("latch", $0) }
    for (place, state) in states.enumerated() {
      for width in stride(from: 60, through: 250, by: 5) {
        for height in 18...66 {
          let frame = view(state, size: Size(width: width, height: height))
          #expect(frame.faults == 0, "\(width)×\(height): \(frame.firstFault ?? "")")
          let lanes = try #require(frame.parts.first { $0.name?.text == "lanes" }?.rect)
          #expect(lanes.height >= 7)
          let sentences = try #require(frame.parts.first { $0.name?.text == "sentences" }?.rect)
          #expect(sentences.row >= lanes.rows.upperBound)
          for gate in ["input_gate", "forget_gate", "cell_candidate", "output_gate"] {
            let name = (place == 1 ? "lstm1." : "lstm2.") + gate
            #expect(frame.parts.contains { $0.name?.text == name }, "\(name) at \(width)×\(height)")
          }
        }
      }
    }
  }

  @Test("the last row of the picture stands above the sentences in the largest window too")
  func fills() throws {
    for size in Self.sizes.dropFirst(2) {
      let frame = try frame("go 15; open unit", size)
      #expect(frame.parts.contains { $0.name?.text == "chart" }, "\(size)")
      let empty = (0..<size.height).count { row in frame.line(row).allSatisfy { $0 == " " } }
      #expect(empty <= size.height / 5, "\(size)\n\(frame)")
    }
  }

  // MARK: - Playing

  @Test("space lights one lane after another, then goes to the next timestep")
  func playing() throws {
    var state = try Models.tutor("latch", "go 14; open unit")
    state.press(.character(" "))
    for lane in 1...6 {
      #expect(state.position.timestep == 14 && state.position.lit == lane)
      let frame = view(state, size: Self.middle)
      let result = try #require(frame.row(beginning: "= c[14]"))
      #expect(frame.line(result).contains("·") == (lane < 4))
      _ = state.update(.tick)
    }
    #expect(state.position.timestep == 15 && state.position.lit == 1)
    state.press(.right)
    #expect(state.position.timestep == 16 && state.position.lit == nil && !state.isPlaying)
  }

  @Test("at the last timestep it stops with everything lit, and on the way to a place it is time")
  func ends() throws {
    var state = try Models.tutor("latch", "go last; open unit; play")
    for _ in 0..<8 { _ = state.update(.tick) }
    #expect(!state.isPlaying && state.position.lit == nil && state.position.timestep == 49)
    try Models.run("go 10; play to 12", on: &state)
    for _ in 0..<2 { _ = state.update(.tick) }
    #expect(state.position.timestep == 12 && state.position.lit == nil)
  }

  // MARK: - The knob

  @Test("a turn holds the chosen gate a twentieth higher, here and now alone, and c follows")
  func turns() throws {
    var state = try Models.tutor("latch", "go 15; open unit")
    let original = state.explorer.trace
    state.press(.character("+"))
    let trace = state.explorer.trace
    func f(_ trace: Trace, _ unit: Int, _ timestep: Int) -> Float {
      trace.value(.forgetGate, layer: 1, unit: unit, timestep: timestep)
    }
    #expect(f(trace, 58, 15) == 0.069)
    #expect(f(trace, 28, 15) == f(original, 28, 15))
    #expect(f(trace, 58, 14) == f(original, 58, 14))
    #expect(f(trace, 58, 16) != 0.069)
    for timestep in 0..<18 {
      let now = trace.value(.cellState, layer: 1, unit: 58, timestep: timestep)
      let before = original.value(.cellState, layer: 1, unit: 58, timestep: timestep)
      #expect((now != before) == (timestep >= 15), "t \(timestep)")
    }
  }

  @Test("turning on replaces what is held, undo goes back a turn, and 0 lets go")
  func replaces() throws {
    var state = try Models.tutor("latch", "go 15; open unit")
    let start = state.position
    for _ in 0..<3 { state.press(.character("+")) }
    #expect(state.position.changes.map(\.description) == ["clamp lstm2.forget_gate[15] 58 0.169"])
    state.press(.character("-"))
    #expect(state.position.changes.map(\.description) == ["clamp lstm2.forget_gate[15] 58 0.119"])
    state.press(.character("u"))
    #expect(state.position.changes.map(\.description) == ["clamp lstm2.forget_gate[15] 58 0.169"])
    state.press(.character("0"))
    #expect(state.position == start)
    state.press(.character("0"))
    #expect(state.isRefused)
    #expect(
      state.message == "f is not held at t 15 by itself; restore takes all what-ifs back")
    try Models.run("hold 0.9; restore", on: &state)
    #expect(state.position == start)
  }

  @Test("a count turns as often, and a digit before 0 is a count")
  func counts() throws {
    var state = try Models.tutor("latch", "go 15; open unit")
    state.press(.character("4"))
    state.press(.character("+"))
    #expect(state.position.changes.map(\.description) == ["clamp lstm2.forget_gate[15] 58 0.219"])
    for key in "10" { state.press(.character(key)) }
    state.press(.left)
    #expect(state.position.timestep == 5 && state.position.changes.count == 1)
  }

  @Test("every gate turns, as far as its curve could put it", arguments: 0..<4)
  func ranges(gate: Int) throws {
    var state = try Models.tutor("latch", "go 15; open unit; order +\(gate)")
    let name = state.position.sum
    let range = try #require(state.position.chosenRecurrent?.quantity(name)?.range)
    for (key, end) in [("+", range.upperBound), ("-", range.lowerBound)] {
      for _ in 0..<45 { state.press(.character(Character(key))) }
      #expect(state.explorer.trace.value(name, layer: 1, unit: 58, timestep: 15) == end)
      #expect(state.isRefused && state.message?.contains("cannot go beyond") == true)
      #expect(state.position.changes.count == 1)
    }
    try Models.run("hold 2", on: &state)
    #expect(state.isRefused)
  }

  @Test("where there is no gate to hold it says so")
  func nothing() throws {
    #expect(try Models.tutor("latch", "open unit; go start; hold +0.05").isRefused)
    #expect(try Models.tutor("latch", "go 15; select dense1; hold 0.5").isRefused)
    #expect(
      try Models.tutor("latch", "go 15; set lstm1.return_sequences false; hold 0.5").isRefused)
  }

  @Test("the old numbers stay beside the new ones, and the answer is there before and after")
  func old() throws {
    for size in Self.sizes {
      let frame = try frame("go 15; open unit; hold 0.9", size)
      let made = try #require(frame.row(beginning: "= c[15]"))
      #expect(frame.line(made).contains("-1.322"))
      #expect(frame.line(made).contains("+0.429"))
      #expect(frame.line(made).contains("╎"))
      let remembered = try #require(frame.row(beginning: "c[14]"))
      #expect(!frame.line(remembered).contains("╎"))
      let written = try #require(frame.row(beginning: "+ i·g"))
      #expect(!frame.line(written).contains("╎"), "it is what it was")
      #expect(frame.row(beginning: "answer 1.000 → 1.000") != nil, "\(frame)")
    }
    let all = try frame("go 15; open unit; clamp lstm2.forget_gate all 0")
    #expect(all.says("set at the end? yes → no"), "\(all)")
    #expect(try frame("go 15; open unit").row(beginning: "answer") == nil)
  }

  @Test("what is held at one timestep is marked at that timestep on the other screens")
  func marks() throws {
    let state = try Models.tutor("latch", "go 15; open unit; hold 0.9; back")
    #expect(state.explorer.isSupposed(layer: 1, unit: 58, quantity: .forgetGate, timestep: 15))
    var later = state
    try Models.run("go 16", on: &later)
    #expect(!later.explorer.isSupposed(layer: 1, unit: 58, quantity: .forgetGate, timestep: 16))
    #expect(later.explorer.changedTimesteps(of: 1) == [15])
    #expect(!later.explorer.isSupposed(layer: 1, unit: 58))
  }
}

@Suite("The ledger stands still")
struct LedgerStandsStillTests {
  @Test(
    "the table has the same rows in every phase", arguments: UnitPictureTests.sizes,
    ["latch", "weather"])
  func tableAtLength(size: Size, model: String) throws {
    var tables: Set<[String]> = []
    for phase in 1...6 {
      let state = try Models.tutor(model, "go 15; open unit; look phase\(phase)")
      let canvas = view(state, size: size)
      let terms = try #require(canvas.parts.first { $0.name?.text == "terms" }?.rect)
      tables.insert(terms.rows.map { String(canvas.line($0).dropFirst().prefix(20)) })
    }
    #expect(tables.count == 1, "\(tables)")
  }
}

@Suite("The picture of any recurrent layer")
struct CellFlowTests {
  @Test("an LSTM has six lanes, and each gate acts where its equation has it")
  func lstm() {
    let flow = CellFlow(LSTM(name: "a", units: 1))
    #expect(flow.lanes.map(\.kind) == [.remembered, .kept, .added, .made, .curved, .shown])
    #expect(flow.nodes.map(\.kind) == [.times, .plus, .branch])
    #expect(
      flow.gauges.map(\.factor) == [
        .now(.forgetGate), .now(.inputGate), .now(.cellCandidate), .now(.outputGate),
      ])
    #expect(flow.gauges.map(\.lane) == [1, 2, 2, 5])
    #expect(flow.makes == [.cellState: 3, .hiddenState: 5])
    #expect(flow.enters == .cellState)
  }

  @Test("a gate and its rest have a gauge each, and a gate of no equation acts on no wire")
  func gated() {
    let flow = CellFlow(GRU(name: "a", units: 1))
    #expect(flow.lanes.map(\.kind) == [.remembered, .kept, .added, .made])
    #expect(flow.nodes.map(\.kind) == [.times, .plus])
    #expect(
      flow.gauges.map(\.factor) == [
        .now(.updateGate), .rest(.updateGate), .now(.candidate), .now(.resetGate),
      ])
    #expect(flow.gauges.last?.lane == nil)
  }

  @Test("a layer without gates has its sum as lanes, and one gauge")
  func simple() {
    let flow = CellFlow(SimpleRNN(name: "a", units: 1))
    #expect(flow.lanes.map(\.kind) == [.inputs, .states, .bias, .sum, .squashed])
    #expect(flow.nodes.isEmpty && flow.gauges.map(\.factor) == [.now(.hiddenState)])
    #expect(flow.makes == [.hiddenState: 4])
  }

  @Test("each is drawn at every size", arguments: UnitPictureTests.sizes)
  func drawn(size: Size) throws {
    func canvas(_ layer: String, _ timestep: String) throws -> Canvas {
      view(
        try Models.small(
          timesteps: 5, features: 3, layers: [layer], "go \(timestep); open unit"), size: size)
    }
    for timestep in ["start", "3"] {
      let before = timestep == "start" ? -1 : 2
      let gated = try canvas("gru: one, units: 4", timestep)
      for text in ["h[\(before)]", "(×)", "(+)", "1−z", "= h[\(before + 1)]"] {
        #expect(gated.says(text), "\(text)\n\(gated)")
      }
      #expect(gated.row(beginning: "× z") != nil && gated.row(beginning: "+ (1 − z)·g") != nil)
      let simple = try canvas("simple_rnn: one, units: 4", timestep)
      #expect(simple.row(beginning: "= z") != nil && !simple.says("(×)"))
      #expect(simple.says("= h[\(before + 1)]"), "\(simple)")
    }
  }
}
