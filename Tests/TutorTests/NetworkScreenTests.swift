import Engine
import Insight
import Screen
import Testing
import Wording

@testable import Tutor

@Suite("NetworkScreen")
struct NetworkScreenTests {
  private func frame(
    _ model: String = "latch", _ commands: String, _ width: Int = 100, _ height: Int = 30
  ) throws -> Canvas {
    view(try Models.tutor(model, commands), size: Size(width: width, height: height))
  }

  @Test("what has not been read is dots, in every row that has numbers")
  func unread() throws {
    let frame = try frame("latch", "go 15")
    for row in ["x symbol", "i input gate", "f forget", "g candidate", "o output", "c cell", "h "] {
      let line = try #require(frame.row(beginning: row))
      for timestep in 16...49 {
        #expect(frame[17 + timestep, line].content == .glyph("·"), "\(row) at \(timestep)")
      }
      #expect(frame[17 + 15, line].content != .glyph("·"))
    }
  }

  @Test("before the first timestep there are no gates, and the states are zero")
  func before() throws {
    let frame = try frame("latch", "go start")
    #expect(frame.line(0).contains("before t 0 of 0–49"))
    #expect(frame.says("from h[-1] = 0 and c[-1] = 0 in every unit"))
    for row in ["c cell state", "h hidden state"] {
      let line = try #require(frame.row(beginning: row))
      #expect(frame.line(line).contains(" 0.00 "), "\(row)")
    }
    let gate = try #require(frame.row(beginning: "f forget gate"))
    #expect(!frame.line(gate).contains("0."))
  }

  @Test("the first timestep reads zeros, and says so")
  func first() throws {
    #expect(try frame("latch", "go 0", 120, 40).says("its own h[-1] = 0 (128) · unit 1"))
    #expect(try frame("latch", "go 1", 120, 40).says("its own h[0] (128) · unit 1"))
  }

  @Test("before the last timestep lstm2 has no output; the answer is that of an end there")
  func emission() throws {
    let waiting = try frame("latch", "go 48")
    #expect(waiting.row(beginning: "answer so far") != nil)
    #expect(waiting.says("none yet"))
    #expect(!waiting.says("set at the end:"))
    let done = try frame("latch", "go 49")
    #expect(done.says("set at the end: 1.00, so yes. The truth: it is set."))
    #expect(done.says("its output is h[49] alone: one vector of 64 numbers"))
  }

  @Test("over the answer so far the Dense layers show what they would make here, and say so")
  func denseEarly() throws {
    let size = Size(width: 120, height: 40)
    let state = try Models.tutor("latch", "go 15")
    let canvas = view(state, size: size)
    for (layer, name) in [(2, "dense1"), (3, "dense2")] {
      let row = canvas.line(try #require(canvas.row(beginning: "\(name) ")))
      #expect(row.contains(", if read at t 15"), "\(row)")
      let outputs = try #require(
        DenseReading(state.trace, layer: layer, timestep: 15)
      ).outputs
      let most = try #require(outputs.max())
      let bars = Array(row.drop { $0 != "0" }.dropFirst(2))
      for unit in 0..<40 {
        let eighths = max(1, Int((outputs[unit] / most * 8).rounded()))
        #expect(bars[unit] == Array(" ▁▂▃▄▅▆▇█")[eighths], "\(name) unit \(unit)")
      }
    }
    #expect(canvas.row(beginning: "answer so far") != nil)
    let start = view(try Models.tutor("latch", "go start"), size: size)
    #expect(start.says("dense1 waits"))
  }

