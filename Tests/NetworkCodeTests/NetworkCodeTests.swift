import Engine
import Testing

@testable import NetworkCode

/// The networks that the code is written for.
private enum Networks {
  static let seed = NetworkDescription(
    input: InputLayer(timesteps: 50, features: 10),
    layers: [
      Layer(LSTM(name: "lstm1", units: 128, returnSequences: true)),
      Layer(LSTM(name: "lstm2", units: 64)),
      Layer(Dense(name: "dense1", units: 128, activation: .relu)),
      Layer(Dense(name: "dense2", units: 64, activation: .relu)),
      Layer(Dense(name: "output", units: 1, activation: .sigmoid)),
    ])

  /// Everything that can be said of a layer, and names that Python has other uses for.
  static let odd = NetworkDescription(
    input: InputLayer(name: "days", timesteps: nil, features: 3),
    layers: [
      Layer(
        LSTM(
          name: "class", units: 5, useBias: false, returnSequences: true, returnState: true,
          goBackwards: true)),
      Layer(
        LSTM(
          name: "to", units: 7, activation: .relu, recurrentActivation: .hardSigmoid,
          unitForgetBias: false, returnSequences: true)),
      Layer(Dense(name: "my \"layer\" 1", units: 4, activation: .softmax)),
      Layer(LSTM(name: "last", units: 2, returnState: true)),
      Layer(Dense(name: "2nd", units: 3, activation: .softsign, useBias: false)),
      Layer(Dense(name: "x", units: 1, activation: .hardSigmoid)),
    ])

  static var impossible: NetworkDescription {
    var network = seed
    network.layers[0] = Layer(LSTM(name: "lstm1", units: 128))
    return network
  }
}

