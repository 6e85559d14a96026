import Documents
import Engine
import Insight
import Kernels
import ModelFiles
import Phrases
import Vocabulary
import Wording

/// Everything that undo brings back: what was chosen, and what was computed from it.
///
/// A moment is a value. The functions of its extensions give the moment after a change; none of them
/// changes one that exists.
package struct Moment: Sendable {
  var model: LoadedModel
  var position: Position
  /// The network as it runs: with the flags and the weights that the user has set.
  private(set) var network: Network
  /// The observation as it is read: with the features that the user has set.
  private(set) var example: Example
  /// The observation as the data have it.
  let original: Example
  /// Which version of a followed model it is; nil where the model is not followed.
  var epoch: Epoch?
  let run: Deferred<Trace>
  private let runBefore: Deferred<Before?>?
  /// The second observation and its run, under the same what-ifs.
  private(set) var beside: Beside?
  private let scalesOfRuns: Deferred<Scales>
  /// What the network would answer at each timestep; see `Trace.answers`.
  private let answersSoFar: Deferred<Tensor?>
  /// How many of all observations are answered rightly: a lesson may say so in every frame.
  let scoreOfAll: Deferred<Result<Evaluation, Refusal>>
  /// The two runs of the contrast screen, once it has been open; see `ready()`.
  var contrast: Contrast?
  /// The cells in each of the three orders, once the schedule screen has been open.
  var schedules: [Schedule] = []
  /// The three runs of the schedule screen, once all of its cells have been computed.
  var orders: OrderComparison?
  /// What the layer screen shows, once it has been open here, and the scores it was sorted by.
  var sheet: LayerSheet?
  var scores: [UnitScore: [Float]] = [:]
  /// About how many numbers it holds, `contrast` and what else a screen needs aside.
  let size: Int
  /// The inner loops that everything here was computed with.
  package let kernels: Kernels

  /// The open observation and its run, just before the what-if that was said last; where nothing is
  /// supposed, in the version of a followed model before this one.
  struct Before: Sendable {
    let example: Example
    let trace: Trace
    fileprivate let answersSoFar: Deferred<Tensor?>
    /// What the network would have answered at each timestep, as `Moment.answers`.
    var answers: Tensor? { answersSoFar.value }
  }

  /// An observation laid over the open one.
  struct Beside: Sendable {
    var example: Example
    fileprivate let run: Deferred<Trace>
    var trace: Trace { run.value }
  }

  var trace: Trace { run.value }
  /// What was before the last what-if; nil where nothing is supposed, and no earlier version is known.
  var before: Before? { runBefore?.value ?? nil }
  var scales: Scales { scalesOfRuns.value }
  /// What the layers behind the last recurrent one make of its h at each timestep, `[timesteps,
  /// outputs]`; nil where the network cannot be built.
  var answers: Tensor? { answersSoFar.value }

  /// The first timestep of an observation of a model.
  ///
  /// Throws what the model's data say of an observation that is not there, or the network of one that
  /// it cannot read.
  init(_ model: LoadedModel, observation: Int, kernels: Kernels) throws {
    let description = model.description
    let recurrent = description.layers.lastIndex(where: \.isRecurrent)
    let position = Position(
      observation: observation, timestep: 0, layer: recurrent.map { .layer($0) } ?? .input,
      feature: 0,
      units: description.layers.enumerated().map { index, layer in
        min(max(0, model.telling[layer.name] ?? 0), description.units(of: index) - 1)
      },
      description: description)
    try self.init(model: model, position: position, kernels: kernels)
    if model.telling.isEmpty, model.weights.isTrained { chooseMovingUnits() }
  }

  /// Shows of each recurrent layer the unit whose state moves most: where nobody wrote down which one
  /// tells something, the first may as well be one that does nothing.
  private mutating func chooseMovingUnits() {
    guard size <= Self.mostSearched else { return }
    for (index, planned) in network.plan.layers.enumerated() {
      guard let recurrent = planned.layer.recurrent else { continue }
      let changes = trace.changes(of: recurrent.remembered, layer: index)
      let moving = changes.indices.max { changes[$0] < changes[$1] }
      if let moving, changes[moving].isFinite { position.units[index] = moving }
    }
  }

  /// The most numbers of a moment in which such units are looked for, 16 MiB: so many are gone
  /// through unseen.
  private static let mostSearched = 1 << 22

  /// A moment at a position, everything computed anew, but for a run before it that `other` has.
  init(
    model: LoadedModel, position: Position, kernels: Kernels, after other: Moment? = nil,
    epoch: Epoch? = nil
  ) throws {
    self.model = model
    self.position = position
    self.kernels = kernels
    self.epoch = epoch
    size = try Self.size(model, position, hasEarlier: epoch?.before != nil)
    let changed = try Changes(position.changes, of: model, at: position, kernels: kernels)
    network = changed.network
    let example = try Example(model.observations, position.observation)
    original = example
    self.example = try changed.applied(to: example)
    let run = try network.forwardLater(
      self.example.observation, under: changed.interventions, kernels: kernels)
    self.run = run
    let runBefore =
      position.changes.isEmpty
      ? epoch?.before.map {
        other?.run(of: $0, at: position, epoch) ?? Self.run(of: $0, position, example, kernels)
      }
      : other?.runBefore(position, epoch) ?? Self.runBefore(model, position, example, kernels)
    self.runBefore = runBefore
    let beside = try position.beside.map { index in
      let example = try changed.applied(to: Example(model.observations, index))
      return Beside(
        example: example,
        run: try changed.network.forwardLater(
          example.observation, under: changed.interventions, kernels: kernels))
    }
    self.beside = beside
    scalesOfRuns = Deferred {
      // Old and new stand in one lane, on one scale.
      let before = runBefore?.value.map { [$0.trace] } ?? []
      return Scales([run.value] + before + (beside.map { [$0.trace] } ?? []))
    }
    answersSoFar = Deferred { try? run.value.answers() }
    scoreOfAll = Deferred {
      Result { () throws(Refusal) in
        try Evaluation.whole(model, at: position, kernels: kernels)
      }
    }
    self.position.timestep = timeline.current
  }

  /// The same moment with another position, computed anew.
  func computed(at position: Position) throws(Refusal) -> Moment {
    try Refusal.from {
      try Moment(
        model: model, position: position, kernels: kernels, after: self, epoch: epoch)
    }
  }

  /// What was before the last what-if of a position, where this moment has it.
  private func runBefore(_ other: Position, _ epoch: Epoch?) -> Deferred<Before?>? {
    guard other.observation == position.observation, other.description == position.description,
      epoch == self.epoch
    else { return nil }
    if other.changesBefore == position.changes { return itself }
    return other.changesBefore == position.changesBefore && !position.changes.isEmpty
      ? runBefore : nil
  }

  /// The run of an earlier version of the model, where this moment has it: as its own, or as what was
  /// before.
  private func run(
    of version: Versions.Version, at other: Position, _ epoch: Epoch?
  ) -> Deferred<Before?>? {
    guard position.changes.isEmpty, other.observation == position.observation,
      other.description == position.description, let own = self.epoch,
      own.generation == epoch?.generation
    else { return nil }
    if own.number == version.number { return itself }
    return own.before?.number == version.number ? runBefore : nil
  }

  /// This moment as what was before another.
  private var itself: Deferred<Before?> {
    Deferred { [example, run, answersSoFar] in
      Before(example: example, trace: run.value, answersSoFar: answersSoFar)
    }
  }

  /// The run of an earlier version of the model.
  private static func run(
    of version: Versions.Version, _ position: Position, _ example: Example, _ kernels: Kernels
  ) -> Deferred<Before?> {
    Deferred {
      let trace = try? version.network.with(position.description).forward(
        example.observation, kernels: kernels)
      return trace.map { trace in
        Before(
          example: example, trace: trace, answersSoFar: Deferred { try? trace.answers() })
      }
    }
  }

  /// The same, computed anew; nothing where the what-ifs of then do not fit this observation.
  private static func runBefore(
    _ model: LoadedModel, _ position: Position, _ example: Example, _ kernels: Kernels
  ) -> Deferred<Before?> {
    Deferred {
      try? Refusal.from {
        let changed = try Changes(
          position.changesBefore, of: model, at: position, kernels: kernels)
        let example = try changed.applied(to: example)
        let trace = try changed.network.forward(
          example.observation, under: changed.interventions, kernels: kernels)
        return Before(
          example: example, trace: trace, answersSoFar: Deferred { try? trace.answers() })
      }
    }
  }
}

