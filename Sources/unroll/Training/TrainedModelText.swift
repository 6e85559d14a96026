import Documents
import Foundation
import Learning
import ModelFiles
import Phrases
import Wording

/// The `model.yaml` of a network that was trained here: its layers, its weights and what it learnt from.
struct TrainedModelText {
  let text: String

  init(_ run: TrainingRun, _ plan: TrainingPlan) {
    let description = run.network.description
    let data = plan.data
    var lines = [
      "name: \(yamlWord(data.task.rawValue))",
      "about: \(JSON.quoted(data.task.sentence))", "network:",
    ]
    lines += description.lines.map { "  \($0)" }
    lines.append("weights: weights.safetensors")
    let entries: [String]
    switch data.task {
    case .latch: entries = ["kind: latch", "seed: \(data.seed)", "first: 1"]
    case .weather:
      let file = (try? plan.library.lessons()).map { "\($0)/data/seattle-weather.csv" } ?? ""
      entries = ["kind: weather", "data: \(Self.path(file))", "first: 1200"]
    case .data:
      entries =
        ["kind: file", "data: \(Self.path(data.input ?? ""))"]
        + Self.columns(data, plan).entries
    case .adding, .parity, .brackets, .copy: entries = Self.drawn(data, plan.task)
    }
    lines.append("observations: {\(entries.joined(separator: ", "))}")
    if let meaning = data.task.meaning {
      lines += [
        "output:", "  label: \(JSON.quoted(meaning.label))",
        "  positive: \(JSON.quoted(meaning.positive))",
        "  negative: \(JSON.quoted(meaning.negative))",
      ]
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  /// What draws the sequences again.
  private static func drawn(_ data: TrainingData, _ task: any LearningTask) -> [String] {
    var entries = ["kind: \(data.task.rawValue)"]
    if let drawn = task.drawn {
      entries.append("length: \(drawn.length)")
      if case .parity(let rule) = drawn, !rule.answersEachTimestep {
        entries.append("every_timestep: false")
      }
    }
    return entries + ["seed: \(data.seed)"]
  }

  /// How the data are meant, with the columns by name: the model may have fewer features than the table.
  private static func columns(_ data: TrainingData, _ plan: TrainingPlan) -> InputReading {
    var reading = data.reading
    if reading.columns == nil, reading.target != nil {
      reading.columns = plan.task.features.map(\.name)
    }
    if reading.window == nil { reading.window = plan.task.timesteps }
    reading.tokenizer = reading.tokenizer.map { URL(fileURLWithPath: $0).path }
    return reading
  }

  private static func path(_ path: String) -> String {
    JSON.quoted(URL(fileURLWithPath: path).path)
  }
}
