import Engine
import Insight
import Kernels
import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("The Dense screen")
struct DenseScreenTests {
  static let sizes = [
    Size(width: 60, height: 18), Size(width: 80, height: 24), Size(width: 120, height: 40),
    Size(width: 160, height: 50), Size(width: 200, height: 60),
  ]
  private static let middle = Size(width: 80, height: 24)

  private func state(_ commands: String, model: String = "latch") throws -> State {
    try Models.tutor(model, commands)
  }

  private func frame(_ commands: String, _ size: Size = middle, model: String = "latch") throws
    -> Canvas
  {
    view(try state(commands, model: model), size: size)
  }

  /// Presses keys one after another.
  private func press(_ keys: Key..., on state: inout State) {
    for key in keys { state.press(key) }
  }

  // MARK: Keys

  @Test("⏎ on a Dense layer opens it, and esc comes back to it", arguments: ["dense1", "output"])
  func opening(layer: String) throws {
    var state = try state("go last; select \(layer)")
    state.press(.enter)
    #expect(state.position.screen == .dense && state.selectedName == layer && !state.isRefused)
    state.press(.escape)
    #expect(state.position.screen == .network && state.selectedName == layer)
  }

  @Test("⏎ on the largest term leads down to the unit of the LSTM, and esc all the way back")
  func descending() throws {
    var state = try state("go last; select output")
    state.press(.enter)
    let bottom = state
    state.press(.enter)
    #expect(state.selectedName == "dense2" && state.position.units[3] == 57)
    press(.down, .down, on: &state)
    let chosen = try #require(state.position.term)
    state.press(.enter)
    #expect(state.selectedName == "dense1" && state.position.units[2] == chosen)
    state.press(.enter)
    #expect(state.selectedName == "lstm2" && state.position.screen == .unit)
    #expect(state.position.timestep == 49)
    let sum = try #require(
      DenseReading(state.trace, layer: 2, timestep: 49)?.sum(of: chosen))
    #expect(state.position.units[1] == sum.order[0])
    state.press(.escape)
    #expect(state.selectedName == "dense1" && state.position.screen == .dense)
    state.press(.escape)
    #expect(state.selectedName == "dense2" && state.position.term == chosen)
    state.press(.escape)
    #expect(state.position.layer == bottom.position.layer && state.position.screen == .dense)
    state.press(.escape)
    #expect(state.position.screen == .network && state.selectedName == "output")
  }

  @Test("another screen in between is closed first")
  func between() throws {
    var state = try state("go last; select dense1; enter; enter")
    #expect(state.position.screen == .unit)
    press(.character("S"), .escape, on: &state)
    #expect(state.position.screen == .unit)
    state.press(.escape)
    #expect(state.position.screen == .dense && state.selectedName == "dense1")
  }

  @Test("a term of the input leads to the feature on the network screen")
  func input() throws {
    var state = try Models.small(
      timesteps: 4, features: 3, layers: ["dense: a, units: 2", "lstm: b, units: 2"],
      "go 2; open dense; term 1; enter")
    #expect(state.position.screen == .network && state.position.layer == .input)
    #expect(state.position.feature == 1)
    state.press(.escape)
    #expect(state.position.screen == .dense && state.selectedName == "a")
  }

  @Test("↑ and ↓ go from term to term by size, a count goes further, the ends hold")
  func terms() throws {
    var state = try state("go last; open dense")
    let order = try #require(DenseReading(state.trace, layer: 4, timestep: 49)).sum(of: 0).order
    state.press(.down)
    #expect(state.position.term == order[1])
    press(.character("9"), .character("j"), on: &state)
    #expect(state.position.term == order[10])
    state.press(.up)
    #expect(state.position.term == order[9])
    try Models.run("term +1000", on: &state)
    #expect(state.position.term == order.last)
    try Models.run("term 64", on: &state)
    #expect(state.message == "dense2 has the units 0 to 63; there is no 64")
  }

  @Test("every term is in sight once it is chosen", arguments: sizes)
  func inSightAtLength(size: Size) throws {
    var state = try state("go last; open dense; select dense2")
    for _ in 0..<70 {
      let term = try #require(state.explorer.chosenTerm)
      let rows = view(state, size: size).textRows()
      let chosen = rows.contains { $0.hasPrefix("▌") && $0.contains("\(term)") }
      #expect(chosen, "term \(term) at \(size)")
      press(.down, .down, on: &state)
    }
  }

  @Test("comma and point choose the unit, whose largest term is chosen anew")
  func units() throws {
    var state = try state("go last; open dense; select dense2; term 3")
    state.press(.character("."))
    #expect(state.position.units[3] == 1 && state.position.term == nil)
    press(.character(","), .character(","), on: &state)
    #expect(state.position.units[3] == 63)
  }

  @Test("only Dense layers can be chosen on it")
  func choosing() throws {
    var state = try state("go last; open dense; select lstm2")
    #expect(state.message == "lstm2 is not a Dense layer; this screen shows only Dense layers")
    try Models.run("select -1", on: &state)
    #expect(state.selectedName == "dense2")
    try Models.run("select -5", on: &state)
    #expect(state.selectedName == "dense1")
  }

  @Test("a network without Dense layers, and one in which none can be built, say so")
  func none() throws {
    let without = try Models.small(
      timesteps: 3, features: 2, layers: ["lstm: a, units: 2"], "open dense")
    #expect(without.message == "this network has no Dense layer to show")
    let unbuilt = try state("set lstm1.return_sequences false; open dense")
    #expect(unbuilt.message?.hasPrefix("no Dense layer can be built") == true)
    let chosen = try state("set lstm1.return_sequences false; select dense1; enter")
    #expect(chosen.message?.hasPrefix("dense1 cannot be built") == true)
    let open = try state("open dense; set lstm1.return_sequences false")
    #expect(view(open, size: Self.middle).faults == 0)
  }

  @Test("before the first timestep there are dots and no figures, and ⏎ says why")
  func start() throws {
    var state = try state("open dense; go start")
    let frame = view(state, size: Self.middle)
    #expect(frame.faults == 0 && frame.says("·") && !frame.says("+2.971"))
    state.press(.enter)
    #expect(state.message == "nothing has been read, so no sum has terms; → reads x[0]")
  }

  // MARK: Numbers

  @Test("the sum of the answer is the one that its steps make", arguments: sizes)
  func answer(size: Size) throws {
    let frame = try frame("go last; open dense", size)
    #expect(frame.says("+2.971") || frame.says("+2.972"), "\(frame)")
    for text in ["+2.369", "+12.864", "0.999997", "set at the end?", "yes", "0.5"] {
      #expect(frame.says(text), "\(text)\n\(frame)")
    }
  }

  @Test(
    "what is printed as so far ends at what is printed as the sum", arguments: sizes.dropFirst())
  func soFar(size: Size) throws {
    for commands in [
      "go last; open dense", "go last; open dense; select dense1",
      "go 15; open dense; select dense2",
      "go last; open dense; select dense1; term 9",
    ] {
      let state = try state(commands)
      guard case .layer(let layer) = state.position.layer, let timestep = state.position.timestep,
        let reading = DenseReading(state.trace, layer: layer, timestep: timestep)
      else {
        Issue.record("\(commands)")
        continue
      }
      let sum = reading.sum(of: state.position.units[layer])
      let total = PrintedSum.text(sum.total)
      let frame = view(state, size: size)
      let rows = frame.textRows()
      let row = try #require(rows.firstIndex { $0.hasPrefix(" sum z") }, "\(frame)")
      #expect(rows[row].contains(total), "\(frame)")
      let above = try #require(rows[..<row].last { $0.contains { $0.isNumber } })
      #expect(above.contains(total), "\(commands)\n\(frame)")
    }
  }

  @Test("the curve of the double precision sum is the output of the network")
  func outputs() throws {
    let state = try state("go last")
    for layer in 2...4 {
      let reading = try #require(DenseReading(state.trace, layer: layer, timestep: 49))
      for unit in 0..<reading.settings.units {
        let sum = reading.sum(of: unit)
        #expect(sum.total == reading.sums[unit])
        let output = DenseCurve(reading, unit: unit).value(at: sum.total)
        #expect((output - Double(reading.outputs[unit])).magnitude < 1e-5)
      }
    }
  }

  @Test("softmax is the curve of its sum with the other sums as they are")
  func softmax() throws {
    let state = try Models.small(
      timesteps: 3, features: 2,
      layers: ["lstm: a, units: 3", "dense: b, units: 4, activation: softmax"],
      "go last; open dense")
    let reading = try #require(DenseReading(state.trace, layer: 1, timestep: 2))
    for unit in 0..<4 {
      let output = DenseCurve(reading, unit: unit).value(at: reading.sums[unit])
      #expect((output - Double(reading.outputs[unit])).magnitude < 1e-6)
    }
    #expect(view(state, size: Size(width: 120, height: 40)).says("shares that make 1"))
  }

  @Test("before the end the numbers are those of the answer if the sequence ended here, and say so")
  func early() throws {
    let state = try state("go 15; open dense")
    let answers = try #require(state.moment.answers)
    let reading = try #require(DenseReading(state.trace, layer: 4, timestep: 15))
    #expect(reading.outputs == [answers.values[15]] && reading.awaited == 1)
    let frame = view(state, size: Self.middle)
    #expect(frame.says("if the sequence ended here") && frame.says("if read here"))
    let end = try #require(DenseReading(state.trace, layer: 4, timestep: 49))
    #expect(end.outputs == [answers.values[49]] && end.awaited == nil)
  }

  @Test("behind a sequence it reads the open timestep")
  func sequence() throws {
    let state = try state("set lstm2.return_sequences true; go 20; open dense; select dense1")
    let reading = try #require(DenseReading(state.trace, layer: 2, timestep: 20))
    let hidden = state.trace.values(.hiddenState, layer: 1, timestep: 20)
    #expect(reading.inputs == hidden && reading.awaited == nil)
    #expect(!view(state, size: Self.middle).says("if read here"))
  }

  // MARK: What-ifs

  @Test("what the sum was before a what-if stays on its axis and on its gauge")
  func before() throws {
    let commands = "go last; open dense; put output.kernel[57, 0] -1"
    for size in Self.sizes {
      let frame = try frame(commands, size)
      #expect(frame.faults == 0 && frame.says("╎"), "\(frame)")
    }
    let wide = try frame(commands, Size(width: 120, height: 40))
    #expect(wide.says("+12.864") && wide.says("before") && wide.says("before: 0.999997"))
    #expect(!(try frame("go last; open dense")).says("╎"))
  }

  @Test("x begins a what-if with the weight of the chosen term, e and y say it")
  func cursor() throws {
    var state = try state("go last; open dense")
    state.press(.character("x"))
    #expect(state.prompt?.text == "put output.kernel[57, 0] ")
    state.press(.escape)
    state.press(.character("e"))
    #expect(state.message?.contains("5.779 × +0.514 = +2.971") == true)
    #expect(state.addressUnderCursor == Quantity(layer: "dense2", .output, [57]))
    #expect(
      try self.state("go last; open dense; select dense1").addressUnderCursor.description
        .hasPrefix("lstm2.hidden_state[49, "))
  }

  // MARK: Drawing

  @Test("each step begins where the one above it ends")
  func waterfall() throws {
    let state = try state("go last; open dense")
    guard case .layer(let layer) = state.position.layer,
      let settings = state.plan.layers[layer].layer.settings as? Dense
    else { return }
    let screen = DenseScreen(
      state.explorer, size: Size(width: 120, height: 40), layer: layer, settings: settings)
    let frame = view(state, size: screen.size)
    let rows = frame.textRows().filter { $0.contains("dense2 unit") && $0.contains("×  +") }
    #expect(rows.count >= 10)
    var end: Int?
    for row in rows {
      let cells = Array(row)
      let filled = screen.axis.columns.filter { "█▌▐".contains(cells[$0]) }
      let first = try #require(filled.first)
      if let end { #expect((first - end).magnitude <= 1, "\(frame)") }
      end = filled.last
    }
  }

  @Test("the point lies under the end of the sum, on the curve")
  func point() throws {
    for size in Self.sizes {
      let state = try state("go 15; open dense")
      let frame = view(state, size: size)
      let rows = frame.textRows().map(Array.init)
      let total = try #require(rows.firstIndex { String($0).hasPrefix(" sum z") })
      let row = try #require(rows.firstIndex { $0.contains("●") })
      let column = try #require(rows[row].firstIndex(of: "●"))
      let ends = rows[total].indices.filter { "█▌▐".contains(rows[total][$0]) && $0 > 20 }
      #expect(row > total)
      let isUnder = ends.contains { ($0 - column).magnitude <= 1 }
      #expect(isUnder, "\(frame)")
    }
  }

  @Test("a click on a unit shows it, on a term chooses it, on a layer opens that one")
  func clicks() throws {
    let state = try state("go last; open dense; select dense2")
    let frame = view(state, size: Self.middle)
    func click(_ column: Int, _ row: Int) -> Command? {
      frame.command(for: Mouse(column: column, row: row, .click))
    }
    let rows = frame.textRows()
    let units = try #require(rows.firstIndex { $0.hasPrefix(" outputs y") })
    #expect(click(11 + 5, units) == .unit(.named(5)))
    let term = try #require(rows.firstIndex { $0.hasPrefix("▌") })
    #expect(click(2, term) == state.explorer.chosenTerm.map { .term(.named($0)) })
    let layers = Array(rows[1])
    let text = String(layers)
    let place = try #require(text.range(of: "dense1"))
    #expect(
      click(text.distance(from: text.startIndex, to: place.lowerBound), 1)
        == .select(.named("dense1")))
    let large = view(state, size: Size(width: 200, height: 60))
    let values = try #require(large.textRows().firstIndex { $0.hasPrefix(" × weight") })
    #expect(
      large.command(for: Mouse(column: 14 + 1, row: values, .click)) == .term(.named(0))
        || large.command(for: Mouse(column: 14 + 1, row: values, .click)) == .term(.named(1)))
  }

  @Test(
    "layers of any width and activation are drawn whole",
    arguments: [1, 2, 7, 200, 4096], ["linear", "relu", "sigmoid", "tanh", "softmax", "softsign"])
  func any(units: Int, activation: String) throws {
    let state = try Models.small(
      timesteps: 3, features: 2,
      layers: ["lstm: a, units: 3", "dense: b, units: \(units), activation: \(activation)"],
      "go last; open dense; unit \(units - 1)")
    for size in Self.sizes {
      let frame = view(state, size: size)
      #expect(frame.faults == 0, "\(frame.firstFault ?? "")\n\(frame)")
      #expect(frame.says("●"))
    }
  }

  @Test("numbers that are none are said, and nothing falls over")
  func notFinite() throws {
    for weight in ["1e30", "-1e38"] {
      let state = try state(
        "go last; put output.kernel[50, 0] \(weight); put dense2.bias[2] 1e30; open dense")
      for size in Self.sizes {
        let frame = view(state, size: size)
        #expect(frame.faults == 0, "\(frame.firstFault ?? "")\n\(frame)")
      }
    }
  }

  @Test("before the end y keeps what the term would read here, and says so; a state needs no if")
  func copyingEarly() throws {
    func copied(_ commands: String) throws -> [Effect] {
      var state = try state(commands)
      let effects = state.update(.copy)
      #expect(!state.isRefused && state.message?.hasPrefix("copied ") == true)
      return effects
    }
    let reading = try #require(
      DenseReading(try state("go 15").trace, layer: 3, timestep: 15))
    let text = "dense1.output[7] = \(reading.inputs[7]) if the sequence ended at t 15"
    #expect(try copied("go 15; open dense; select dense2; term 7") == [.copy(text)])
    let end = try #require(DenseReading(try state("go last").trace, layer: 3, timestep: 49))
    #expect(
      try copied("go last; open dense; select dense2; term 7")
        == [.copy("dense1.output[7] = \(end.inputs[7])")])
    let hidden = try #require(
      DenseReading(try state("go 15").trace, layer: 2, timestep: 15)
    ).inputs[7]
    #expect(
      try copied("go 15; open dense; select dense1; term 7")
        == [.copy("lstm2.hidden_state[15, 7] = \(hidden)")])
  }

  @Test("in words it gives the same steps")
  func plain() throws {
    let text = PlainText(try state("go last; open dense")).text
    #expect(text.contains("dense2 unit 57: 5.779 times +0.514 = +2.971, so far +3.079"))
    #expect(text.contains("Sum z = +12.864, output σ(z) = 0.999997."))
    #expect(text.split(separator: "+12.864").count == 3, "as the last step and as the sum\n\(text)")
  }

  @Test(
    "what was looked at is what is drawn",
    arguments: [
      ("dense-answer", "go last; open dense"), ("dense-early", "go 15; open dense"),
      ("dense-units", "go last; open dense; select dense2; unit 50"),
      ("dense-turned", "go last; erase both 33; open dense"),
      ("dense-before", "open dense; go start"),
    ], sizes)
  func golden(scene: (String, String), size: Size) throws {
    try Golden.expect(
      view(try state(scene.1), size: size), is: "\(scene.0)-\(size.width)x\(size.height)")
  }
}
