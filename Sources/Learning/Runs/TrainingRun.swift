import Engine
import Kernels
import ModelFiles

/// A network while it is trained: one value, which a step changes. A copy is a way back.
package struct TrainingRun: Sendable {
  /// What it learns from.
  package let training: [LabelledExample]
  /// What it is judged by after each epoch.
  package let validation: [LabelledExample]
  /// How it is trained.
  package let settings: TrainingSettings
  /// The network as it is now.
  package internal(set) var network: Network
  /// The learning rate of the next step.
  package var rate: Double
  /// What the optimiser keeps.
  package internal(set) var optimiser: Optimiser
  /// The steps taken in the epoch that is under way.
  package internal(set) var batch = 0
  /// What each step came to, before it.
  package internal(set) var steps: [Measure] = []
  /// What each finished epoch came to.
  package internal(set) var results: [EpochResult] = []
  /// The weights after the best epoch, and which it was; nil before the first has ended.
  package internal(set) var best: Best?

  /// Chance as it stood before the epoch under way: its order of examples follows from it.
  var epochChance: SplitMix64
  /// Chance as it stands.
  var chance: SplitMix64
  /// The examples in the order of the epoch under way.
  var order: [Int] = []
  /// What the epoch under way came to so far.
  var tally = Tally()
  package let kernels: Kernels
  private let layout: PieceLayout

  /// The network after its best epoch.
  package struct Best: Sendable {
    package let epoch: Int
    package let network: Network
  }

  /// A run that has not begun.
  ///
  /// Throws where there is nothing to learn from, and for an example whose target has another length than
  /// the answer, that holds a number that is not finite, or that is too long.
  package init(
    _ network: Network, training: [LabelledExample], validation: [LabelledExample] = [],
    settings: TrainingSettings, kernels: Kernels = .chosen
  ) throws {
    if training.isEmpty { throw TrainingProblem.noExamples }
    _ = FreedMemory.isKept
    layout = try PieceLayout(network, training + validation, settings)
    self.network = network
    self.training = training
    self.validation = validation
    self.settings = settings
    self.kernels = kernels
    rate = settings.rate
    optimiser = Optimiser(settings.optimiser)
    chance = SplitMix64(seed: settings.seed)
    epochChance = chance
  }

  /// The steps of an epoch.
  package var batches: Int { (training.count + settings.batchSize - 1) / settings.batchSize }

  /// The finished epochs.
  package var epoch: Int { results.count }

  /// What the epoch under way came to so far; nil at its start.
  package var soFar: Measure? { batch == 0 ? nil : tally.measure }

  /// Whether all epochs are done, or nothing has become better for as long as was said.
  package var isFinished: Bool {
    if batch > 0 { return false }
    if epoch >= settings.epochs { return true }
    guard let patience = settings.patience else { return false }
    return epoch - (best?.epoch ?? 0) >= patience
  }

  /// One batch: forward, back, and a step against the gradients. At the end of an epoch the network is
  /// judged.
  ///
  /// Throws a `TrainingProblem` where a number is not finite, an `EngineError` where an observation does
  /// not fit; the run then stands where it was.
  package mutating func step() throws {
    let next = try stepped()
    self = next.run
    steps.append(next.measure)
  }

  /// The run behind the next batch, and what that came to before its step.
  private func stepped() throws -> (run: TrainingRun, measure: Measure) {
    var next = self
    if batch == 0 { next.beginEpoch() }
    let start = batch * settings.batchSize
    let places = next.order[start..<min(start + settings.batchSize, next.order.count)]
    let batch = Batch(
      places.map { training[$0] }, of: network, settings, layout, kernels, &next.chance)
    var result = try batch.learn()
    try checkFinite(result, of: batch)
    settings.clipping?.clip(&result.gradients)
    var weights: [String: [Float]] = [:]
    for key in result.gradients.keys { weights[key] = network.weights[key]?.values }
    next.optimiser.step(&weights, result.gradients, rate: rate)
    weights.merge(result.moved) { $1 }
    next.network = network.withLearnt(weights)
    next.tally += result.tally
    next.batch += 1
    if next.batch == batches { try next.endEpoch() }
    return (next, result.tally.measure)
  }

  /// One batch; why there can be none where there cannot.
  package mutating func stepOrProblem() -> TrainingProblem? {
    do {
      try step()
      return nil
    } catch {
      return error as? TrainingProblem
        ?? .observation("\(error)", epoch: epoch + 1, batch: batch + 1)
    }
  }

  private mutating func beginEpoch() {
    epochChance = chance
    drawOrder()
    tally = Tally()
  }

  /// The order of the examples in the epoch under way, from chance as it stood before it.
  mutating func drawOrder() {
    order = Array(training.indices)
    if settings.shuffles { order.shuffle(using: &chance) }
  }

  private mutating func endEpoch() throws {
    let result = EpochResult(
      epoch: epoch + 1, training: tally.measure,
      validation: validation.isEmpty ? nil : try measured(on: validation), rate: rate)
    // What is not finite is not the best, also where it is the first.
    let isBest =
      result.watched.isFinite
      && results.allSatisfy { !($0.watched <= result.watched) }
    results.append(result)
    if isBest { best = Best(epoch: result.epoch, network: network) }
    batch = 0
    tally = Tally()
  }

  /// What the network makes of some examples as it is now.
  package func measured(on examples: [LabelledExample]) throws(EngineError) -> Measure {
    var tally = Tally()
    var none = SplitMix64(seed: 0)
    var start = 0
    while start < examples.count {
      let end = min(start + Self.measuredAtOnce, examples.count)
      let batch = Batch(
        Array(examples[start..<end]), of: network, settings, layout, isLearning: false, kernels,
        &none)
      tally += try batch.measured()
      start = end
    }
    return tally.measure
  }

  /// How many examples are judged side by side: enough for all processors.
  private static let measuredAtOnce = 128

  private func checkFinite(_ result: Batch.Result, of batch: Batch) throws {
    if result.tally.loss.isFinite,
      result.gradients.values.allSatisfy({ $0.placeNotFinite == nil })
    {
      return
    }
    func fail(_ place: TrainingProblem.NotFinite) -> TrainingProblem {
      .notFinite(place, epoch: epoch + 1, batch: self.batch + 1)
    }
    if let place = try batch.firstNotFinite() {
      throw fail(.output(layer: place.layer, timestep: place.timestep))
    }
    for (place, planned) in network.plan.layers.enumerated().reversed() {
      for weight in planned.weightShapes
      where result.gradients[weight.key]?.placeNotFinite != nil {
        let begun = try batch.statesNotFinite(rows: result.tally.rows)
        throw fail(.gradient(weight: weight.key, timestep: begun[place]))
      }
    }
    throw fail(.loss)
  }
}
