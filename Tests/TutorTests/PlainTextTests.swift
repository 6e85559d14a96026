import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("Plain text")
struct PlainTextTests {
  private func lines(_ commands: String, model: String = "latch") throws -> [String] {
    PlainText(try Models.tutor(model, commands)).lines
  }

  @Test("the network screen says each layer's unit, what leaves and the answer")
  func network() throws {
    let lines = try lines("go 15")
    #expect(lines[0] == "Unroll, network screen, latch, sequence 1, t 15 of 0 to 49.")
    #expect(
      lines.contains(
        "lstm2 unit 29 of 64 at t 15: input gate 0.91, forget gate 0.16, candidate 0.89, "
          + "output gate 0.17, cell state 0.37, hidden state 0.06"))
    #expect(
      lines.contains(
        "lstm1 return_sequences=True, shape (50, 128): h of 16 of 50 timesteps has left"))
    #expect(
      lines.contains(
        "lstm2 return_sequences=False, shape (64): nothing has left, only h[49] will"))
    #expect(lines.contains("output: waits, no answer yet"))
    #expect(lines.contains { $0.hasPrefix("input_layer at t 15: symbol 3, clear; x[15] = 0.000") })
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
    #expect(text.contains("lstm2 unit 29 of 64 before t 0: cell state 0.00, hidden state 0.00"))
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

  @Test("what-ifs and refusals are said; the equation holds what it was computed from")
  func changes() throws {
    let state = try Models.tutor("latch", "go 15; open unit; erase c 15 lstm2")
    let lines = PlainText(state).lines
    #expect(lines.contains("What if: erase c 15 lstm2"))
    let ledger = Ledger(state.trace, layer: 1, unit: state.unit(of: 1), timestep: 15)
    let cell = PrintedSum.text(Double(ledger.cellState), signed: false)
    #expect(
      lines.contains {
        $0.hasPrefix("4. c[15] = f·c[14] + i·g = ") && $0.contains("times 0 (c[14] is erased) plus")
          && $0.hasSuffix("= \(cell)")
      })
    #expect(try self.lines("select nowhere")[1].hasPrefix("no layer is called 'nowhere'"))
  }

  @Test("a unit started from another observation begins with the states it was given")
  func started() throws {
    let state = try Models.tutor("latch", "go 0; open unit; start 3")
    let ledger = Ledger(state.trace, layer: 1, unit: state.unit(of: 1), timestep: 0)
    #expect(ledger.cellBefore != 0)
    let before = PrintedSum.text(Double(ledger.cellBefore), signed: false)
    #expect(PlainText(state).lines.contains { $0.hasPrefix("4. c[0]") && $0.contains(before) })
  }

  @Test("the contrast says what the two runs are, and how far apart")
  func contrast() throws {
    let lines = try lines("go last; select lstm2; open contrast")
    #expect(lines.contains("lstm2 with return_sequences=False, as the network is:"))
    #expect(lines.contains("lstm2 with return_sequences=True:"))
    #expect(lines.contains { $0.contains("largest difference 0 over 50 timesteps × 64 units") })
  }

  @Test("the shapes screen reads out counts, or the code as it is copied")
  func shapes() throws {
    #expect(
      try lines("open shapes").contains(
        "lstm1: hands on (50, 128), 71,168 parameters = 4·((10 + 128)·128 + 128), PyTorch 71,680"))
    let code = try lines("look keras").dropFirst().joined(separator: "\n")
    #expect(code == KerasCode(try Models.tutor().position.description).code.text)
  }

  @Test(
    "every screen has lines, none of them empty or with a character that is drawn",
    arguments: Command.ScreenName.allCases)
  func screens(_ screen: Command.ScreenName) throws {
    for commands in [
      "go 0", "go start", "go last", "select lstm1; toggle return_sequences",
      "go 15; erase both 15",
    ] {
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
