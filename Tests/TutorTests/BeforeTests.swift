import Engine
import Insight
import Phrases
import Screen
import Testing
import Vocabulary

@testable import Tutor

/// What was before the last what-if: the state just before the command that made it.
@Suite("What was before")
struct BeforeTests {
  /// c of unit 58 of lstm2 over the sequence, of the run before; nil where nothing is supposed.
  private func before(_ state: State) -> [Float]? { state.moment.before.map { cell($0.trace) } }
  private func cell(_ trace: Trace) -> [Float] {
    trace.series(.cellState, layer: 1, unit: 58, timesteps: 0..<50)
  }

  private let first = "clamp lstm2.forget_gate[15] 58 0.9"
  private let second = "clamp lstm2.input_gate[20] 58 0.1"

  @Test("it is the state just before the command, and not the first run")
  func command() throws {
    var state = try Models.tutor("latch", "go 30")
    let start = cell(state.trace)
    #expect(before(state) == nil)
    try Models.run(first, on: &state)
    #expect(before(state) == start)
    let middle = cell(state.trace)
    try #require(middle != start)
    try Models.run(second, on: &state)
    #expect(before(state) == middle)
    // The same gate at another value takes the place of the what-if, and the old value is before.
    let end = cell(state.trace)
    try Models.run("clamp lstm2.input_gate[20] 58 0.4", on: &state)
    #expect(before(state) == end)
    // A what-if that is said again changes nothing.
    try Models.run("clamp lstm2.input_gate[20] 58 0.4", on: &state)
    #expect(before(state) == end)
  }

  @Test("the turns of one knob that follow one another are one command")
  func knob() throws {
    var state = try Models.tutor("latch", "go 15; open unit")
    let start = cell(state.trace)
    try Models.run("hold +0.05; hold +0.05; hold -0.05; hold 0.6", on: &state)
    #expect(before(state) == start)
    let held = cell(state.trace)
    try Models.run("go 20; hold +0.05; hold +0.05", on: &state)
    #expect(before(state) == held)
    // Let go, the gate is what it was; what it did while it was held is before.
    let both = cell(state.trace)
    try Models.run("hold off", on: &state)
    #expect(cell(state.trace) == held && before(state) == both)
    try Models.run("go 15; hold off", on: &state)
    #expect(cell(state.trace) == start && before(state) == nil)
  }

  @Test("undo, redo and a place that was kept have what was before them")
  func travelling() throws {
    var state = try Models.tutor("latch", "go 30; \(first)")
    let one = (cell(state.trace), before(state))
    try Models.run("mark here; \(second)", on: &state)
    let two = (cell(state.trace), before(state))
    try Models.run("undo", on: &state)
    #expect(cell(state.trace) == one.0 && before(state) == one.1)
    try Models.run("redo", on: &state)
    #expect(cell(state.trace) == two.0 && before(state) == two.1)
    try Models.run("to here", on: &state)
    #expect(cell(state.trace) == one.0 && before(state) == one.1)
    try Models.run("restore", on: &state)
    #expect(before(state) == nil)
  }

  @Test("another observation and another flag are read by both runs")
  func both() throws {
    var state = try Models.tutor("latch", "go 30; \(first); \(second); observation 5")
    let expected = try Models.tutor("latch", "observation 5; go 30; \(first)")
    #expect(before(state) == cell(expected.trace))
    try Models.run("set lstm2.return_sequences true", on: &state)
    #expect(state.moment.before?.trace.output(4)?.shape == state.trace.output(4)?.shape)
  }

  @Test("a what-if of before that does not fit the observation any more is left out")
  func unfitting() throws {
    var state = try Models.tutor("latch", "go 30; swap 1 2; put lstm2.bias 0; observation 5")
    #expect(before(state) != nil)
    try Models.run("undo; undo; undo", on: &state)
    #expect(before(state) == nil)
  }

  // MARK: - In a row

  @Test("a bar's old end is dashed, beyond the bar and on it, up and down")
  func tall() {
    func column(_ now: Float, _ old: Float, _ scale: ValueScale) -> [Cell] {
      (0..<4).map { Bar.cell(now, before: old, scale: scale, line: $0, height: 4) }
    }
    func marks(_ cells: [Cell]) -> [Int] {
      cells.indices.filter { cells[$0].content == .glyph("╌") }
    }
    #expect(marks(column(0.1, 0.9, .unit)) == [0])
    #expect(marks(column(1, 0.3, .unit)) == [2])
    #expect(column(1, 0.3, .unit)[2].style.reversed)
    #expect(!column(0.1, 0.9, .unit)[0].style.reversed)
    #expect(marks(column(0.1, 1, .symmetric(1))) == [0])
    #expect(marks(column(0.1, -1, .symmetric(1))) == [3])
    #expect(marks(column(-1, 0.4, .symmetric(1))) == [1])
    // What was nothing has no end, and what has hardly moved none of its own.
    #expect(marks(column(1, 0, .symmetric(1))) == [])
    #expect(column(0.5, 0.52, .unit) == column(0.5, 0.5, .unit))
    #expect(column(.nan, 0.5, .unit) == column(.nan, .nan, .unit))
  }

