import Engine

/// Networks of layers that do not simply follow one another, and of those whose calls differ.
enum CodeNetworks {
  /// Words, both directions with and without all timesteps, windows, what works in training only.
  static var chain: NetworkDescription {
    let both = Bidirectional(name: "both")
    let last = Bidirectional(name: "last")
    var convolution = Conv1D(name: "windows")
    (convolution.filters, convolution.kernelSize, convolution.activation) = (6, 3, .relu)
    var pooling = MaxPooling1D(name: "pool")
    pooling.poolSize = 2
    var noise = GaussianNoise(name: "noise")
    noise.deviation = 0.1
    return NetworkDescription(
      input: InputLayer(tokens: 12),
      layers: [
        Layer(
          Embedding(name: "words", inputDimension: 50, outputDimension: 8, maskZero: false)),
        Layer(convolution),
        Layer(pooling),
      ]
        + both.layers(
          around: LSTM(name: "", units: 4, returnSequences: true), reads: [Source("pool")])
        + [Layer(Dropout(name: "dropout")), Layer(noise)]
        + last.layers(around: GRU(name: "", units: 3), reads: [Source("noise")])
        + [Layer(Dense(name: "output", units: 1, activation: .sigmoid))])
  }

  /// The same with a Bidirectional of another layer backwards, behind the layer before it, in a graph.
  static var graph: NetworkDescription {
    let both = Bidirectional(name: "both", mergeMode: .sum)
    var dot = Dot(name: "dot")
    dot.axes = [1]
    var layers = both.layers(
      around: GRU(name: "", units: 4, returnState: true),
      backward: SimpleRNN(name: "", units: 4, activation: .relu, returnState: true),
      reads: [Source("words")])
    // As it comes from a file: what stands right before it is not named.
    layers[0].reads = nil
    return NetworkDescription(
      input: InputLayer(tokens: 12),
      layers: [
        Layer(
          Embedding(name: "words", inputDimension: 50, outputDimension: 8, maskZero: true))
      ] + layers + [
        Layer(Dense(name: "one", units: 4), reads: [Source("both")]),
        Layer(dot, reads: [Source("one"), Source("both")]),
      ])
  }

  /// Words of which 0 stands for none, and a mean that keeps its axis.
  static var masked: NetworkDescription {
    var mean = GlobalAveragePooling1D(name: "mean")
    mean.keepDims = true
    return NetworkDescription(
      input: InputLayer(tokens: 12),
      layers: [
        Layer(
          Embedding(name: "words", inputDimension: 50, outputDimension: 8, maskZero: true)),
        Layer(mean),
        Layer(Flatten(name: "flat")),
        Layer(Dense(name: "output", units: 2)),
      ])
  }
}
