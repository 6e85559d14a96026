import ArgumentParser
import ModelFiles
import Phrases
import Tutor
import Vocabulary

/// Which network, weights and data: the same words mean the same in every subcommand.
struct ModelOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "The model: latch, weather, adding, brackets, copy or parity, or a path: a folder with a model.yaml, a .yaml, Keras's .keras, "
        + ".h5 or .json, PyTorch's .pth or .pt, an .onnx. (default: latch)",
      valueName: "model"), transform: named)
  var file: String?

  @Option(
    name: .customLong("model"),
    help: ArgumentHelp("The same, as an option.", valueName: "model"), transform: named)
  var option: String?

  @Option(
    help: ArgumentHelp(
      "Weights from .safetensors, .keras, .h5, .pth or .onnx instead of the model's own.",
      valueName: "file"),
    transform: named)
  var weights: String?

  @Flag(
    help: "Fresh weights from --seed, as the layers draw them, instead of the model's own.")
  var untrained = false

  @Option(
    help: ArgumentHelp(
      "Input from .csv, .npy, .npz, .safetensors or .txt instead of the model's own data; - is a .csv "
        + "from standard input.",
      valueName: "file"), transform: named)
  var input: String?

  @OptionGroup(title: "How the input is meant") var reading: InputOptions

  @Option(
    help: ArgumentHelp(
      "The seed of weights and input for a model that has none of its own.", valueName: "number"))
  var seed: UInt64 = 0

  @Option(
    help: ArgumentHelp(
      "Where lessons/ is, if not found from the program.", valueName: "folder"),
    transform: named)
  var lessons: String?

  /// What stands behind the model and is no option; nothing may.
  @Argument(help: .hidden)
  var others: [String] = []

  /// The model that is meant.
  var model: String { file ?? option ?? ModelLibrary.usual }

  func validate() throws {
    if let other = others.first {
      throw ValidationError(
        ObservationFile.isNamed(other)
          ? ProgramPhrases.isData(other, orWeights: other.hasSuffix(".safetensors"))
          : ProgramPhrases.unexpected(other))
    }
    if let file, let option, file != option {
      throw ValidationError(ProgramPhrases.twoModels(file, option))
    }
    if untrained, weights != nil { throw ValidationError(ProgramPhrases.untrainedWithWeights) }
  }

  /// How the input is meant.
  func inputReading() throws -> InputReading {
    let reading = reading.reading
    guard input != nil || reading == InputReading() else {
      throw ValidationError(ProgramPhrases.needsInput)
    }
    return reading
  }

  /// Whether standard input is the file of the observations.
  var readsStandardInput: Bool { input == "-" || input == "/dev/stdin" }

  /// The shelf of models, with the paths that were asked for.
  func library() -> ModelLibrary { ModelLibrary(explicit: lessons) }

  /// The model as asked for.
  func load() throws -> LoadedModel { try load(from: library()) }

  /// The model as asked for, from a library that is open already.
  func load(from library: ModelLibrary) throws -> LoadedModel {
    let loaded = try library.load(
      model, weights: weights, input: input, reading: try inputReading(), seed: seed,
      isUntrained: untrained)
    loaded.notes.forEach { Output.note("\($0)") }
    return loaded
  }

  /// The model as asked for, described only.
  func outline() throws -> ModelOutline {
    let outline = try library().outline(
      model, weights: weights, input: input, reading: try inputReading(), seed: seed,
      isUntrained: untrained)
    outline.notes.forEach { Output.note("\($0)") }
    return outline
  }
}

/// Where the tutor opens and what it does first.
struct OpeningOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The observation to open, counted from 0.", valueName: "number"))
  var observation: Int?

  @Option(
    name: .customLong("do"),
    help: ArgumentHelp(
      "Commands to carry out first: \"go 12; select lstm1\". The help screen lists them.",
      valueName: "commands"))
  var commands: String?

  /// The commands, parsed.
  func parsed() throws -> [Command] {
    guard let commands else { return [] }
    do { return try Command.list(parsing: commands) } catch {
      throw ValidationError("--do: \(error)")
    }
  }
}
