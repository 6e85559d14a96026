import ArgumentParser
import ModelFiles
import Phrases

/// How the file of `--input` is meant.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The columns of a .csv that are the features, in their order: open,high,low,close.",
      valueName: "names"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "Cut windows of so many rows from a longer table (default: as many as the model reads).",
      valueName: "rows"))
  var window: Int?

  @Option(
    help: ArgumentHelp(
      "Rows from the beginning of a window to that of the next.", valueName: "rows"))
  var step = 1

  @Option(
    help: ArgumentHelp(
      "The column of a .csv whose value in the row after a window is the true answer.",
      valueName: "name"))
  var target: String?

  @Option(
    help: ArgumentHelp(
      "The column of a .csv that says to which sequence a row belongs.", valueName: "name"))
  var group: String?

  @Flag(help: "Take from each feature its mean, and divide it by its standard deviation.")
  var standardise = false

  @Flag(help: "Bring each feature to between 0 and 1.")
  var normalise = false

  @Option(
    help: ArgumentHelp(
      "The rows whose statistics scale all others: 0:800 (default: all).", valueName: "rows"))
  var fitOn: String?

  @Option(
    help: ArgumentHelp(
      "What is put where a .csv has no value: forward (the one before), zero, drop (leave the row "
        + "out) or keep (NaN). Otherwise missing values are refused.",
      valueName: "how"))
  var missing: InputReading.MissingValues?

  @Option(
    help: ArgumentHelp("Which array of an .npz or .safetensors is the input.", valueName: "name"))
  var array: String?

  @Option(
    help: ArgumentHelp(
      "Make texts the numbers of an Embedding: what tokenizer.to_json() gave.", valueName: "file"),
    transform: named)
  var tokenizer: String?

  @Option(
    help: ArgumentHelp("Where a short text gets its zeros: pre or post.", valueName: "end"))
  var pad: InputReading.Padding = .pre

  func validate() throws {
    for (option, rows) in [("--window", window ?? 1), ("--step", step)]
    where !(1...1_000_000).contains(rows) {
      throw ValidationError(
        ProgramPhrases.number(option, from: "1", to: "1,000,000", found: "\(rows)"))
    }
    if standardise, normalise {
      throw ValidationError(ProgramPhrases.oneOf("--standardise", "--normalise"))
    }
    if let fitOn, InputReading.rows(fitOn) == nil {
      throw ValidationError(ProgramPhrases.rows("--fit-on", found: fitOn))
    }
  }

  /// The options that were given, as they are typed.
  var said: [String] {
    let values: [(String, String?)] = [
      ("--columns", columns), ("--window", window.map(String.init)),
      ("--step", step == 1 ? nil : "\(step)"), ("--target", target), ("--group", group),
      ("--fit-on", fitOn), ("--missing", missing?.rawValue), ("--array", array),
      ("--tokenizer", tokenizer), ("--pad", pad == .pre ? nil : pad.rawValue),
    ]
    return values.compactMap { name, value in value.map { "\(name) \($0)" } }
      + (standardise ? ["--standardise"] : []) + (normalise ? ["--normalise"] : [])
  }

  /// What was said, one by one.
  var reading: InputReading {
    var reading = InputReading()
    reading.columns = columns.map { list in
      list.split(separator: ",").map { name in
        String(name.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
    }
    reading.window = window
    reading.step = step
    reading.target = target
    reading.group = group
    reading.scaling = standardise ? .standardise : normalise ? .normalise : nil
    reading.fitOn = fitOn.flatMap(InputReading.rows)
    reading.missing = missing
    reading.array = array
    reading.tokenizer = tokenizer
    reading.padding = pad
    return reading
  }
}
