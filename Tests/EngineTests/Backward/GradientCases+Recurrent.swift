import Engine

extension GradientCase {
  /// Every recurrent layer and each of its options.
  static let recurrent = kinds + curves + skipped + handedOver + both + whatIfs

  private static let end = Dense(name: "end", units: 2)

  /// A layer of each kind, named `layer`.
  private static var cells: [any RecurrentLayer] {
    [
      LSTM(name: "layer", units: 3), GRU(name: "layer", units: 3),
      made(GRU(name: "layer", units: 3)) { $0.resetAfter = false },
      SimpleRNN(name: "layer", units: 3),
    ]
  }

  private static func word(_ layer: any RecurrentLayer) -> String {
    (layer as? GRU)?.resetAfter == false ? "GRU resetting before" : type(of: layer).kind
  }

  private static func each(
    _ words: String, _ change: (inout any RecurrentLayer) -> Void,
    _ layers: (any RecurrentLayer) -> [any LayerSettings] = { [$0, end] }
  ) -> [GradientCase] {
    cells.map { cell in
      var cell = cell
      change(&cell)
      return GradientCase("\(word(cell)), \(words)", layers(cell))
    }
  }

  private static var kinds: [GradientCase] {
    each("the last state", { _ in }) + each("a sequence", { $0.returnSequences = true })
      + each("backwards", { $0.goBackwards = true })
      + each("a sequence backwards") {
        $0.goBackwards = true
        $0.returnSequences = true
      }
      + each("from batch to batch", { $0.stateful = true })
      + each("two of them", { $0.returnSequences = true }) { cell in
        [cell, made(SimpleRNN(name: "next", units: 2)) { $0.returnSequences = true }, end]
      }
      + [
        GradientCase("LSTM, no bias", [made(LSTM(name: "layer", units: 3)) { $0.useBias = false }]),
        GradientCase("GRU, no bias", [made(GRU(name: "layer", units: 3)) { $0.useBias = false }]),
        GradientCase(
          "GRU resetting before, no bias",
          [
            made(GRU(name: "layer", units: 3)) {
              $0.useBias = false
              $0.resetAfter = false
            }
          ]),
        GradientCase(
          "SimpleRNN, no bias",
          [made(SimpleRNN(name: "layer", units: 3)) { $0.useBias = false }]),
      ]
  }

  private static var curves: [GradientCase] {
    Activation.allCases.filter { $0 != .softmax && $0 != .exponential }.flatMap { curve in
      [
        GradientCase(
          "LSTM, \(curve)",
          [
            made(LSTM(name: "layer", units: 3)) {
              $0.activation = curve
              $0.recurrentActivation = curve
            }
          ]),
        GradientCase(
          "GRU, \(curve)",
          [
            made(GRU(name: "layer", units: 3)) {
              $0.activation = curve
              $0.recurrentActivation = curve
            }
          ]),
        GradientCase(
          "GRU resetting before, \(curve)",
          [
            made(GRU(name: "layer", units: 3)) {
              $0.activation = curve
              $0.recurrentActivation = curve
              $0.resetAfter = false
            }
          ]),
        GradientCase(
          "SimpleRNN, \(curve)",
          [made(SimpleRNN(name: "layer", units: 3)) { $0.activation = curve }]),
      ]
    }
  }

  private static var skipped: [GradientCase] {
    let masking = Masking(name: "mask")
    return
      (each("skipping, the last state", { _ in }) { [masking, $0, end] }
      + each("skipping, a sequence", { $0.returnSequences = true }) { [masking, $0, end] }
      + each("skipping, backwards", { $0.goBackwards = true }) { [masking, $0, end] }
      + each(
        "skipping, zeros",
        {
          $0.returnSequences = true
          $0.zerosWhereSkipped = true
        }
      ) { [masking, $0, end] }
      + each(
        "reading what is skipped",
        {
          $0.returnSequences = true
          $0.readsSkipped = true
        }
      ) { [masking, $0, end] })
      .map { $0.skipping() }
  }

