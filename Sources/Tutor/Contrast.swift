import Engine

/// One recurrent layer with return_sequences False and True: two runs of the open observation, each computed
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

  /// The layer's place among the layers.
  let layer: Int
  private let runs: Deferred<Runs>

  private struct Runs: Sendable {
    var off: Trace
    var on: Trace
    var difference: Difference
    var endDifference: Difference?
  }

  /// The two runs, worked out when they are first looked at.
  init(layer: Int, off: Deferred<Trace>, on: Deferred<Trace>) {
    self.layer = layer
    runs = Deferred {
      let (off, on) = (off.value, on.value)
      return Runs(
        off: off, on: on, difference: Difference(between: off, and: on, layer: layer),
        endDifference: Self.end(of: off).flatMap { one in
          Self.end(of: on).map { Difference(between: one, and: $0) }
        })
    }
  }

  /// The run with return_sequences=False.
  var off: Trace { runs.value.off }
  /// The run with return_sequences=True.
  var on: Trace { runs.value.on }
  /// How far the hidden states of the layer lie apart, over all timesteps and units.
  var difference: Difference { runs.value.difference }
  /// How far the two outputs lie apart at the end; nil where one of the networks has none.
  var endDifference: Difference? { runs.value.endDifference }

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
    func run(_ flag: Bool) throws -> Deferred<Trace> {
      var position = position
      if var settings = position.description.layers[layer].recurrent {
        settings.returnSequences = flag
        position.description.layers[layer] = settings.layer
      }
      let changed = try Changes(position.changes, of: model, at: position, kernels: kernels)
      return try changed.network.forwardLater(
        example.observation, under: changed.interventions, kernels: kernels)
    }
    return try Refusal.from {
      Contrast(layer: layer, off: try run(false), on: try run(true))
    }
  }
}
