import Engine
import Kernels
import ModelFiles
import Screen
import Vocabulary

/// The screens, what is chosen on them and what was computed from it: a value. `update` turns it and
/// a command into the next one; it touches no file, no clock and no terminal.
///
/// A screen holds it and is moved about for every line that it draws. So what is large is `@Shared`.
package struct Explorer: Sendable {
  /// What was chosen, and what was computed from it.
  @Shared package internal(set) var moment: Moment
  var history = History<Moment>()
  /// The versions of the model that is followed while it is trained; nil where none is.
  @Shared package internal(set) var versions: Versions?
  /// The training of the open model that runs here; nil where none was begun.
  @Shared package internal(set) var training: LiveTraining?
  /// The networks side by side of the reach screen, once any of them was trained.
  @Shared package internal(set) var comparison: GapComparison?
  /// Trainings as they begin.
  let freshTrainings = FreshTrainings()
  /// Whether steps are taken by somebody beside it, see `take`; otherwise a command takes them at once.
  package var trainsBeside = false
  /// A sentence about the last command, shown until the next one.
  package internal(set) var message: String?
  /// Whether the last command was not carried out; `message` says why.
  package internal(set) var isRefused = false
  /// What moves by itself.
  package var motion = Motion()
  /// The digits typed before a key.
  package internal(set) var count: Int?
  /// Places that are kept, and comparisons that stop playing.
  var marks = Marks()
  /// The game of guessing, while it is on.
  var prediction: Prediction?
  /// How many observations come out right, once somebody asked; see `followCount`.
  @Shared var evaluation: Evaluation?
  /// What it answers to each observation, once somebody listed them; see `followCount`. The list over
  /// the screen shows it, so it is no part of what two explorers have in common.
  @Shared var table: ObservationTable?
  /// What a newcomer is invited to, at the top of the network screen, until the first key.
  package internal(set) var invitation: String?
  /// What was done so far, where that is to be kept.
  @Shared package internal(set) var journal: Journal?
  /// Whether colours can tell two values in one cell apart; see `Look.hasHalfCells`.
  package var hasHalfCells = true
  /// The names of the models that `model +1` goes through.
  package let models: [String]

  /// The explorer at the first timestep of the observation that a model opens with.
  ///
  /// `observation` is another one to open, `models` are the names that `model +1` goes through; the
  /// portable `kernels` give the same numbers on every machine.
  /// Throws what the model's data says of an observation that is not there.
  package init(
    _ model: LoadedModel, observation: Int? = nil, models: [String] = [],
    kernels: Kernels = .chosen
  ) throws {
    self.models = models
    moment = try Moment(
      model, observation: observation ?? model.firstObservation, kernels: kernels)
  }
}

extension Explorer {
  /// What has been chosen. Two explorers at equal positions of one model show the same numbers.
  package var position: Position { moment.position }
  package var model: LoadedModel { moment.model }
  package var network: Network { moment.network }
  package var plan: NetworkPlan { moment.network.plan }
  package var trace: Trace { moment.trace }
  /// The run before the last what-if, or in the version before; nil where there is none.
  var traceBefore: Trace? { moment.before?.trace }
  /// The observation that is open, with what is known of it.
  package var example: Example { moment.example }
  /// How many timesteps the open observation has.
  package var timesteps: Int { moment.example.observation.timesteps }
  /// Whether it moves by itself.
  package var isPlaying: Bool { motion.isPlaying }
  /// Timesteps a second while playing.
  package var speed: Int { motion.speed }

  /// What a key means now.
  package var context: Keymap.Context { .screen(position.screen) }

  /// What a key comes to: a digit of a count, or a command; nil for no meaning.
  package func input(for key: Key) -> Input? {
    Keymap.digit(key, after: count).map { .digit($0) }
      ?? Keymap.command(for: key, in: context, count: count).map { .command($0) }
  }
}

extension Explorer {
  /// The places of the recurrent layers that can be computed.
  var recurrentLayers: [Int] { plan.layers.indices.filter { plan.layers[$0].layer.isRecurrent } }

  /// The settings of a recurrent layer; nil for any other.
  func recurrent(_ layer: Int) -> (any RecurrentLayer)? {
    position.description.layers[layer].recurrent
  }

  /// Whether gradients are shown: asked for, and there.
  var showsGradients: Bool { position.showsGradients && trace.goesBack }

  /// What a recurrent layer works out, in the order in which it is shown, with its gradients where they
  /// are; nothing for any other.
  func shownQuantities(of layer: Int) -> [LayerQuantity] {
    recurrent(layer).map { $0.quantities + (showsGradients ? $0.gradients : []) } ?? []
  }

  /// Their names.
  func quantities(of layer: Int) -> [QuantityName] { shownQuantities(of: layer).map(\.name) }

