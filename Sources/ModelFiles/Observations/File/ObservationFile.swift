import Documents
import Engine
import Wording

/// Observations from a file of the user's own: one `[timesteps, features]`, a batch of them, or windows
/// cut from a longer table.
///
/// `InputReading` says how the file is meant. NaN and infinity in an array are taken as they are: one
/// may be looking for where they go; a number that is missing in a table is refused, or filled as asked.
package struct ObservationFile: Hashable, Sendable {
  /// The path as it was given.
  package let file: String
  /// How it was read.
  package let reading: InputReading
  /// What goes into the first input.
  var rows: InputRows
  /// What goes into the inputs beside it, in their order.
  var beside: [InputRows] = []
  /// The names of the features, where the file has some.
  package var featureNames: [String]?
  /// What is in the file and is passed over, such as a column of words.
  package var passedOver: [ColumnName] = []

  /// What each row is called.
  var marks: [TimestepFacts.Mark]?
  /// The word of each row.
  var words: [String?]?
  /// The word of each number, where a tokenizer came with numbers.
  var vocabulary: [Int: String] = [:]
  /// The numbers as they were before they were scaled, `[rows, features]`.
  var unscaled: [Float]?
  /// The true answer of each observation.
  package internal(set) var truths: [ObservationFacts.Truth]?
  /// What the features were scaled by.
  var scale: FeatureScale?
  /// Whether the observations are windows over rows.
  var areWindows = false

  /// Whether a file's name is that of observations.
  package static func isNamed(_ file: String) -> Bool {
    FileFormat.inputs.contains { $0.isNamed(file) }
  }

  /// Reads `file` by its first bytes and its ending, for a network of some inputs; throws where it does
  /// not hold what they read, or is not what `reading` says.
  package init(
    contentsOf file: String, for inputs: [InputLayer] = [],
    reading: InputReading = InputReading()
  ) throws(FileError) {
    // What comes through a pipe has no name, and is a table.
    let path = file == "-" ? "/dev/stdin" : file
    let stored =
      path == "/dev/stdin"
      ? try StoredInput.csv(path, .everything)
      : try FileFormat.read(path, in: FileFormat.inputs)
    try self.init(stored, of: file == "-" ? "standard input" : file, for: inputs, reading)
  }

  private init(
    _ stored: StoredInput, of file: String, for inputs: [InputLayer], _ reading: InputReading
  ) throws(FileError) {
    if inputs.first?.hasFeatures == false, reading.scaling != nil {
      throw FileError(file, .input(.scaledTokens))
    }
    switch stored {
    case .lines(let lines):
      let tokens = try Self.tokens(of: lines, file, inputs, reading)
      self = tokens
      return
    case .table(let table) where inputs.first?.hasFeatures == false && reading.tokenizer != nil:
      if let read = try Self.texts(table, file, inputs, reading) {
        self = read
        return
      }
      self = try Self.numbers(table, file, inputs, reading)
    case .table(let table):
      self = try Self.numbers(table, file, inputs, reading)
    case .array(let array):
      if inputs.count > 1 {
        throw FileError(file, .input(.severalInputs(inputs.map(\.name), present: [])))
      }
      self = try Self.arrays([array], file, inputs, reading)
    case .arrays(let arrays):
      self = try Self.arrays(
        try arrays.chosen(for: inputs, file, reading), file, inputs, reading)
    }
    if let tokenizer = reading.tokenizer, inputs.first?.hasFeatures != false {
      throw FileError(tokenizer, .input(.tokenizerForNumbers))
    }
    if let tokenizer = reading.tokenizer, words == nil {
      vocabulary = try KerasTokenizer(contentsOf: tokenizer).words
    }
  }

  /// Observations of which nothing but the numbers is known.
  init(_ rows: InputRows, of file: String, _ reading: InputReading) {
    self.rows = rows
    self.file = file
    self.reading = reading
  }

  /// What was passed over; nil where nothing was.
  var note: PassedOver? {
    passedOver.isEmpty ? nil : PassedOver(file: file, content: .columns(passedOver))
  }

  /// How many observations the file holds.
  package var count: Int { rows.starts.count }

  /// How many observations behind one share rows with it, its true answer's row included.
  package var sharing: Int { areWindows ? timesteps / reading.step : 0 }

  /// The numbers of one, `[timesteps, features]`.
  package func observation(_ index: Int) -> Observation {
    var observation = rows.observation(index)
    observation.beside = beside.map { $0.observation(index) }
    return observation
  }

  func facts(_ index: Int) -> ObservationFacts {
    let name = Cleaning.text(file.split(separator: "/").last.map(String.init) ?? file)
    let start = rows.starts[index]
    let kind: ObservationFacts.Kind
    if areWindows || marks != nil, words == nil {
      let last = start + rows.timesteps - 1
      kind = .rows(
        first: marks?[start] ?? .number(start), last: marks?[last] ?? .number(last), of: name,
        count: count)
    } else {
      kind = .file(name, count: count)
    }
    var facts = ObservationFacts(index: index, kind: kind)
    facts.scaling = reading.scaling
    facts.truth = truths?[index]
    facts.target = truths.flatMap { $0[index].isYes }
    return facts
  }

  func timesteps(of index: Int) -> [TimestepFacts] {
    let start = rows.starts[index]
    return (0..<rows.timesteps).map { timestep in
      let row = start + timestep
      var facts = TimestepFacts(mark: marks?[row] ?? .number(timestep), readings: [])
      if let words { facts.word = words[row] }
      if !vocabulary.isEmpty, let number = Int(exactly: rows.values[row]) {
        facts.word = vocabulary[number]
      }
      if let unscaled {
        facts.readings = (0..<rows.features).map {
          Reading(.number("\(unscaled[row * rows.features + $0])"))
        }
      }
      return facts
    }
  }
}

extension ObservationFile: ObservationSeries {
  var observationCount: Int? { count }
  var featureCount: Int { rows.features }
  var source: String { file }
  package var timesteps: Int { rows.timesteps }
}