  /// Initial states from another layer, which also hands on its last states.
  private static var handedOver: [GradientCase] {
    cells.flatMap { cell in
      [false, true].map { isSequence in
        var encoder = cell
        encoder.name = "encoder"
        encoder.returnState = true
        encoder.returnSequences = isSequence
        var decoder = cell
        decoder.name = "decoder"
        decoder.returnSequences = isSequence
        let states = cell.states.indices.map { Source("encoder", output: $0 + 1) }
        return GradientCase(
          "\(word(cell)), states handed over\(isSequence ? ", sequences" : "")",
          input: InputLayer(timesteps: nil, features: 3),
          graph: [
            Layer(encoder),
            Layer(AnotherInput(InputLayer(name: "beside", timesteps: 3, features: 2))),
            Layer(decoder, reads: [Source("beside")] + states), Layer(end),
          ])
      }
    }
  }

  private static var both: [GradientCase] {
    let modes: [Bidirectional.Merge] = [.concatenated, .sum, .product, .average]
    return cells.flatMap { cell in
      modes.flatMap { mode in
        [false, true].map { isSequence in
          var cell = cell
          cell.returnSequences = isSequence
          let layers = Bidirectional(name: "both", mergeMode: mode)
            .layers(around: cell, reads: [Source("mask")])
          return GradientCase(
            "\(word(cell)) both ways, \(mode.rawValue)\(isSequence ? ", sequences" : "")",
            input: InputLayer(timesteps: nil, features: 3),
            graph: [Layer(Masking(name: "mask"))] + layers + [Layer(end)]
          ).skipping(mode == .product ? [] : [[1], [2, 3]])
        }
      }
    }
  }

  private static var whatIfs: [GradientCase] {
    cells.flatMap { cell in
      var cell = cell
      cell.returnSequences = true
      let layers: [any LayerSettings] = [cell, end]
      let holds = cell.gates.map { gate in
        GradientCase(
          "\(word(cell)), \(gate.name.rawValue) held", layers,
          under: Interventions(clamps: [
            Clamp(layer: "layer", gate: gate.name, units: [0, 2], timesteps: 1..<3, value: 0.3)
          ]))
      }
      let states = Dictionary(
        uniqueKeysWithValues: cell.states.map { ($0, [Float](repeating: 0.4, count: 3)) })
      let erased = cell.states.map { state in
        GradientCase(
          "\(word(cell)), \(state.rawValue) erased", layers,
          under: Interventions(erasures: [
            Erasure(layer: "layer", timestep: 2, states: .only(state))
          ]))
      }
      return holds + erased + [
        GradientCase(
          "\(word(cell)), all held",
          layers,
          under: Interventions(
            clamps: cell.gates.map { Clamp(layer: "layer", gate: $0.name, value: 0.6) })),
        GradientCase(
          "\(word(cell)), erased and skipped", [Masking(name: "mask")] + layers,
          under: Interventions(erasures: [Erasure(layer: "layer", timestep: 2, states: .all)])
        ).skipping(),
        GradientCase(
          "\(word(cell)), other initial states", layers,
          under: Interventions(initialStates: ["layer": LayerStates(states)])),
        insteadOfHanded(cell, states),
      ]
    }
  }

  /// Initial states that a what-if puts in the place of another layer's, whose output counts by itself.
  private static func insteadOfHanded(
    _ cell: any RecurrentLayer, _ states: [QuantityName: [Float]]
  ) -> GradientCase {
    var encoder = cell
    encoder.name = "encoder"
    encoder.returnState = true
    let handed = cell.states.indices.map { Source("encoder", output: $0 + 1) }
    return GradientCase(
      "\(word(cell)), others than the states handed over",
      input: InputLayer(name: "input", timesteps: nil, features: 3),
      graph: [
        Layer(encoder), Layer(cell, reads: [Source("input")] + handed),
        Layer(Add(name: "sum"), reads: [Source("encoder"), Source("layer")]), Layer(end),
      ]
    ).with { $0.interventions = Interventions(initialStates: ["layer": LayerStates(states)]) }
  }
}
