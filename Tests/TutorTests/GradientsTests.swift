import Engine
import Insight
import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("Gradients on the screens")
struct GradientsTests {
  private static let size = Size(width: 80, height: 24)

  @Test("d shows a row for each recurrent layer, and d again leaves the screen as it was")
  func network() throws {
    var state = try Models.tutor("latch", "go 40")
    let before = view(state, size: Self.size)
    state.press(.character("d"))
    let frame = view(state, size: Self.size)
    #expect(frame.textRows().count { $0.contains("∂loss/∂c, log") } == 2)
    let reach = GradientReach(state.trace, .cellGradient, layer: 1)
    #expect(frame.says("≤\(brief(reach.largest))"))
    #expect(frame.says("∂c of lstm2 is how much the loss depends on c"))
    state.press(.character("d"))
    #expect(view(state, size: Self.size).text() == before.text())
  }

  @Test("they are those of the loss where the truth is known, and of the answer where it is not")
  func objective() throws {
    var state = try Models.tutor("latch", "go 40; gradients on")
    #expect(state.trace.objective.isLoss)
    try Models.run("put x[3, 9] 0.5", on: &state)
    #expect(!state.trace.objective.isLoss)
    #expect(
      view(state, size: Size(width: 120, height: 40)).says("how much the answer depends on c"))
  }

  @Test("what-ifs change them: where a forget gate is held at 0 none goes further back")
  func whatIf() throws {
    let state = try Models.tutor("latch", "go 40; clamp lstm2.forget_gate[30] all 0; gradients on")
    let other = try Models.tutor("latch", "go 40; gradients on")
    let (held, free) = (
      GradientReach(state.trace, .cellGradient, layer: 1),
      GradientReach(other.trace, .cellGradient, layer: 1)
    )
    #expect(held.sizes[29] != free.sizes[29])
  }

  @Test("tab goes through them on the layer screen, and without them it does not")
  func layer() throws {
    var state = try Models.tutor("latch", "go 40; open layer; look hidden_state")
    state.press(.tab)
    #expect(state.position.quantity == .input)
    state.press(.shiftTab)
    state.press(.character("d"))
    state.press(.tab)
    #expect(state.position.quantity == .hiddenGradient)
    state.press(.tab)
    #expect(state.position.quantity == .cellGradient)
    let frame = view(state, size: Self.size)
    #expect(frame.says("gradient of c of 64 units") && frame.says("the loss would"))
    state.press(.character("d"))
    #expect(state.position.quantity == .cellState)
  }

  @Test("look shows one by its name, and one address names its numbers")
  func address() throws {
    let state = try Models.tutor("latch", "go 40; look cell_gradient")
    #expect(state.position.screen == .layer && state.position.showsGradients)
    let address = try #require(Quantity(parsing: "lstm2.cell_gradient[40, 58]"))
    let value = try #require(try state.moment.values(of: address, at: 0).first?.value)
    #expect(value == state.trace.value(.cellGradient, layer: 1, unit: 58, timestep: 40))
  }

  @Test("a gradient cannot be held")
  func clamp() throws {
    let state = try Models.tutor("latch", "clamp lstm2.cell_gradient 3 0")
    #expect(state.isRefused)
  }

  @Test("the unit has rows for them, and for what is kept", arguments: ["", "; look phase4"])
  func unit(look: String) throws {
    let state = try Models.tutor("latch", "go 40; open unit\(look); gradients on")
    let frame = view(state, size: Self.size)
    for row in ["∂h gradient", "∂c gradient", "Πf kept of c"] {
      #expect(frame.row(beginning: row) != nil, "\(row)\n\(frame)")
    }
  }
}
