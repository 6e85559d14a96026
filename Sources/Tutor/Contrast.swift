import Engine

/// One LSTM with return_sequences False and True: two runs of the open observation, each computed
/// for itself, and how far they lie apart.
struct Contrast: Sendable {
  /// One of the two runs.
  enum Side: CaseIterable, Hashable, Sendable {
    case off, on

    /// Whether return_sequences is set.
    var flag: Bool { self == .on }
    /// The flag as Keras writes it.
    var word: String { flag ? "True" : "False" }
  }

  /// The LSTM's place among the layers.
  let layer: Int
  /// The run with return_sequences=False.
  let off: Trace
  /// The run with return_sequences=True.
  let on: Trace
  /// How far the hidden states of the layer lie apart, over all timesteps and units.
  let difference: Difference
  /// How far the two outputs lie apart at the end; nil where one of the networks has none.
  let endDifference: Difference?

  init(layer: Int, off: Trace, on: Trace) {
    self.layer = layer
    self.off = off
    self.on = on
    difference = Difference(between: off, and: on, layer: layer)
    endDifference = Self.end(of: off).flatMap { one in
      Self.end(of: on).map { Difference(between: one, and: $0) }
    }
  }

  subscript(side: Side) -> Trace { side.flag ? on : off }

  /// The network of one side.
  func plan(_ side: Side) -> NetworkPlan { self[side].network.plan }

  /// The output after the last timestep, `[units]`.
  private static func end(of trace: Trace) -> Tensor? {
    guard trace.network.plan.failure == nil,
      let output = trace.output(trace.layerCount - 1), let units = output.shape.last
    else { return nil }
    return Tensor(shape: [units], values: Array(output.values.suffix(units)))
  }
}

extension Moment {
  /// The two runs of a layer: what the network would be after each choice of its flag, what-ifs and
  /// all, run from the beginning.
  func contrasting(_ layer: Int) throws(Refusal) -> Contrast {
    func run(_ flag: Bool) throws -> Trace {
      var position = position
      if case .lstm(var settings) = position.description.layers[layer] {
        settings.returnSequences = flag
        position.description.layers[layer] = .lstm(settings)
      }
      let changed = try Changes(position.changes, of: model, at: position, kernels: kernels)
      return try changed.network.forward(
        example.observation, under: changed.interventions, kernels: kernels)
    }
    return try Refusal.from {
      Contrast(layer: layer, off: try run(false), on: try run(true))
    }
  }
}
