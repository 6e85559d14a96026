import Engine

/// One recurrent layer with return_sequences False and True: two runs of the open observation, each computed
/// for itself, and how far they lie apart.
package struct Contrast: Sendable {
  /// One of the two runs.
  package enum Side: CaseIterable, Hashable, Sendable {
    /// return_sequences=False.
    case off
    /// return_sequences=True.
    case on

    /// Whether return_sequences is set.
    package var flag: Bool { self == .on }
    /// The flag as Keras writes it.
    package var word: String { flag ? "True" : "False" }
  }

  /// The layer's place among the layers.
  package let layer: Int
  private let runs: Deferred<Runs>

  private final class Runs: Sendable {
    let off: Trace
    let on: Trace
    let difference: Difference
    let endDifference: Difference?
    let differences: [Float]
    let followers: [Int]

    init(_ off: Trace, _ on: Trace, layer: Int) {
      self.off = off
      self.on = on
      difference = Difference(between: off, and: on, layer: layer)
      endDifference = Contrast.end(of: off).flatMap { one in
        Contrast.end(of: on).map { Difference(between: one, and: $0) }
      }
      differences = Contrast.differences(off, on, layer)
      followers = Contrast.followers(layer, in: [off, on])
    }
  }

  /// The two runs, worked out when they are first looked at.
  package init(layer: Int, off: Deferred<Trace>, on: Deferred<Trace>) {
    self.layer = layer
    runs = Deferred { Runs(off.value, on.value, layer: layer) }
  }

  /// The run with return_sequences=False.
  package var off: Trace { runs.value.off }
  /// The run with return_sequences=True.
  package var on: Trace { runs.value.on }
  /// How far the hidden states of the layer lie apart, over all timesteps and units.
  package var difference: Difference { runs.value.difference }
  /// How far the two outputs lie apart at the end; nil where one of the networks has none.
  package var endDifference: Difference? { runs.value.endDifference }

  /// The largest distance between two hidden states of one unit at each timestep.
  package var differences: [Float] { runs.value.differences }
  /// The units, those first whose h follows the answer most closely; where a network has none, those
  /// whose h moves most.
  package var followers: [Int] { runs.value.followers }

  /// The run of one side.
  package subscript(side: Side) -> Trace { side.flag ? on : off }

  /// The network of one side.
  package func plan(_ side: Side) -> NetworkPlan { self[side].network.plan }

  private static func differences(_ off: Trace, _ on: Trace, _ layer: Int) -> [Float] {
    let (one, other) = (off.all(.hiddenState, layer: layer), on.all(.hiddenState, layer: layer))
    let units = max(1, one.shape.last ?? 1)
    var largest = [Float](repeating: 0, count: one.values.count / units)
    for (place, pair) in zip(one.values, other.values).enumerated()
    where pair.0.bitPattern != pair.1.bitPattern {
      let distance = abs(pair.0 - pair.1)
      let found = distance.isNaN ? .infinity : distance
      largest[place / units] = max(largest[place / units], found)
    }
    return largest
  }

  private static func followers(_ layer: Int, in traces: [Trace]) -> [Int] {
    let follows = traces.lazy.compactMap { try? $0.followsAnswer(layer: layer) }.first
    let scores = follows ?? traces[0].changes(of: .hiddenState, layer: layer)
    return UnitRanking(follows == nil ? .change : .answer, scores).rows
  }

  /// The output after the last timestep, `[units]`.
  private static func end(of trace: Trace) -> Tensor? {
    guard trace.network.plan.failure == nil,
      let output = trace.output(trace.layerCount - 1), let units = output.shape.last
    else { return nil }
    return Tensor(shape: [units], values: Array(output.values.suffix(units)))
  }
}
