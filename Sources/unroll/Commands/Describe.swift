import ArgumentParser
import Documents
import Engine
import Foundation
import ModelFiles
import Phrases
import Wording

/// `unroll describe`: a model of any kind of file as one of ours, in which everything can be changed.
struct Describe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Write a model of any kind of file as a model.yaml, to change it.",
    discussion: """
      A file of weights does not say how they are used. What is assumed stands as a comment at the \
      top, and the model can be changed below it: unroll --model model.yaml opens it.
      """)

  @Argument(
    help: ArgumentHelp("A model, by its name or path.", valueName: "model"), transform: named)
  var model: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var output = "-"

  @Option(
    help: ArgumentHelp(
      "A safetensors file to write the weights to, by the names of the layers.",
      valueName: "file"), transform: named)
  var weightsTo: String?

  @Flag(help: "Write over what is there already.")
  var force = false

  @Option(
    help: ArgumentHelp("Where lessons/ is, if not found from the program.", valueName: "folder"),
    transform: named)
  var lessons: String?

  func run() throws {
    let loaded = try ModelLibrary(explicit: lessons).load(model)
    let place = try outputPlace(output, "--output", besides: loaded.files)
    var weights: String?
    if case .file(let file) = loaded.weights { weights = file }
    if let weightsTo {
      let target = try outputPlace(weightsTo, "--weights-to", besides: loaded.files)
      let tensors = loaded.network.weights.mapValues { NumberArray($0) }
      try target.write(Data(Safetensors(tensors: tensors).encoded))
      weights = target.file
    }
    let text = ModelText(loaded, weights: weights.map(pathFromOutput)).text
    try place.write(Data(text.utf8))
  }

  /// Where something is written: over what is there already, which may have been changed by hand, only
  /// where that is asked for.
  private func outputPlace(
    _ name: String, _ option: String, besides inputs: [String]
  ) throws -> OutputPlace {
    let place = try OutputPlace(name, option: option, inputs: inputs)
    if !force, let file = place.file, FileInTheWay(file) != nil {
      throw Failure("\(option): \(FilePhrases.wouldBeLost(file))")
    }
    return place
  }

  /// A path as the written file has to name it: from its own folder, or from the root.
  private func pathFromOutput(_ path: String) -> String {
    func folder(_ path: String) -> String {
      URL(fileURLWithPath: path).deletingLastPathComponent().resolvingSymlinksInPath().path
    }
    let url = URL(fileURLWithPath: path)
    let isBeside = folder(output == "-" ? "model.yaml" : output) == folder(path)
    return isBeside ? url.lastPathComponent : url.path
  }
}

/// A model as the text of a `model.yaml`.
struct ModelText {
  let text: String

  init(_ model: LoadedModel, weights: String?) {
    var lines = model.notes.flatMap(\.lines).map { "# \(Cleaning.text($0))" }
    lines.append("name: \(yamlWord(model.name))")
    if !model.about.isEmpty { lines.append("about: \(JSON.quoted(model.about))") }
    lines.append("network:")
    lines += model.description.lines.map { "  \($0)" }
    if let weights { lines.append("weights: \(yamlWord(weights))") }
    text = lines.joined(separator: "\n") + "\n"
  }
}
