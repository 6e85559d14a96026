import ArgumentParser
import Engine
import ModelFiles
import Tutor

/// `unroll summary`: Keras's table, with where every count comes from.
struct Summary: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the layers with their shapes, parameters and how they are counted.")

  @OptionGroup var model: ModelOptions

  func run() throws {
    try Output.print(SummaryTable(try model.load()).text)
  }
}

/// The table of a model's layers.
struct SummaryTable {
  let text: String

  init(_ model: LoadedModel) {
    let input = model.description.input
    var rows = [
      ["Layer (type)", "Output shape", "Parameters", "Counted as"],
      ["\(input.name) (InputLayer)", "\(input.shape)", "0", ""],
    ]
    for planned in model.network.plan.layers {
      let kind =
        switch planned.layer {
        case .lstm: "LSTM"
        case .dense: "Dense"
        }
      let shapes = ([planned.outputShape] + planned.stateShapes).map(\.description)
      rows.append([
        "\(planned.layer.name) (\(kind))", shapes.joined(separator: ", "),
        grouped(planned.parameters.total), planned.parameters.derivation,
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
    let total = model.network.plan.parameterCount ?? 0
    let rule = String(repeating: "─", count: lines.map(\.count).max() ?? 0)
    text =
      (["Model: \(model.name)", rule, lines[0], rule] + lines.dropFirst()
      + [rule, "Total parameters: \(grouped(total))"]).joined(separator: "\n")
  }
}

/// A text with spaces behind it up to a width.
func padded(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}