  @Test("units of a Dense layer have an axis of their own, and what is cut is marked")
  func denseUnits() throws {
    for width in [60, 80, 100, 120, 200] {
      let canvas = view(
        try Models.tutor("latch", "go last; select dense1"), size: Size(width: width, height: 40))
      let dense1 = canvas.line(try #require(canvas.row(beginning: "dense1 ")))
      let dense2 = canvas.line(try #require(canvas.row(beginning: "dense2 ")))
      for (row, count, fits) in [(dense1, 128, width >= 200), (dense2, 64, width >= 120)] {
        #expect(row.contains(" unit 0 "), "\(row)")
        #expect(row.contains(fits ? " \(count - 1) at t 49" : " of \(count) at t 49"), "\(row)")
      }
      #expect(dense2.contains("…") == (width < 120), "\(dense2)")
      #expect(canvas.faults == 0)
    }
  }

  @Test("a message that is longer than its room ends with a mark")
  func longMessage() throws {
    for screen in ["network", "layer", "unit", "dense", "contrast", "schedule"] {
      var state = try Models.tutor("latch", "go 15; open \(screen)")
      state.explorer.message = String(repeating: "Nothing of this is left. ", count: 40)
      let canvas = view(state, size: Size(width: 80, height: 24))
      let rows = try #require(canvas.parts.last { $0.name?.text == "sentences" }?.rect.rows)
      let said = rows.map { canvas.line($0) }.filter { $0.contains("Nothing") }
      #expect(said.last?.hasSuffix(" …") == true, "\(screen)\n\(canvas)")
      #expect(said.dropLast().allSatisfy { !$0.contains("…") })
    }
  }

  /// The heights of the bars of a row, in eighths, at the timesteps that have been read.
  private func heights(_ row: String, _ frame: Canvas, timesteps: Int) throws -> [Int] {
    let line = try #require(frame.row(beginning: row))
    return (0..<timesteps).map { timestep in
      if case .bar(let eighths, _) = frame[17 + timestep, line].content { eighths } else { 0 }
    }
  }

  @Test("the truth at each timestep stands over the answer so far, which follows it")
  func truth() throws {
    let frame = try frame("latch", "go 40", 100, 30)
    let truth = try heights("truth", frame, timesteps: 41)
    let set = (0...40).map { (4...14).contains($0) || $0 >= 32 }
    #expect(truth == set.map { $0 ? 8 : 1 })
    let answers = try heights("answer so far", frame, timesteps: 41)
    let state = try Models.tutor("latch", "go 40").explorer
    let computed = try state.trace.answers().values.prefix(41)
    #expect(answers == computed.map { max(1, Int(($0 * 8).rounded())) })
    #expect(zip(answers, truth).filter { abs($0 - $1) > 4 }.count <= 1)
    let line = try #require(frame.row(beginning: "truth"))
    #expect(frame[17 + 41, line].content == .glyph("·"), "what has not been read tells nothing")
  }

  @Test("where nobody knows the truth at each timestep there is no row of it")
  func noTruth() throws {
    #expect(try frame("weather", "go 20", 120, 40).row(beginning: "truth") == nil)
    #expect(try frame("latch", "go 20; put x[3, 2] 0.5", 120, 40).row(beginning: "truth") == nil)
  }

  @Test("both layers have all their rows at 80×24, and one sentence speaks of this timestep")
  func bothLayers() throws {
    let frame = try frame("latch", "go 15", 80, 24)
    for letter in ["i", "f", "g", "o", "c", "h"] {
      let rows = frame.textRows().filter { $0.dropFirst(2).hasPrefix("\(letter) ") }
      #expect(rows.count == 2, "\(letter)")
    }
    #expect(!frame.says("One timestep after another"))
    #expect(frame.says("c[15] = f·c[14] + i·g"))
  }

  @Test("a newcomer's invitation stands at the top, and the observation is read once by itself")
  func welcome() throws {
    var state = try Models.tutor("latch", "go 3")
    state.welcome("New here?", plays: true)
    #expect(state.isPlaying && state.position.timestep == nil)
    #expect(view(state, size: Size(width: 80, height: 24)).line(1).contains("New here?"))
    for _ in 0..<60 { try Models.run("tick", on: &state) }
    #expect(!state.isPlaying && state.position.timestep == 49)
    #expect(view(state, size: Size(width: 80, height: 24)).line(1).contains("New here?"))
    let wasStopped = state.endWelcome()
    #expect(!wasStopped, "it had ended by itself")
    #expect(!view(state, size: Size(width: 80, height: 24)).line(1).contains("New here?"))
    var still = try Models.tutor("latch", "go 3")
    still.welcome("New here?", plays: false)
    #expect(!still.isPlaying && still.position.timestep == 3)
  }

  @Test("the lane of lstm1 fills with every timestep")
  func lane() throws {
    for timestep in [0, 7, 49] {
      let frame = try frame("latch", "go \(timestep)")
      let line = try #require(frame.row(beginning: "outputs"))
      let boxes = (17..<67).map { frame[$0, line].content }
      #expect(boxes.filter { $0 == .glyph("■") }.count == timestep + 1)
      #expect(boxes.filter { $0 == .glyph("□") }.count == 49 - timestep)
      #expect(frame.line(line).contains("\(timestep + 1) of 50"))
    }
  }

  @Test("lstm1 without sequences: Keras's words, what they mean, the way back, and no output")
  func failure() throws {
    let frame = try frame("latch", "go 15; select lstm1; toggle return_sequences")
    #expect(
      frame.says(
        "Input 0 with name 'None' of layer 'lstm2' is incompatible with the layer: "
          + "expected ndim=3, found ndim=2. Full shape received: (None, 128)"))
    #expect(frame.says("Press r: lstm1 returns sequences again."))
    #expect(frame.says("no output: the network cannot be built"))
    let elsewhere = try self.frame(
      "latch", "select lstm1; toggle return_sequences; select +1")
    #expect(elsewhere.says("To go back, choose lstm1 with ↑ ↓ and press r."))
  }

  @Test("why a layer of a PyTorch model cannot be built is not said in Keras's words")
  func failureOfTorch() throws {
    let file = Models.root.appending(path: "Tests/ModelFilesTests/Fixtures/PyTorch/lstm.pth")
    var state = try State(try Models.library.load(file.path()), kernels: .portable)
    try Models.run("go 3; select rnn_l0; toggle return_sequences", on: &state)
    let frame = view(state, size: Size(width: 120, height: 40))
    #expect(frame.says("rnn_l1 ✗ cannot be built."))
    #expect(
      frame.says(
        "rnn_l1 reads a sequence, (batch, timesteps, features). With return_sequences=False rnn_l0 "
          + "outputs h[19] alone, (batch, 5): there is no timestep axis."))
    #expect(frame.says("Press r: rnn_l0 returns sequences again."))
    for screen in ["network", "contrast", "schedule", "shapes; select rnn_l1", "unit"] {
      try Models.run("open \(screen)", on: &state)
      let texts =
        [PlainText(state).text]
        + view(state, size: Size(width: 200, height: 60)).textRows()
      #expect(!texts.contains { $0.contains("incompatible") || $0.contains("Keras says") })
    }
  }

