import ArgumentParser
import Documents
import Engine
import Foundation
import ModelFiles
import Phrases

/// `unroll trace`: every number of a forward pass.
struct PrintTrace: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Print every quantity of every layer, timestep and unit.",
    discussion: """
      csv and json have one row or object for each layer, timestep and unit. safetensors and npz, \
      which numpy.load reads, have the arrays output/LAYER, state/LAYER/h and /c, and \
      trace/LAYER/forget_gate and so on, batch first. An input file is traced whole; of a model's own data one observation.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, json, safetensors, npz

    /// How arrays stand in it; nil for text.
    var tensors: TensorLayout.Form? {
      switch self {
      case .csv, .json: nil
      case .safetensors: .safetensors
      case .npz: .npz
      }
    }
  }

  @OptionGroup var model: ModelOptions

  @Option(help: ArgumentHelp("Trace only this observation, counted from 0.", valueName: "number"))
  var observation: Int?

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      "Print these too: cell_gradient, hidden_gradient, how much the loss hangs on a state, or where the true answer is not known, the answer.",
      valueName: "gradients"))
  var gradients: [GradientName] = []

  @Option(help: "csv, json, safetensors or npz.")
  var format = Format.csv

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var output = "-"

  func run() throws {
    if format.tensors != nil, output == "-", isatty(STDOUT_FILENO) == 1 {
      throw ValidationError(ProgramPhrases.isNoText(format.rawValue))
    }
    let model = try model.load()
    let place = try OutputPlace(output, option: "--output", inputs: model.files)
    // A part of a trace would pass for the whole.
    if let failure = model.network.plan.failure { throw failure.error }
    let runs = TraceRuns(
      source: model.observations, indices: observations(of: model),
      gradients: QuantityName.gradients.filter { gradients.map(\.name).contains($0) })
    // All observations of a model have one shape: what is wrong with one is found in the first.
    let first = try model.observations.observation(runs.indices.lowerBound)
    try model.network.checkInput(
      runs.indices.count, timesteps: first.timesteps, features: first.features)
    guard runs.gradients.isEmpty || model.network.goesBack(timesteps: first.timesteps) else {
      throw Refusal.wayBackTooLong
    }
    if case .untrained(let seed) = model.weights {
      Output.note(ProgramPhrases.untrained(model: model.name, seed: seed))
    }
    guard let file = place.file else {
      return try write(runs, of: model.network) { try Output.write(Data($0)) }
    }
    let target = try WholeFile(file)
    if let form = format.tensors, target.takesAnyOrder {
      try TraceTensors(form, model.network, runs).write(to: target)
    } else {
      try write(runs, of: model.network) { try target.append($0) }
    }
    try target.finish()
  }

  /// All of a file's observations; of data that have no end, or are many, the one that opens.
  private func observations(of model: LoadedModel) -> ClosedRange<Int> {
    if let observation { return observation...observation }
    guard case .file = model.observations, let count = model.observations.count else {
      return model.firstObservation...model.firstObservation
    }
    return 0...count - 1
  }

  /// Writes the traces piece by piece, in order.
  private func write(
    _ runs: TraceRuns, of network: Network, _ write: ([UInt8]) throws -> Void
  ) throws {
    if let form = format.tensors {
      return try TraceTensors(form, network, runs).write(inOrder: write)
    }
    try withoutActuallyEscaping(write) { write in
      var rows = TraceRows(
        format == .csv ? .csv : .json, of: network.description, with: runs.gradients, write: write)
      var done = 0
      try runs.run(network) { traces in
        for trace in traces {
          try rows.add(trace, observation: runs.indices.lowerBound + done)
          done += 1
        }
      }
      try rows.end()
    }
  }
}
