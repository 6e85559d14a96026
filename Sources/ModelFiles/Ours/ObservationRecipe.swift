import Documents
import Engine
import Wording

/// Where a `model.yaml` says its observations come from.
///
///     {kind: latch, sequences: sequences.txt, seed: 7, first: 1}
///     {kind: weather, data: seattle-weather.csv, first: 1200}
///     {kind: file, data: input.npy, first: 0}
///     {kind: file, data: prices.csv, columns: [open, close], window: 50, target: close}
///
/// Refused are other kinds and keys, a network whose input has other sizes, and a first observation
/// that is not there.
struct ObservationRecipe {
  enum Kind {
    case latch(sequences: String?, seed: UInt64)
    case weather(data: String)
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
      let seed = try mapping["seed"]?.integer("seed", in: 0...Int.max) ?? 0
      self.kind = .latch(sequences: sequences, seed: UInt64(seed))
    case "weather":
      try mapping.allow(["kind", "data", "first"])
      self.kind = .weather(data: try Self.data(mapping, "seattle-weather.csv"))
    case "file":
      try mapping.allow(["kind", "data", "first"] + InputReading.keys)
      self.kind = .file(
        data: try Self.data(mapping, "input.npy"), try InputReading(yaml: mapping))
    case let found:
      let known = ["latch", "weather", "file"]
      throw kind.error(
        .choice(
          name: "kind", found: excerpt(found), nearest: nearest(to: found, in: known),
          known: known))
    }
    first = try mapping["first"]?.integer("first", in: 0...Int.max) ?? 0
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
    }
  }

  /// The observations for a network with that input.
  func source(for inputs: [InputLayer]) throws(FileError) -> ObservationSource {
    let source: ObservationSource
    let input = inputs[0]
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
    case .file(let data, let reading):
      source = .file(try ObservationFile(contentsOf: data, for: inputs, reading: reading))
    }
    if let count = source.count, first >= count {
      throw FileError(firstPlace, .noObservation(first, count: count))
    }
    return source
  }
}