@Suite("Keras code")
struct KerasCodeTests {
  @Test("the seed's network is Keras code of the same layers, names and flags")
  func seed() {
    #expect(
      KerasCode(Networks.seed).code.text == """
        import keras
        from keras import layers

        inputs = keras.Input(shape=(50, 10), name="input_layer")
        x = layers.LSTM(128, return_sequences=True, name="lstm1")(inputs)
        x = layers.LSTM(64, name="lstm2")(x)
        x = layers.Dense(128, activation="relu", name="dense1")(x)
        x = layers.Dense(64, activation="relu", name="dense2")(x)
        x = layers.Dense(1, activation="sigmoid", name="output")(x)
        model = keras.Model(inputs, x)
        model.summary()
        """)
  }

  @Test("every setting that is not Keras's default is written; states leave beside the output")
  func odd() {
    #expect(
      KerasCode(Networks.odd).code.text == #"""
        import keras
        from keras import layers

        inputs = keras.Input(shape=(None, 3), name="days")
        x, h_class_, c_class_ = layers.LSTM(5, use_bias=False, return_sequences=True, return_state=True, go_backwards=True, name="class")(inputs)
        x = layers.LSTM(7, activation="relu", recurrent_activation="hard_sigmoid", unit_forget_bias=False, return_sequences=True, name="to")(x)
        x = layers.Dense(4, activation="softmax", name="my \"layer\" 1")(x)
        x, h_last, c_last = layers.LSTM(2, return_state=True, name="last")(x)
        x = layers.Dense(3, activation="softsign", use_bias=False, name="2nd")(x)
        x = layers.Dense(1, activation="hard_sigmoid", name="x")(x)
        model = keras.Model(inputs, [x, h_class_, c_class_, h_last, c_last])
        model.summary()
        """#)
  }

  @Test("an input without timesteps is a tuple of one")
  func flat() {
    let network = NetworkDescription(
      input: InputLayer(timesteps: nil, features: 4, hasTimesteps: false),
      layers: [Layer(Dense(name: "output", units: 1))])
    #expect(KerasCode(network).code.text.contains("keras.Input(shape=(4,), name="))
  }

  @Test("where Keras would stop, a comment says so, and all layers are there")
  func impossible() throws {
    let lines = KerasCode(Networks.impossible).code.lines
    let comment = try #require(lines.firstIndex { $0.text.hasPrefix("# here Keras stops") })
    #expect(lines[comment].text == "# here Keras stops: expected ndim=3, found ndim=2")
    #expect(lines[comment + 1].text == "x = layers.LSTM(64, name=\"lstm2\")(x)")
    #expect(lines.contains { $0.text.contains("\"output\"") })
  }

  @Test("every layer has a line of its own")
  func layers() {
    for network in [Networks.seed, Networks.odd, Networks.impossible] {
      for code in [KerasCode(network).code, TorchCode(network).code] {
        for index in -1..<network.layers.count {
          #expect(code.lines.contains { $0.layer == index })
        }
      }
    }
  }
}

@Suite("PyTorch code")
struct TorchCodeTests {
  @Test("the seed's network is a module; False is the last of every timestep")
  func seed() {
    #expect(
      TorchCode(Networks.seed).code.text == """
        import torch
        from torch import nn

        class Network(nn.Module):
            def __init__(self):
                super().__init__()
                self.lstm1 = nn.LSTM(10, 128, batch_first=True)
                self.lstm2 = nn.LSTM(128, 64, batch_first=True)
                self.dense1 = nn.Linear(64, 128)
                self.dense2 = nn.Linear(128, 64)
                self.output = nn.Linear(64, 1)

            def forward(self, x):                   # (batch, 50, 10)
                x, _ = self.lstm1(x)                # (batch, 50, 128)
                x, _ = self.lstm2(x)                # (batch, 50, 64)
                x = x[:, -1]                        # (batch, 64)
                x = torch.relu(self.dense1(x))      # (batch, 128)
                x = torch.relu(self.dense2(x))      # (batch, 64)
                x = torch.sigmoid(self.output(x))   # (batch, 1)
                return x
        """)
    #expect(TorchCode(Networks.seed).unequal.isEmpty)
  }

  @Test("what PyTorch has no flag for is written out, or said; names are ones that Python allows")
  func odd() {
    let code = TorchCode(Networks.odd)
    #expect(
      code.code.text == """
        import torch
        from torch import nn

        class Network(nn.Module):
            def __init__(self):
                super().__init__()
                self.class_ = nn.LSTM(3, 5, bias=False, batch_first=True)
                self.to_ = nn.LSTM(5, 7, batch_first=True)  # has tanh and sigmoid only; Keras has relu and hard_sigmoid here
                self.my__layer__1 = nn.Linear(7, 4)
                self.last = nn.LSTM(4, 2, batch_first=True)
                self.layer_2nd = nn.Linear(2, 3, bias=False)
                self.x = nn.Linear(3, 1)

            def forward(self, x):                   # (batch, timesteps, 3)
                x = x.flip(1)                       # go_backwards: the last timestep first
                x, (h_class_, c_class_) = self.class_(x)  # (batch, timesteps, 5)
                x, _ = self.to_(x)                  # (batch, timesteps, 7)
                x = torch.softmax(self.my__layer__1(x), dim=-1)  # (batch, timesteps, 4)
                x, (h_last, c_last) = self.last(x)  # (batch, timesteps, 2)
                x = x[:, -1]                        # (batch, 2)
                x = nn.functional.softsign(self.layer_2nd(x))  # (batch, 3)
                x = nn.functional.hardsigmoid(self.x(x))  # (batch, 1)
                return x, h_class_[0], c_class_[0], h_last[0], c_last[0]
        """)
    #expect(code.unequal == ["to"])
  }

  @Test("where Keras stops and PyTorch would go on with other numbers, the code says so")
  func impossible() {
    let text = TorchCode(Networks.impossible).code.text
    #expect(text.contains("# Keras stops here. PyTorch does not: it takes the batch for time."))
    // No shape is promised from there on.
    #expect(text.contains("x, _ = self.lstm2(x)\n"))
  }

  @Test("PyTorch counts a second bias: 71,680 and 49,664, and nothing more where there is none")
  func counts() {
    let plan = Networks.seed.plan()
    #expect(plan.layers.map(\.torchParameters.total) == [71_680, 49_664, 8_320, 8_256, 65])
    #expect(plan.torchParameterCount == 137_985)
    #expect(plan.layers[0].torchParameters.derivation == "4·((10 + 128)·128 + 2·128)")
    let odd = Networks.odd.plan()
    #expect(odd.layers[0].torchParameters == odd.layers[0].parameters)
    #expect(Networks.impossible.plan().torchParameterCount == nil)
  }
}

@Suite("Python")
struct PythonTests {
  @Test("names become identifiers, each different")
  func identifiers() {
    #expect(
      Python.identifiers(["a b", "a_b", "3", "", "_", "__x", "while", "é", "x"], taken: ["x"])
        == ["a_b", "a_b_", "layer_3", "layer_", "layer", "_x", "while_", "layer__", "x_"])
  }

  @Test("a text is a literal whatever is in it")
  func literals() {
    #expect(Python.literal("a\"b\\c\n\u{1b}\u{202e}") == #""a\"b\\c\n\U0000001b\U0000202e""#)
  }
}