extension Moment {
  /// The same without what its screen needs beside the run; see `ready()`.
  var lean: Moment {
    var moment = self
    moment.contrast = nil
    moment.schedules = []
    moment.orders = nil
    moment.sheet = nil
    return moment
  }
}

// MARK: - Along the time axis

extension Moment {
  /// Where one is along time.
  var timeline: Timeline { Timeline(count: example.observation.timesteps, at: position.timestep) }

  /// The timestep of a place, which may lie beyond the ends; −1 is before the first.
  func timestep(at place: Command.Place) -> Int {
    switch place {
    case .at(let timestep): timestep
    case .by(let distance): moved(position.timestep ?? -1, by: distance, within: Int.min...Int.max)
    case .start: -1
    case .first: 0
    case .last: example.observation.timesteps - 1
    }
  }

  /// The moment so many timesteps on; the ends are before the first timestep and the last.
  func stepped(by distance: Int) -> Moment { at(timeline.moved(by: distance).current) }

  /// The moment at a timestep, or at the one nearest to it; nil is before the first.
  func at(_ timestep: Int?) -> Moment {
    var next = self
    next.position.timestep = Timeline(count: timeline.count, at: timestep).current
    next.position.lit = nil
    return next
  }
}

/// A number moved within bounds; a distance that no number can hold ends at the bound.
package func moved(_ number: Int, by distance: Int, within bounds: ClosedRange<Int>) -> Int {
  let (sum, overflow) = number.addingReportingOverflow(distance)
  let reached = overflow ? (distance < 0 ? Int.min : Int.max) : sum
  return min(max(bounds.lowerBound, reached), bounds.upperBound)
}

/// A number moved around a ring of `count` places.
func turned(_ number: Int, by distance: Int, of count: Int) -> Int {
  count > 0 ? ((number + distance % count) % count + count) % count : 0
}