  @Test("in a row of one line a bar that is gone leaves its mark, and one that moved is underlined")
  func narrow() {
    for scale in [ValueScale.unit, .symmetric(1)] {
      #expect(Bar.cell(0, before: 0.9, scale: scale).content == .glyph("╎"))
      let moved = Bar.cell(0.9, before: 0.5, scale: scale)
      #expect(moved.style.underlined && moved.content == Bar.cell(0.9, scale: scale).content)
      #expect(Bar.cell(0.9, before: 0.85, scale: scale) == Bar.cell(0.9, scale: scale))
    }
    #expect(Bar.cell(-0.9, before: 0.9, scale: .symmetric(1)).style.underlined)
  }

  @Test("the marks have looks of their own in ASCII")
  func ascii() {
    #expect(Glyphs.ascii("╌") == "~" && Glyphs.ascii("╎") == "~")
    // Half a cell, the line of zero and what was before stand in one row.
    #expect(Set("▌▐╎│█".unicodeScalars.map(Glyphs.ascii)).count == 5)
    let zero = Glyphs.onTerminal(Bar.cell(0, scale: .symmetric(1)), ascii: true).scalar
    #expect(zero == "-")
  }

  // MARK: - On the screens

  private func rows(_ name: String, in canvas: Canvas) throws -> String {
    let part = try #require(canvas.parts.first { $0.name?.text == name }?.rect, "\(canvas)")
    return canvas.textRows()[part.rows].joined(separator: "\n")
  }

  @Test(
    "the old value stands behind the new one in its lane",
    arguments: [
      ("network", "lstm2.cell_state"), ("contrast", "lstm2.hidden_state"), ("unit", "chart"),
    ])
  func lanes(screen: String, part: String) throws {
    // Where rows have several lines.
    let size = Size(width: 120, height: 60)
    var state = try Models.tutor("latch", "go 49; unit 58; open \(screen)")
    if screen == "unit" { try Models.run("look phase4", on: &state) }
    #expect(!(try rows(part, in: view(state, size: size)).contains("╌")))
    try Models.run("clamp lstm2.forget_gate 58 0.3", on: &state)
    #expect(try rows(part, in: view(state, size: size)).contains("╌"))
    try Models.run("undo", on: &state)
    #expect(!(try rows(part, in: view(state, size: size)).contains("╌")))
  }

  @Test("the answer if read here has what it was, and in words where there is room")
  func answer() throws {
    var state = try Models.tutor("latch", "clamp lstm2.forget_gate all 0")
    let all = try #require(state.moment.answers?.values)
    let allBefore = try #require(state.moment.before?.answers?.values)
    // Not the last timestep, whose answer is the output.
    let timestep = try #require(
      (0..<49).first { (all[$0] - allBefore[$0]).magnitude > 0.9 }, "what it changes")
    _ = state.update(.go(.at(timestep)))
    let (now, old) = (all[timestep], allBefore[timestep])
    let canvas = view(state, size: Size(width: 120, height: 40))
    let row = try rows("answer", in: canvas)
    #expect(row.contains("╎"))
    #expect(row.contains("\(Phrase(old)) → \(Phrase(now))"), "\(row)")
  }

  @Test("a changed symbol is underlined, and what it was stands beside it")
  func symbol() throws {
    let state = try Models.tutor("latch", "go 15; swap 15 16")
    for screen in ["network", "schedule", "contrast"] {
      var shown = state
      try Models.run(
        "open \(screen)" + (screen == "schedule" ? "; look layers; go 16" : ""), on: &shown)
      let canvas = view(shown, size: Size(width: 120, height: 40))
      let part = try #require(canvas.parts.first { $0.name?.text == "x" })
      let timeline = try #require(part.timeline)
      let column = try #require(timeline.column(of: 15))
      let cells = (column..<column + timeline.each).map { canvas[$0, part.rect.row] }
      #expect(cells.contains { $0.style.underlined }, "\(screen)\n\(canvas)")
      // The contrast gives its room to the timesteps.
      #expect(
        try rows("x", in: canvas).contains(", was ") == (screen != "contrast"),
        "\(screen)\n\(canvas)")
    }
  }

  @Test("a symbol that the last what-if left alone is not marked; one changed twice was the first")
  func symbolOfEarlier() throws {
    let size = Size(width: 120, height: 40)
    func row(_ commands: String) throws -> String {
      try rows("x", in: view(try Models.tutor("latch", "go 15; \(commands)"), size: size))
    }
    #expect(try row("swap 15 16").contains("5, was 3"))
    #expect(!(try row("swap 15 16; clamp lstm2.forget_gate 58 1").contains(", was ")))
    // 5 stood there just before; the data have a 3.
    #expect(try row("swap 15 16; swap 15 2").contains("6, was 5"))
    // Between the two commands it is no symbol; the data have a 3.
    #expect(try row("put x[15, 3] 0; put x[15, 7] 1").contains("7, was 3"))
  }
}
