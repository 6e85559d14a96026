import Engine
import Insight
import NetworkCode
import Screen
import Testing
import Vocabulary
import Wording

@testable import Tutor

@Suite("Plain text")
struct PlainTextTests {
  private func lines(_ commands: String, model: String = "latch") throws -> [String] {
    PlainText(try Models.tutor(model, commands)).lines
  }

  @Test("of a timestep that is skipped the unit says what is carried over, and no sum")
  func skipped() throws {
    let state = try Models.small(
      timesteps: 4, features: 1, layers: ["masking: m", "lstm: a, units: 2"],
      "put x[2,0] 0; go 2; select a; open unit")
    let lines = PlainText(state).lines
    #expect(lines.contains { $0.hasPrefix("c[2] = c[1] = ") })
    #expect(!lines.contains { $0.contains(" times ") })
  }

  @Test("the network screen says each layer's unit, its outputs and the answer")
  func network() throws {
    let lines = try lines("go 15")
    #expect(lines[0] == "Unroll, network screen, latch, sequence 1, t 15 of 0 to 49.")
    #expect(
      lines.contains(
        "lstm2 unit 58 of 64 at t 15: input gate 0.58, forget gate 0.02, candidate 0.80, "
          + "output gate 0.05, cell state 0.43, hidden state 0.02"))
    #expect(
      lines.contains(
        "lstm1 return_sequences=True, output shape (50, 128): h of 16 of 50 timesteps so far"))
    #expect(
      lines.contains(
        "lstm2 return_sequences=False, output shape (64): none yet, only h[49] will be one"))
    // As the screen has it in the row of the answer so far.
    let answer = decimal(try #require(try Models.tutor("latch", "go 15").moment.answers).values[15])
    #expect(
      lines.contains("output: answer so far, at t 15: set at the end? \(answer), so no"))
    #expect(try self.lines("go start").contains("output: waits, no answer yet"))
    #expect(lines.contains { $0.hasPrefix("input_layer at t 15: symbol 3, clear; x[15] = 0.000") })
  }

  @Test("what is under the cursor of an input that is read backwards is what the row shows")
  func backwards() throws {
    var state = try Models.small(
      timesteps: 8, features: 2, layers: ["lstm: a, units: 3, go_backwards: true"],
      "select input_layer; go 2; explain")
    let value = try #require(state.example.observation[5].first)
    #expect(state.addressUnderCursor == .x(5, 0))
    #expect(state.message == "x[5, 0] = \(decimal(value, digits: 3, signed: true)).")
    let shown = view(state, size: Size(width: 80, height: 24))
    #expect(shown.says(decimal(value, signed: true)), "\(shown)")
    #expect(state.update(.copy) == [.copy("x[5, 0] = \(value)")])
  }

  @Test("the numbers are the trace's")
  func numbers() throws {
    let state = try Models.tutor("weather", "go 12")
    let text = PlainText(state).text
    for layer in state.recurrentLayers {
      let unit = state.unit(of: layer)
      let value = state.trace.values(.cellState, layer: layer, timestep: 12)[unit]
      #expect(text.contains("cell state \(decimal(value)),"))
    }
  }

  @Test("at the end the answer stands beside the truth")
  func answer() throws {
    #expect(
      try lines("go last").contains {
        $0.hasPrefix("output: set at the end: 1.00, so yes. The truth:")
      })
  }

  @Test("before the first timestep no gate has a value")
  func before() throws {
    let text = try lines("go start").joined(separator: "\n")
    #expect(text.contains("lstm2 unit 58 of 64 before t 0: cell state 0.00, hidden state 0.00"))
    #expect(text.contains("input_layer: nothing has been read."))
    #expect(!text.contains("input gate"))
  }

  @Test("a network that cannot be built says so in Keras's words")
  func failure() throws {
    let text = try lines("select lstm1; toggle return_sequences").joined(separator: "\n")
    #expect(text.contains("lstm2 cannot be built. Keras says: Input 0 with name 'None'"))
    #expect(text.contains("No output: the network cannot be built."))
  }

  @Test("the layer screen reads out all units")
  func layer() throws {
    let state = try Models.tutor("latch", "go 15; look forget_gate")
    let lines = PlainText(state).lines
    let values = state.trace.values(.forgetGate, layer: 1, timestep: 15)
    #expect(lines.contains("lstm2 forget gate at t 15, 64 units:"))
    let last = values[60..<64].map { decimal($0) }.joined(separator: ", ")
    #expect(lines.contains("units 60 to 63: \(last)"))
  }

  @Test("what-ifs and refusals are said")
  func changes() throws {
    #expect(
      try lines("go 15; clamp lstm2.forget_gate 58 1; open unit").contains(
        "3. forget gate f = 1.000, held by a what-if"))
    #expect(try lines("erase c 15 lstm2").contains("What if: erase c 15 lstm2"))
    #expect(try lines("select nowhere")[1].hasPrefix("no layer is called 'nowhere'"))
  }

  @Test(
    "the unit screen's cell equation has the c that entered, whatever the what-if",
    arguments: ["", "erase c 15 lstm2", "erase both 0", "start 5", "start 5; erase c 0 lstm2"],
    [0, 15])
  func cellEquation(changes: String, timestep: Int) throws {
    let state = try Models.tutor(
      "latch",
      [changes, "go \(timestep); open unit"].filter { !$0.isEmpty }.joined(separator: "; "))
    let ledger = Ledger(state.trace, layer: 1, unit: state.unit(of: 1), timestep: timestep)
    let line = try #require(PlainText(state).lines.first { $0.hasPrefix("4. ") })
    #expect(
      line.contains(
        "f·c[\(timestep - 1)] + i·g = \(decimal(ledger[.forgetGate].result, digits: 3)) times "
          + "\(decimal(ledger.cellBefore, digits: 3)) plus "))
    #expect(line.contains("is erased") == ledger.isCellErased)
    // What is read as the two products adds up to what is read as their sum.
    let numbers = line.dropFirst(2).split(separator: " ").compactMap {
      Double($0.filter { $0 != "," })
    }
    let count = numbers.count
    #expect(count == 7)
    #expect((numbers[4] + numbers[5] - numbers[6]).magnitude < 1e-9)
    #expect((numbers[0] * numbers[1] - numbers[4]).magnitude < 0.01)
    #expect(decimal(Float(numbers[6]), digits: 3) == decimal(ledger.cellState, digits: 3))
  }

  @Test("the unit screen says sums, gates and states as the ledger has them")
  func unit() throws {
    let lines = try lines("go 15; open unit")
    #expect(lines.contains("1. It gathers 128 numbers from outside and 64 of h[14]."))
    #expect(lines.contains { $0.hasPrefix("2. Each of four sums") && $0.contains("f -3.962") })
    #expect(
      lines.contains(
        "4. c[15] = f·c[14] + i·g = 0.019 times -1.987 plus 0.584 times 0.798 = -0.037 plus "
          + "0.466 = 0.429"))
    #expect(lines.contains { $0.hasPrefix("5. h[15] = ") && $0.hasSuffix(" = 0.019") })
    #expect(
      try self.lines("open unit; go start").contains(
        "Nothing has been read: h[-1] = c[-1] = 0. → reads x[0]."))
    #expect(
      try self.lines("go 5; erase h 5; open unit").contains {
        $0.hasSuffix("64 of h[4], which is erased: 0.")
      })
  }

  @Test("the contrast screen says the figure, how many outputs each has, and both at the end")
  func contrast() throws {
    let lines = try lines("go 15; open contrast")
    #expect(
      lines.contains(
        "h computed either way, in two runs: largest difference 0 over 50 timesteps × 64 units."))
    #expect(lines.contains("outputs of lstm2: 0 of 1 so far, only h[49] will be one"))
    #expect(lines.contains("outputs of lstm2: 16 of 50 so far"))
    #expect(lines.contains("output: waits, no answer yet"))
    let toggled = try Models.tutor("latch", "toggle return_sequences; go 15")
    let answer = decimal(try #require(toggled.trace.output(4)).values[15])
    #expect(lines.contains { $0.hasPrefix("output: at t 15: ") && $0.contains(answer) })
    let end = try self.lines("go last; open contrast")
    #expect(end.filter { $0.hasPrefix("output: set at the end: 1.00") }.count == 2)
    #expect(end.contains("The two outputs at the end: largest difference 0."))
  }

  @Test("a contrast that is not zero is said with its timestep and unit")
  func contrastFault() throws {
    var state = try Models.tutor("latch", "open contrast; go last")
    let right = try #require(state.moment.contrast)
    let faulty = try right.on.network.forward(
      state.example.observation,
      under: Interventions(
        clamps: [Clamp(layer: "lstm2", gate: .forgetGate, units: nil, timesteps: 7..<50, value: 0)]
      ), kernels: .portable)
    let contrast = Contrast(layer: 1, off: Deferred { right.off }, on: Deferred { faulty })
    state.moment.contrast = contrast
    let place = try #require(contrast.difference.place)
    let end = try #require(contrast.endDifference)
    let figure = ContrastWords.written(contrast.difference.largest)
    let lines = PlainText(state).lines
    #expect(
      lines.contains(
        "h of the two runs: largest difference \(figure) at t \(place.timestep), unit "
          + "\(place.unit); they differ from t 7 on."))
    #expect(end.largest > 0)
    #expect(
      lines.contains(
        "The two outputs at the end: largest difference \(ContrastWords.written(end.largest)), "
          + "in unit 0."))
  }

  @Test("the shapes screen reads out counts, or the code as it is copied")
  func shapes() throws {
    #expect(
      try lines("open shapes").contains(
        "lstm1: output shape (None, 50, 128), 71,168 parameters = 4·((10 + 128)·128 + 128), "
          + "PyTorch 71,680"))
    let code = try lines("look keras").dropFirst().joined(separator: "\n")
    #expect(code == KerasCode(try Models.tutor().position.description).code.text)
  }

  @Test(
    "every screen has lines, none of them empty or with a character that is drawn",
    arguments: Command.ScreenName.allCases)
  func screens(_ screen: Command.ScreenName) throws {
    for commands in ["go 0", "go start", "go last", "select lstm1; toggle return_sequences"] {
      let lines = try lines("\(commands); open \(screen.rawValue)")
      #expect(lines.count > 3)
      for line in lines {
        #expect(!line.isEmpty)
        #expect(!line.contains { "▌▼■□▁█─│▸".contains($0) }, "\(line)")
      }
    }
  }

  @Test("the help reads out commands and keys")
  func help() throws {
    let lines = try lines("help")
    #expect(lines.contains { $0.hasPrefix("go 12 | +1") })
    #expect(lines.contains { $0.hasPrefix("key q: ") })
  }
}
