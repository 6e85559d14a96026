import Engine
import Kernels
import ModelFiles
import Screen
import Vocabulary

/// The tutor at one moment: a value. `update` turns it and a command into the next one, `view` turns
/// it and a size into a frame; neither touches a file, a clock or a terminal.
package struct State: Sendable {
  var moment: Moment
  var history = History<Moment>()
  /// A sentence about the last command, shown until the next one.
  package internal(set) var message: String?
  /// Whether the last command was not carried out; `message` says why.
  package internal(set) var isRefused = false
  /// Whether the tutor moves by itself.
  package internal(set) var isPlaying = false
  /// Timesteps a second while playing.
  package internal(set) var speed = 4
  /// The digits typed before a key.
  package internal(set) var count: Int?
  /// Whether the help lies over the screen, and how far it is scrolled.
  package internal(set) var helpLine: Int?
  /// The line in which a command is being typed.
  package internal(set) var prompt: Prompt?
  /// The lines that were typed before.
  var prompted: [String] = []
  /// Places kept under a name.
  var bookmarks: [String: Bookmark] = [:]
  /// What stops playing.
  var breakpoints: [Command.Breakpoint] = []
  /// The game of guessing, while it is on.
  var prediction: Prediction?
  /// Where playing by itself stops, and the milliseconds between two steps; nil for the usual.
  var playTarget: Int?
  var playInterval: Int?
  /// The lesson that is played.
  package internal(set) var lesson: LessonPlay?
  /// The list of lessons, while it lies over the screen.
  package internal(set) var lessonList: LessonList?
  /// The tutor that comes back when the lesson is left, in an array of one.
  var outside: [State] = []
  /// What was done so far, where that is to be kept.
  package internal(set) var journal: Journal?
  /// Whether colours can tell two values in one cell apart; see `Look.hasHalfCells`.
  package var hasHalfCells = true
  /// Whether whoever shows the tutor lets the lesson go on by itself, for its title line to say so.
  package var goesOnByItself = false
  /// The names of the models that `model +1` goes through.
  package let models: [String]

  /// A place in a model.
  struct Bookmark: Hashable, Sendable {
    var model: String
    var position: Position
  }

  /// The tutor at the first timestep of the observation that a model opens with.
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

extension State {
  /// What has been chosen. Two tutors at equal positions of one model show the same numbers.
  package var position: Position { moment.position }
  package var model: LoadedModel { moment.model }
  package var network: Network { moment.network }
  package var plan: NetworkPlan { moment.network.plan }
  package var trace: Trace { moment.trace }
  /// The observation that is open, with what is known of it.
  package var example: Example { moment.example }
  /// How many timesteps the open observation has.
  package var timesteps: Int { moment.example.observation.timesteps }

  /// What a key means now.
  package var context: Keymap.Context {
    if helpLine != nil { return .help }
    return position.screen.view.context
  }

  /// The places of the LSTM layers that can be computed.
  var recurrentLayers: [Int] { plan.layers.indices.filter { plan.layers[$0].layer.isRecurrent } }

  /// Whether a layer reads what comes before it from its end.
  func readsBackwards(_ layer: Int) -> Bool {
    if case .lstm(let settings) = position.description.layers[layer] {
      settings.goBackwards
    } else {
      false
    }
  }

  /// The timestep of its input that a layer reads at the current one.
  func timestepRead(by layer: Int) -> Int {
    let timestep = max(0, position.timestep)
    return readsBackwards(layer) ? timesteps - 1 - timestep : timestep
  }

  /// The timestep of the observation that the first layer reads at the current one.
  var inputTimestep: Int { plan.layers.isEmpty ? max(0, position.timestep) : timestepRead(by: 0) }

  /// Whether a timestep of the observation has been read by the first layer.
  func hasRead(_ timestep: Int) -> Bool {
    guard let first = plan.layers.indices.first, readsBackwards(first) else {
      return timestep <= position.timestep
    }
    return timestep >= timesteps - 1 - position.timestep
  }

  /// The width of a layer.
  func units(of layer: Int) -> Int { position.description.layers[layer].units }

  /// The unit of a layer that is shown over time.
  func unit(of layer: Int) -> Int { position.units[layer] }

  /// The name of what is chosen.
  var selectedName: String { moment.selectedName }

  /// What has left a layer by now, one vector: of this timestep where it hands on a sequence, of the
  /// end where it does not; nil before there is one.
  func output(of layer: Int) -> [Float]? {
    guard let output = trace.output(layer), position.timestep >= 0 else { return nil }
    let units = units(of: layer)
    if output.shape.count == 2 {
      let start = position.timestep * units
      return Array(output.values[start..<(start + units)])
    }
    return position.timestep == timesteps - 1 ? output.values : nil
  }
}

extension State: Equatable {
  /// Whether two tutors show the same and will do the same: places, changes, marks and breakpoints.
  /// How one came there, the history, does not count.
  package static func == (one: State, other: State) -> Bool {
    one.model.name == other.model.name && one.position == other.position
      && one.helpLine == other.helpLine && one.prompt == other.prompt
      && one.isPlaying == other.isPlaying && one.speed == other.speed && one.count == other.count
      && one.bookmarks == other.bookmarks && one.breakpoints == other.breakpoints
      && one.prediction == other.prediction && one.message == other.message
      && one.lesson == other.lesson && one.lessonList == other.lessonList
  }
}
