import ArgumentParser
import Engine
import Foundation
import ModelFiles
import NetworkCode
import Phrases
import Tutor
import Wording

/// `unroll summary`: Keras's table, with where every count comes from; of a file of PyTorch's the counts
/// are PyTorch's.
struct Summary: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Print the layers with their shapes, parameters and how they are counted.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup var model: ModelOptions

  @Option(help: "text, or json for programs.")
  var format = Format.text

  func run() throws {
    let outline = try model.outline()
    switch format {
    case .text: try Output.print(SummaryTable(outline).text)
    case .json: try Output.write(Data((SummaryRecord(outline).json.text + "\n").utf8))
    }
    if let fault = outline.fault { throw fault }
  }
}

/// The table of a model's layers, those that can be built.
struct SummaryTable {
  let text: String

  init(_ model: ModelOutline) {
    let isTorch = model.framework == .torch
    let input = model.description.input
    var rows = [
      ProgramPhrases.columns,
      ["\(input.name) (InputLayer)", "\(input.shape)", "0", ""],
    ]
    for planned in model.plan.layers {
      let parameters = isTorch ? planned.torchParameters : planned.parameters
      let shapes = ([planned.outputShape] + planned.stateShapes).map(\.description)
      rows.append([
        "\(planned.layer.name) (\(planned.layer.kind))", shapes.joined(separator: ", "),
        grouped(parameters.total), parameters.derivation,
      ])
    }
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    let lines = rows.map { row in
      let count = String(repeating: " ", count: widths[2] - row[2].count) + row[2]
      let cells =
        [padded(row[0], to: widths[0]), padded(row[1], to: widths[1]), count]
        + (row[3].isEmpty ? [] : [row[3]])
      return cells.joined(separator: "  ")
    }
    let rule = String(repeating: "─", count: lines.map(\.count).max() ?? 0)
    let head = [ProgramPhrases.model(model.name)] + (model.about.isEmpty ? [] : [model.about])
    let (keras, torch) = (model.plan.parameterCount, model.plan.torchParameterCount)
    let total =
      (isTorch ? torch : keras).map { count in
        [ProgramPhrases.total(parameters: count, inKeras: isTorch ? keras : nil)]
      } ?? []
    let origin =
      switch model.weights {
      case .file(let file): Cleaning.text(file)
      case .untrained(let seed): ProgramPhrases.untrained(seed: seed)
      }
    text =
      (head + [rule, lines[0], rule] + lines.dropFirst() + [rule] + total
      + [ProgramPhrases.weights(origin)]).joined(separator: "\n")
  }
}
