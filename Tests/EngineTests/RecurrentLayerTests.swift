import Testing

@testable import Engine

@Suite("What a recurrent layer has")
struct RecurrentLayerTests {
  private let lstm = LSTM(name: "lstm", units: 3)

  @Test("an LSTM says its quantities in the order of the equations, and its states in Keras's")
  func quantities() {
    #expect(lstm.quantities.map(\.name) == LSTM.quantityNames)
    #expect(String(lstm.quantities.map(\.letter)) == "ifgoch")
    #expect(lstm.quantities.map(\.series) == [0, 1, 2, 3, 4, 5])
    #expect(
      lstm.quantities.map(\.words) == [
        "input gate", "forget gate", "candidate", "output gate", "cell state", "hidden state",
      ])
    #expect(lstm.sums.map(\.name) == [.inputGate, .forgetGate, .cellCandidate, .outputGate])
    #expect(lstm.sums.map { $0.sum?.block } == [0, 1, 2, 3])
    #expect(lstm.gates.map(\.role) == [.gate, .gate, .candidate, .gate])
    #expect(lstm.states == [.hiddenState, .cellState])
    #expect(lstm.remembered == .cellState)
  }

  @Test("a quantity lies where its curve can put it")
  func ranges() {
    #expect(lstm.quantities.map(\.range) == [0...1, 0...1, -1...1, 0...1, nil, -1...1])
    let relu = LSTM(name: "a", units: 1, activation: .relu)
    #expect(relu.quantities.map(\.range) == [0...1, 0...1, nil, 0...1, nil, nil])
    let open = LSTM(name: "a", units: 1, recurrentActivation: .linear)
    #expect(open.quantities.map(\.range) == [nil, nil, -1...1, nil, nil, nil])
    let signed = LSTM(name: "a", units: 1, activation: .softsign, recurrentActivation: .tanh)
    #expect(signed.quantity(.hiddenState)?.range == nil)
    #expect(signed.quantity(.outputGate)?.range == -1...1)
  }

  @Test("the equations are what the layer's curves and bias make of them")
  func equations() {
    #expect(
      lstm.quantities.map { lstm.equation(of: $0) } == [
        "σ(x·K + h·R + b)", "σ(x·K + h·R + b)", "tanh(x·K + h·R + b)", "σ(x·K + h·R + b)",
        "f·c[t−1] + i·g", "o·tanh(c)",
      ])
    let plain = LSTM(
      name: "a", units: 1, activation: .linear, recurrentActivation: .hardSigmoid, useBias: false)
    #expect(
      plain.quantities.map { plain.equation(of: $0) } == [
        "hard_sigmoid(x·K + h·R)", "hard_sigmoid(x·K + h·R)", "x·K + h·R",
        "hard_sigmoid(x·K + h·R)", "f·c[t−1] + i·g", "o·c",
      ])
    let mixed = StateEquation(
      .hiddenState, [[.now(.forgetGate), .before(.hiddenState)], [.rest(.forgetGate)]])
    #expect(mixed.text == "f·h[t−1] + (1 − f)")
  }

  @Test("what is not said of a layer is as Keras has it")
  func options() {
    for kind in Layer.kinds {
      let layer = kind.init(name: "layer")
      let open = layer.options.filter { !$0.isRequired }
      #expect(open.allSatisfy { $0.value == $0.standard }, "\(kind.kind)")
      #expect(layer.layer.kind == kind.kind)
      #expect(layer.layer.name == "layer")
      #expect(layer.layer.with(width: 7).width == (kind.widthName == nil ? nil : 7))
    }
    #expect(Layer(Dense(name: "a", units: 1)).recurrent == nil)
    #expect(Layer(LSTM(name: "a", units: 1, goBackwards: true)).readsBackwards)
    #expect(!Layer(Dense(name: "a", units: 1)).readsBackwards)
  }

  @Test("names are known that a layer or every network has")
  func names() {
    #expect(
      QuantityName.addressed.map(\.rawValue) == [
        "input_gate", "forget_gate", "cell_candidate", "output_gate", "cell_state",
        "hidden_state", "update_gate", "reset_gate", "candidate", "hidden_gradient",
        "cell_gradient", "output", "output.shape", "kernel", "recurrent_kernel", "bias", "x",
      ])
    #expect(QuantityName(shown: "input") == .input)
    #expect(QuantityName(shown: "forget_gate") == .forgetGate)
    #expect(QuantityName(shown: "x") == nil)
    #expect(QuantityName(shown: "output") == nil)
    #expect(QuantityName.kernel.recurrent == nil)
    #expect(QuantityName.cellState.recurrent == .cellState)
    #expect(QuantityName.addressed.filter(\.isState) == [.cellState, .hiddenState])
    #expect(QuantityName("nothing").letter == "x")
  }
}
