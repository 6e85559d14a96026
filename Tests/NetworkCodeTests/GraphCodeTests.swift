import Engine
import Testing

@testable import NetworkCode

@Suite("Code of other layers")
struct GraphCodeTests {
  @Test("widths other than units have their names in Keras, and rates are always written")
  func keras() {
    #expect(
      KerasCode(CodeNetworks.chain).code.text == """
        import keras
        from keras import layers

        inputs = keras.Input(shape=(12,), name="input_layer")
        x = layers.Embedding(output_dim=8, input_dim=50, name="words")(inputs)
        x = layers.Conv1D(filters=6, kernel_size=3, activation="relu", name="windows")(x)
        x = layers.MaxPooling1D(name="pool")(x)
        x = layers.Bidirectional(layers.LSTM(4, return_sequences=True), name="both")(x)
        x = layers.Dropout(rate=0.5, name="dropout")(x)
        x = layers.GaussianNoise(stddev=0.1, name="noise")(x)
        x = layers.Bidirectional(layers.GRU(3), name="last")(x)
        x = layers.Dense(1, activation="sigmoid", name="output")(x)
        model = keras.Model(inputs, x)
        model.summary()
        """)
  }

  @Test("what Keras has no value for is written, also where it is ours")
  func required() {
    let network = NetworkDescription(
      input: InputLayer(timesteps: 6, features: 4),
      layers: [
        Layer(AveragePooling1D(name: "mean")), Layer(ActivationLayer(name: "curve")),
        Layer(AlphaDropout(name: "alpha")),
      ])
    let lines = KerasCode(network).code.lines.dropFirst(4).prefix(3).map(\.text)
    #expect(
      lines == [
        "x = layers.AveragePooling1D(pool_size=2, name=\"mean\")(inputs)",
        "x = layers.Activation(activation=\"linear\", name=\"curve\")(x)",
        "x = layers.AlphaDropout(rate=0.5, name=\"alpha\")(x)",
      ])
  }

  @Test("a graph names what it reads; a layer of its own backwards is written")
  func kerasGraph() {
    #expect(
      KerasCode(CodeNetworks.graph).code.text == """
        import keras
        from keras import layers

        inputs = keras.Input(shape=(12,), name="input_layer")
        words = layers.Embedding(output_dim=8, input_dim=50, mask_zero=True, name="words")(inputs)
        both, h_both_forward, h_both_backward = layers.Bidirectional(layers.GRU(4, return_state=True), merge_mode="sum", backward_layer=layers.SimpleRNN(4, activation="relu", return_state=True, go_backwards=True), name="both")(words)
        one = layers.Dense(4, name="one")(both)
        dot = layers.Dot(axes=1, name="dot")([one, both])
        model = keras.Model(inputs, dot)
        model.summary()
        """)
  }

  @Test(
    "both directions are one module of PyTorch's, whose last states leave it; windows are turned")
  func torch() {
    let code = TorchCode(CodeNetworks.chain)
    #expect(
      code.code.text == """
        import torch
        from torch import nn

        class Network(nn.Module):
            def __init__(self):
                super().__init__()
                self.words = nn.Embedding(50, 8)
                self.windows = nn.Conv1d(8, 6, 3)
                self.pool = nn.MaxPool1d(2)
                self.both = nn.LSTM(6, 4, batch_first=True, bidirectional=True)
                self.dropout = nn.Dropout(0.5)
                self.last = nn.GRU(8, 3, batch_first=True, bidirectional=True)
                self.output = nn.Linear(6, 1)

            def forward(self, x):                   # (batch, 12)
                x = self.words(x)                   # (batch, 12, 8)
                x = torch.relu(self.windows(x.transpose(1, 2)).transpose(1, 2))  # (batch, 10, 6)
                x = self.pool(x.transpose(1, 2)).transpose(1, 2)  # (batch, 5, 6)
                x, _ = self.both(x)                 # (batch, 5, 8)
                x = self.dropout(x)                 # (batch, 5, 8)
                # Keras's GaussianNoise 'noise' has no single equal here
                x, h_last = self.last(x)
                x = torch.cat([h_last[0], h_last[1]], dim=-1)  # (batch, 6)
                x = torch.sigmoid(self.output(x))   # (batch, 1)
                return x
        """)
    #expect(code.unequal == ["noise"])
  }

  @Test("an Embedding that skips is called, and said to skip nothing; a kept axis is kept")
  func torchMask() {
    let code = TorchCode(CodeNetworks.masked)
    #expect(code.unequal == ["words"])
    let forward = code.code.lines.suffix(6).map(\.text)
    #expect(
      forward == [
        "        # Keras's layers skip the timesteps of 0 from here on; these do not",
        "        x = self.words(x)                   # (batch, 12, 8)",
        "        x = x.mean(1, keepdim=True)         # (batch, 1, 8)",
        "        x = x.flatten(1)                    # (batch, 8)",
        "        x = self.output(x)                  # (batch, 2)",
        "        return x",
      ])
  }

  @Test("of a graph PyTorch's code is one comment")
  func torchGraph() {
    let code = TorchCode(CodeNetworks.graph)
    #expect(
      code.code.text == "# PyTorch code is written for layers that form a chain; these do not")
    #expect(code.unequal == ["dot"])
  }
}