  @Test("a vector is called one-hot only where it is, and a marked letter says what makes it one")
  func vectors() throws {
    let copy = try frame("copy", "go 0", 80, 24)
    #expect(copy.says("symbol B: B and mark") && !copy.says("one-hot"))
    #expect(try frame("copy", "go 1", 80, 24).says(", one-hot"))
    let parity = try frame("parity", "go 0", 80, 24)
    #expect(!parity.says("one-hot") && parity.row(beginning: "x bit") != nil)
    #expect(parity.says("so the Dense layer is applied at each of the 10"))
  }

  @Test("before the first observation there is none, and it is said")
  func beforeTheFirst() throws {
    let state = try Models.tutor("brackets", "observation 0; observation -1")
    #expect(state.message == "sequence 0 is the first; there is none before it")
    #expect(state.position.observation == 0)
  }

  @Test("lstm2 with sequences: shapes, lane, output row and sentence speak of fifty answers")
  func sequences() throws {
    let frame = try frame("latch", "go 49; toggle return_sequences", 120, 40)
    #expect(
      frame.line(1).contains("lstm2 (50,64) ▸ dense1 (50,128) ▸ dense2 (50,64) ▸ output (50,1)"))
    #expect(frame.says("applied at each of the 50, with the same weights: the output is (50, 1)"))
    // The row draws the bit: set from t 4, cleared at t 15, set again at t 32.
    let line = try #require(frame.row(beginning: "output "))
    #expect(frame.row(beginning: "answer so far") == nil)
    let levels = (0..<50).map { timestep in
      if case .bar(let eighths, false) = frame[17 + timestep, line].content { eighths } else { 0 }
    }
    #expect(levels[4...14].allSatisfy { $0 == 8 })
    #expect(levels[15...31].allSatisfy { $0 == 1 })
    #expect(levels[32...].allSatisfy { $0 == 8 })
  }

  @Test("the arithmetic in the sentence is that of the trace")
  func arithmetic() throws {
    #expect(
      try frame("latch", "go 15").says(
        "Unit 58: c[15] = f·c[14] + i·g = 0.019·(-1.987) + 0.584·0.798 = 0.429"))
  }

  @Test("the weather shows the day with its units, and what the day after was")
  func weather() throws {
    let frame = try frame("weather", "go 12")
    #expect(frame.line(0).contains("Mon 27 Apr 2015 · t 12 of 0–49"))
    #expect(
      frame.says("precipitation 0.0 mm temp_max 23.9 °C temp_min 11.1 °C wind 1.9 m/s fog")
        || frame.says("fog"))
    #expect(
      try self.frame("weather", "go last").says(
        "rain tomorrow: 0.24, so no. The truth: it stayed dry."))
  }

  @Test("the letters keep their colours on both layers")
  func letters() throws {
    let frame = try frame("latch", "go 3", 80, 24)
    var found = 0
    for (row, line) in frame.textRows().enumerated() {
      for quantity in LSTM.quantityNames
      where line.dropFirst(2).hasPrefix("\(quantity.letter) \(quantity.words)") {
        #expect(frame[2, row].style.ink == quantity.ink)
        found += 1
      }
    }
    #expect(found == 12, "six rows in each of two layers")
  }

  private static let states = Result {
    try [
      Models.tutor("latch", "go 15"), Models.tutor("latch", "go last; toggle return_sequences"),
      Models.tutor("latch", "select lstm1; toggle return_sequences"),
      Models.tutor("weather", "go last; look units"),
    ]
  }

  @Test(
    "every size from the smallest on shows title, layers, output and footer, and cuts no row",
    arguments: [60, 66, 73, 79, 80, 91, 92, 99, 100, 133, 250])
  func sizesAtLength(width: Int) throws {
    let states = try Self.states.get()
    for height in [18, 19, 20, 21, 22, 23, 24, 25, 29, 40, 80] {
      for state in states {
        let rows = view(state, size: Size(width: width, height: height)).textRows()
        func hasRow(beginning text: String) -> Bool {
          rows.contains { $0.drop { $0 == " " || $0 == "▌" }.hasPrefix(text) }
        }
        #expect(rows[0].hasPrefix(" Unroll "))
        #expect(rows[height - 1].contains("q quit"))
        #expect(hasRow(beginning: "lstm1") && hasRow(beginning: "lstm2"))
        #expect(hasRow(beginning: "output") || hasRow(beginning: "y"))
      }
    }
  }

  @Test("the scale of the answer so far holds every answer of its row, not the last alone")
  func answerScale() throws {
    var larger = 0
    for observation in 0..<10 {
      let state = try Models.small(
        timesteps: 12, features: 2, layers: ["lstm: a, units: 3", "dense: out, units: 1"],
        "observation \(observation); go last")
      let answers = try #require(state.moment.answers?.values)
      let most = try #require(answers.map(\.magnitude).max())
      #expect(state.explorer.outputScale == .symmetric(most))
      if answers[11].magnitude < most { larger += 1 }
    }
    #expect(larger > 0)
    // What was before a what-if stands in the same row.
    let erased = try Models.small(
      timesteps: 12, features: 2, layers: ["lstm: a, units: 3", "dense: out, units: 1"],
      "go last; put out.kernel[0, 0] 0; put out.kernel[1, 0] 0; put out.kernel[2, 0] 0")
    let before = try #require(erased.moment.before?.answers?.values)
    #expect(erased.explorer.outputScale == .symmetric(before.map(\.magnitude).max() ?? 0))
  }

  @Test("at the end a number without words stands in a sentence of its layer")
  func bareAnswer() throws {
    let layers = ["lstm: a, units: 3", "dense: out, units: 1"]
    let state = try Models.small(timesteps: 6, features: 2, layers: layers, "go last")
    let number = decimal(try #require(state.trace.end.first), signed: true)
    let frame = view(state, size: Size(width: 80, height: 24))
    #expect(frame.says("out outputs \(number)."))
    #expect(!frame.textRows().contains(" \(number)"))
    let several = try Models.small(
      timesteps: 6, features: 2, layers: ["lstm: a, units: 3", "dense: out, units: 3"], "go last")
    #expect(view(several, size: Size(width: 80, height: 24)).says("; largest: unit"))
    #expect(view(several, size: Size(width: 80, height: 24)).says("out outputs "))
  }

  @Test("features without a row are counted behind the last that has one, and nothing parts them")
  func moreFeatures() throws {
    let state = try Models.small(
      timesteps: 50, features: 10, layers: ["lstm: a, units: 4", "lstm: b, units: 4"], "go 3")
    let small = view(state, size: Size(width: 80, height: 24)).textRows()
    #expect(small.contains { $0.hasPrefix(" x feature 0 …9") }, "\(small.joined(separator: "\n"))")
    var cut = 0
    for (width, height) in [80, 120].flatMap({ width in (24...40).map { (width, $0) } }) {
      let rows = view(state, size: Size(width: width, height: height)).textRows()
      let features = rows.indices.filter { rows[$0].contains(#/^ (x|  ) ?feature [0-9]/#) }
      let (first, last) = (try #require(features.first), try #require(features.last))
      #expect(features == Array(first...last))
      let hidden = 10 - features.count
      #expect(!rows[first..<last].contains { $0.contains("more feature") })
      guard hidden > 0 else { continue }
      cut += 1
      #expect(rows[last].contains(width > 100 ? "… \(hidden) more feature" : "…\(hidden)"))
    }
    #expect(cut > 2)
  }

  @Test("large numbers and their scales stand apart and are not cut")
  func large() throws {
    let state = try Models.small(
      timesteps: 50, features: 1,
      layers: ["lstm: a, units: 2, activation: linear", "dense: out, units: 1"],
      "put x[0, 0] 90000; go 1")
    for size in [Size(width: 80, height: 24), Size(width: 120, height: 40)] {
      let rows = view(state, size: size).textRows()
      #expect(rows.contains { $0.contains("±9.0e4") || $0.contains("±9e4") })
      for row in rows {
        #expect(row.firstMatch(of: #/[^ (]±/#) == nil, "\(row)")
        #expect(row.firstMatch(of: #/[0-9]\. [^A-Z]/#) == nil, "\(row)")
        #expect(!row.contains("+…") && !row.contains("-…"), "\(row)")
      }
    }
    // The numbers of a gauge's ends, which are round.
    var unit = state
    try Models.run("go 0; open unit", on: &unit)
    let picture = view(unit, size: Size(width: 160, height: 45)).textRows()
    #expect(picture.contains { $0.firstMatch(of: #/\+[0-9]e[0-9] /#) != nil })
    #expect(!picture.contains { $0.contains("+…") })
  }

  @Test("a factor is not written as 0 where its product is more")
  func factors() throws {
    let state = try Models.small(
      timesteps: 2, features: 1,
      layers: ["lstm: a, units: 1, activation: linear", "dense: out, units: 1"],
      "put a.kernel[0, 0] -1; put a.kernel[0, 2] 1; put x[0, 0] 10; go 0")
    #expect(view(state, size: Size(width: 120, height: 40)).says("0.000·10.000 = 0.000"))
    var larger = state
    try Models.run("put a.kernel[0, 2] 20", on: &larger)
    #expect(view(larger, size: Size(width: 120, height: 40)).says("4.5e-5·200.000 = 0.009"))
  }

  @Test("a terminal that is too small says what it has and what is needed")
  func small() throws {
    for size in [Size(width: 59, height: 18), Size(width: 60, height: 17)] {
      let frame = view(try Models.tutor(), size: size)
      #expect(frame.says("Unroll needs 60×18; this window is \(size)."))
      #expect(frame.says("press q"))
    }
    #expect(view(try Models.tutor(), size: Size(width: 0, height: 0)).size.width == 0)
    #expect(view(try Models.tutor(), size: Size(width: 5, height: 3)).size.height == 3)
  }
}
