import ArgumentParser
import Engine
import Foundation
import ModelFiles

/// `unroll trace`: every number of a forward pass.
struct PrintTrace: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace",
    abstract: "Print every quantity of every layer, timestep and unit.",
    discussion: """
      csv and json have one row or object for each layer, timestep and unit. safetensors has the \
      tensors output/LAYER, state/LAYER/h and /c, and trace/LAYER/forget_gate and so on, batch \
      first. An input file is traced whole; of a model's own data one observation.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case csv, json, safetensors
  }

  @OptionGroup var model: ModelOptions

  @Option(help: ArgumentHelp("Trace only this observation, counted from 0.", valueName: "number"))
  var observation: Int?

  @Option(help: "csv, json or safetensors.")
  var format = Format.csv

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    if format == .safetensors, output == nil, isatty(STDOUT_FILENO) == 1 {
      throw ValidationError("safetensors is no text for a terminal; name a file with -o FILE")
    }
    let model = try model.load()
    let indices = observations(of: model)
    var batch: [Observation] = []
    for index in indices { batch.append(try model.observations.observation(index)) }
    // A part of a trace would pass for the whole.
    if let failure = model.network.plan.failure { throw failure.error }
    let traces = try model.network.forward(batch)
    if case .untrained(let seed) = model.weights {
      Output.note(
        "\(model.name) is untrained: its weights are those of Keras's initialisers, from seed \(seed)"
      )
    }
    switch format {
    case .csv: try write(TraceRows.csv(traces, observations: indices))
    case .json: try write(TraceRows.json(traces, observations: indices))
    case .safetensors: try write(Data(TraceTensors(traces).file.encoded))
    }
  }

  /// All of a file's observations; of data that have no end, or are many, the one that opens.
  private func observations(of model: LoadedModel) -> [Int] {
    if let observation { return [observation] }
    guard case .file = model.observations, let count = model.observations.count else {
      return [model.firstObservation]
    }
    return Array(0..<count)
  }

  private func write(_ text: String) throws { try write(Data(text.utf8)) }

  private func write(_ data: Data) throws {
    if let output { try Output.write(data, to: output) } else { try Output.write(data) }
  }
}