  /// Whether a layer reads what comes before it from its end.
  func readsBackwards(_ layer: Int) -> Bool {
    position.description.layers[layer].readsBackwards
  }

  /// Whether the first layer reads the observation in its own order.
  var readsInOrder: Bool { !(plan.layers.indices.first.map(readsBackwards) ?? false) }

  /// Where one is along time.
  package var timeline: Timeline { moment.timeline }

  /// The timestep that is looked at: the one read last, or the first while nothing has been read.
  var timestep: Int { position.timestep ?? 0 }

  /// The timestep of its input that a layer reads at the current one.
  func timestepRead(by layer: Int) -> Int {
    let last = length(of: layer) - 1
    let own = min(timestep, last)
    return readsBackwards(layer) ? last - own : own
  }

  /// The timestep of the observation that the first layer reads at the current one.
  var inputTimestep: Int { readsInOrder ? timestep : timeline.mirrored(timestep) }

  /// Whether a timestep of the observation has been read by the first layer.
  func hasRead(_ timestep: Int) -> Bool {
    guard let first = plan.layers.indices.first, readsBackwards(first) else {
      return timeline.hasRead(timestep)
    }
    return timeline.hasRead(timeline.mirrored(timestep))
  }

  /// How many timesteps a layer has, of what leaves it or of its states: those of the observation
  /// unless a layer such as a pooling one makes fewer or more.
  func length(of layer: Int) -> Int {
    trace.rows(of: layer) ?? timesteps
  }

  /// Whether a layer skips a timestep of its own, which a mask says does not count.
  func skips(_ timestep: Int, _ layer: Int) -> Bool {
    guard let mask = trace.mask(layer), mask.indices.contains(timestep) else { return false }
    return !mask[timestep]
  }

  /// Whether a quantity is not worked out where its layer skips a timestep: its gates; its states are
  /// carried over.
  func lacks(_ quantity: QuantityName, at timestep: Int, in layer: Int) -> Bool {
    lacking(quantity, in: layer)(timestep)
  }

  /// The same for every timestep of a row: the layer is asked once.
  func lacking(_ quantity: QuantityName, in layer: Int) -> (Int) -> Bool {
    guard quantity.recurrent != nil, !quantity.isState, !quantity.isGradient,
      let mask = trace.mask(layer)
    else { return { _ in false } }
    return { mask.indices.contains($0) && !mask[$0] }
  }

  /// The name of the recurrent layer that must have read everything before another one begins, rather
  /// one that reads from the end; nil where none must.
  func awaited(by layer: Int) -> String? {
    guard plan.layers.indices.contains(layer) else { return nil }
    let awaited = plan.awaited[layer]
    let place = awaited.first { plan.layers[$0].layer.readsBackwards } ?? awaited.first
    return place.map { plan.layers[$0].layer.name }
  }

  /// The names of what a layer reads.
  func namesRead(by planned: PlannedLayer) -> [String] {
    planned.sources.map { source in
      source.layer.map { plan.layers[$0].layer.name } ?? position.description.input.name
    }
  }

  /// The width of a layer.
  func units(of layer: Int) -> Int {
    position.description.layers[layer].width
      ?? (plan.layers.indices.contains(layer) ? plan.layers[layer].units : 1)
  }

  /// The unit of a layer that is shown over time.
  func unit(of layer: Int) -> Int { position.units[layer] }

  /// The name of what is chosen.
  package var selectedName: String { moment.selectedName }

  /// What has left a layer by now, one vector: of this timestep where it hands on a sequence, of the
  /// end where it does not; nil before there is one.
  func output(of layer: Int) -> [Float]? { output(of: layer, in: trace) }

  /// The same before the last what-if, or in the version before; nil where there is none.
  func outputBefore(of layer: Int) -> [Float]? {
    traceBefore.flatMap { output(of: layer, in: $0) }
  }

  private func output(of layer: Int, in trace: Trace) -> [Float]? {
    guard let output = trace.output(layer), let timestep = position.timestep else { return nil }
    let units = units(of: layer)
    if output.shape.count == 2 {
      let start = min(timestep, output.shape[0] - 1) * units
      return Array(output.values[start..<(start + units)])
    }
    return timeline.isAtEnd ? output.values : nil
  }
}

extension Explorer: Equatable {
  /// Whether two explorers show the same and will do the same: places, changes, marks and
  /// breakpoints. How one came there, the history, does not count.
  package static func == (one: Explorer, other: Explorer) -> Bool {
    one.model.name == other.model.name && one.position == other.position
      && one.isPlaying == other.isPlaying && one.speed == other.speed && one.count == other.count
      && one.marks == other.marks && one.prediction == other.prediction
      && one.message == other.message && one.evaluation == other.evaluation
      && one.invitation == other.invitation && one.moment.epoch == other.moment.epoch
      && one.versions?.count == other.versions?.count && one.training == other.training
      && one.comparison == other.comparison
  }
}
