import Documents
import Engine
import Wording

/// Where a `model.yaml` says its observations come from.
///
///     {kind: latch, sequences: sequences.txt, seed: 7, first: 1}
///     {kind: weather, data: seattle-weather.csv, first: 1200}
///     {kind: copy, length: 45, seed: 7, first: 0}
///     {kind: parity, every_timestep: false}
///     {kind: file, data: input.npy, first: 0}
///     {kind: file, data: prices.csv, columns: [open, close], window: 50, target: close}
///
/// Those that a task draws are as long as the input where no `length` is said: the timesteps, of `copy` the
/// gap before the end. `parity` is asked after each timestep where the network answers there.
///
/// Refused are other kinds and keys, a network whose input has other sizes, and a first observation
/// that is not there.
struct ObservationRecipe {
  enum Kind {
    case latch(sequences: String?, seed: UInt64)
    case weather(data: String)
    case drawn(DrawnTask.Kind, length: Int?, everyTimestep: Bool?, seed: UInt64)
    case file(data: String, InputReading)
  }

  var kind: Kind
  /// Which observation opens, and where that is written.
  var first = 0
  var place: Place
  var firstPlace: Place

  init(yaml value: DocumentValue) throws(FileError) {
    let mapping = try value.mapping("observations")
    let kind = try mapping.required("kind", example: "kind: file")
    place = value.place
    firstPlace = mapping["first"]?.place ?? value.place
    switch try kind.text("kind") {
    case "latch":
      try mapping.allow(["kind", "sequences", "seed", "first"])
      let sequences = try mapping["sequences"]?.path("sequences")
      self.kind = .latch(sequences: sequences, seed: try Self.seed(mapping))
    case "weather":
      try mapping.allow(["kind", "data", "first"])
      self.kind = .weather(data: try Self.data(mapping, "seattle-weather.csv"))
    case "file":
      try mapping.allow(["kind", "data", "first"] + InputReading.keys)
      self.kind = .file(
        data: try Self.data(mapping, "input.npy"), try InputReading(yaml: mapping))
    case let found:
      if let task = DrawnTask.Kind(rawValue: found) {
        self.kind = try Self.drawn(task, mapping)
        break
      }
      let known = ["latch", "weather"] + DrawnTask.Kind.allCases.map(\.rawValue) + ["file"]
      throw kind.error(
        .choice(
          name: "kind", found: excerpt(found), nearest: nearest(to: found, in: known),
          known: known))
    }
    first = try mapping["first"]?.integer("first", in: 0...Int.max) ?? 0
  }

  private static func seed(_ mapping: DocumentMapping) throws(FileError) -> UInt64 {
    UInt64(try mapping["seed"]?.integer("seed", in: 0...Int.max) ?? 0)
  }

  private static func drawn(
    _ task: DrawnTask.Kind, _ mapping: DocumentMapping
  ) throws(FileError) -> Kind {
    let own = task == .parity ? ["every_timestep"] : []
    try mapping.allow(["kind", "length"] + own + ["seed", "first"])
    return .drawn(
      task, length: try mapping["length"]?.integer("length", in: task.lengths),
      everyTimestep: try mapping["every_timestep"]?.flag("every_timestep"),
      seed: try seed(mapping))
  }

  private static func data(
    _ mapping: DocumentMapping, _ example: String
  ) throws(FileError) -> String {
    try mapping.required("data", example: "data: \(example)").path("data")
  }

  /// The file that the observations stand in.
  var file: String? {
    switch kind {
    case .latch(let sequences, _): sequences
    case .weather(let data), .file(let data, _): data
    case .drawn: nil
    }
  }

  /// The observations for a network.
  func source(for network: NetworkDescription) throws(FileError) -> ObservationSource {
    let source: ObservationSource
    let input = network.input
    switch kind {
    case .latch(let sequences, let seed):
      guard let timesteps = input.timesteps, input.features == LatchSequences.symbols else {
        throw FileError(
          place, .latchInput(timesteps: input.timesteps, features: input.features))
      }
      source = .latch(
        try LatchSequences(contentsOf: sequences, timesteps: timesteps, seed: seed))
    case .weather(let data):
      guard let timesteps = input.timesteps, input.features == WeatherWindows.features.count else {
        throw FileError(
          place, .weatherInput(timesteps: input.timesteps, features: input.features))
      }
      source = .weather(try WeatherWindows(contentsOf: data, timesteps: timesteps))
    case .drawn(let task, let length, let everyTimestep, let seed):
      source = .drawn(
        DrawnSequences(try drawn(task, length, everyTimestep, for: network), seed: seed))
    case .file(let data, let reading):
      source = .file(
        try ObservationFile(contentsOf: data, for: network.inputs, reading: reading))
    }
    if let count = source.count, first >= count {
      throw FileError(firstPlace, .noObservation(first, count: count))
    }
    return source
  }

  /// The task for a network that reads its sequences.
  private func drawn(
    _ kind: DrawnTask.Kind, _ length: Int?, _ everyTimestep: Bool?, for network: NetworkDescription
  ) throws(FileError) -> DrawnTask {
    let input = network.input
    let answersEach = everyTimestep ?? (network.plan().layers.last?.handsOnSequence == true)
    let length = length ?? input.timesteps.map { kind.length(timesteps: $0) }
    let task = length.flatMap { DrawnTask(kind, length: $0, answersEachTimestep: answersEach) }
    guard network.inputs.count == 1, let task, input.hasTimesteps, input.hasFeatures,
      input.features == task.rule.features.count,
      input.timesteps == nil || input.timesteps == task.rule.timesteps
    else {
      throw FileError(
        place,
        .taskInput(
          kind, length: length, timesteps: input.timesteps, features: input.features))
    }
    return task
  }
}
