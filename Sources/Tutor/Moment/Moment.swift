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
  @Shared var model: LoadedModel
  var position: Position
  /// The network as it runs: with the flags and the weights that the user has set.
  @Shared private(set) var network: Network
  /// The observation as it is read: with the features that the user has set.
  @Shared private(set) var example: Example
  /// The observation as the data have it.
  @Shared private(set) var original: Example
  /// Which version of a followed model it is; nil where the model is not followed.
  @Shared var epoch: Epoch?
  private(set) var run: Deferred<Trace>
  private let runBefore: Deferred<Before?>?
  /// The second observation and its run, under the same what-ifs.
  @Shared private(set) var beside: Beside?
  private var scalesOfRuns: Deferred<Scales>
  /// What the network would answer at each timestep.
  private var answersSoFar: Deferred<AnswersSoFar?>
  /// Where the answer moves most, the timesteps in that order.
  private(set) var answerMoves: Deferred<[Int]>
  /// How many of all observations are answered rightly: a lesson may say so in every frame.
  let scoreOfAll: Deferred<Score>
  /// The two runs of the contrast screen, once it has been open; see `ready()`.
  @Shared var contrast: Contrast?
  /// The cells in each of the three orders, once the schedule screen has been open.
  var schedules: [Schedule] = []
  /// The three runs of the schedule screen, once all of its cells have been computed.
  @Shared var orders: OrderComparison?
  /// What the layer screen shows, once it has been open here, and the scores it was sorted by.
  @Shared var sheet: LayerSheet?
  var scores: [UnitScore: [Float]] = [:]
  /// Where the number of the origins screen comes from, once that has been open here.
  @Shared var origins: TracedOrigins?
  /// How far the quantities of large maps reach, by layer.
  var reaches: [QuantityName: [Int: ValueReach]] = [:]
  /// About how many numbers it holds, `contrast` and what else a screen needs aside.
  let size: Int
  /// Whether its run is larger than those that are made side by side: then no second one is kept, neither
  /// that before the last what-if nor those that undo goes back to.
  let isLarge: Bool
  @Shared private var interventions: Interventions
  /// The inner loops that everything here was computed with.
  package let kernels: Kernels

  /// The open observation and its run, just before the what-if that was said last; where nothing is
  /// supposed, in the version of a followed model before this one.
  struct Before: Sendable {
    let example: Example
    let trace: Trace
    fileprivate let answersSoFar: Deferred<AnswersSoFar?>
    /// What the network would have answered at each timestep, as `Moment.answers`.
    var answers: Tensor? { answersSoFar.value?.answers }
  }

  /// How many of all observations are answered rightly, or why that cannot be said. No `Result`, see the rules
  /// in Sources/README.md.
  enum Score: Sendable {
    case counted(Evaluation)
    case refused(Refusal)
  }

  /// An observation laid over the open one.
  struct Beside: Sendable {
    var example: Example
    fileprivate var run: Deferred<Trace>
    var trace: Trace { run.value }
  }

  var trace: Trace { run.value }
  /// What was before the last what-if; nil where nothing is supposed, and no earlier version is known.
  var before: Before? { runBefore?.value ?? nil }
  var scales: Scales { scalesOfRuns.value }
  /// What the layers behind the last recurrent one make of its h at each timestep, `[timesteps,
  /// outputs]`; nil where the network cannot be built.
  var answers: Tensor? { answersSoFar.value?.answers }

  /// The largest finite size among the answers, with those before the last what-if, which stand in the
  /// same row; nil where there are none.
  var largestAnswer: Float? {
    answersSoFar.value.map { max($0.largest, before?.answersSoFar.value?.largest ?? 0) }
  }

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
    chooseTrueAnswer()
  }

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
    let isLarge = Self.isLarge(model, position)
    self.isLarge = isLarge
    interventions = changed.interventions
    let network = changed.network
    self.network = network
    let original = try Example(model.observations, position.observation)
    self.original = original
    let example = try changed.applied(to: original)
    self.example = example
    let run = try network.forwardLater(
      example.observation, under: changed.interventions,
      toward: .of(example.facts, network.plan), kernels: kernels)
    self.run = run
    let runBefore =
      isLarge
      ? nil
      : position.changes.isEmpty
        ? epoch?.before.map {
          other?.run(of: $0, at: position, epoch) ?? Self.run(of: $0, position, original, kernels)
        }
        : other?.runBefore(position, epoch) ?? Self.runBefore(model, position, original, kernels)
    self.runBefore = runBefore
    let beside = try position.beside.map { index in
      let example = try changed.applied(to: Example(model.observations, index))
      return Beside(
        example: example,
        run: try network.forwardLater(
          example.observation, under: changed.interventions,
          toward: .of(example.facts, network.plan), kernels: kernels))
    }
    self.beside = beside
    scalesOfRuns = Self.scales(run, runBefore, beside)
    answersSoFar = Self.answers(run)
    answerMoves = Self.moves(answersSoFar)
    scoreOfAll = Deferred {
      do throws(Refusal) {
        return .counted(try Evaluation.whole(model, at: position, kernels: kernels))
      } catch {
        return .refused(error)
      }
    }
    self.position.timestep = timeline.current
  }

  private static func scales(
    _ run: Deferred<Trace>, _ before: Deferred<Before?>?, _ beside: Beside?
  ) -> Deferred<Scales> {
    Deferred {
      // Old and new stand in one lane, on one scale.
      let before = before?.value.map { [$0.trace] } ?? []
      return Scales([run.value] + before + (beside.map { [$0.trace] } ?? []))
    }
  }

  private static func answers(_ run: Deferred<Trace>) -> Deferred<AnswersSoFar?> {
    Deferred { AnswersSoFar(run.value) }
  }

  private static func moves(_ answers: Deferred<AnswersSoFar?>) -> Deferred<[Int]> {
    Deferred { answers.value.map { AnswerMoves.places($0.answers) } ?? [] }
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
          example: example, trace: trace, answersSoFar: Deferred { AnswersSoFar(trace) })
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
          example: example, trace: trace, answersSoFar: Deferred { AnswersSoFar(trace) })
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
    moment.origins = nil
    return isLarge ? moment.withoutRuns() : moment
  }

  /// The same with its runs still to be worked out: what they hold is more than can be kept beside
  /// another.
  private func withoutRuns() -> Moment {
    func again(_ example: Example) -> Deferred<Trace>? {
      try? network.forwardLater(
        example.observation, under: interventions,
        toward: .of(example.facts, network.plan), kernels: kernels)
    }
    guard let run = again(example) else { return self }
    var moment = self
    moment.run = run
    if let beside, let other = again(beside.example) { moment.beside?.run = other }
    moment.scalesOfRuns = Self.scales(run, runBefore, moment.beside)
    moment.answersSoFar = Self.answers(run)
    moment.answerMoves = Self.moves(moment.answersSoFar)
    return moment
  }

  /// The same with the runs of another moment, where they are of the same: those that a large one left
  /// behind need not be worked out again for a step along time.
  func sharingRuns(with other: Moment) -> Moment {
    guard isLarge, other.isLarge, model.name == other.model.name, model.files == other.model.files,
      position.observation == other.position.observation,
      position.beside == other.position.beside, position.changes == other.position.changes,
      position.description == other.position.description
    else { return self }
    var moment = self
    moment.run = other.run
    moment.beside = other.beside
    moment.scalesOfRuns = other.scalesOfRuns
    moment.answersSoFar = other.answersSoFar
    moment.answerMoves = other.answerMoves
    return moment
  }
}
