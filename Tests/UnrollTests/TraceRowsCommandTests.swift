import Documents
import Engine
import Foundation
import ModelFiles
import Testing

@Suite("unroll trace as rows")
struct TraceRowsCommandTests {
  private static let quantities = LSTM.quantityNames.map(\.rawValue)

  @Test(
    "csv and json have one row for each layer, timestep and unit, with the tensors' numbers",
    arguments: [
      ("latch", 50 * 128 + 50 * 64 + 128 + 64 + 1), ("weather", 50 * 128 + 50 * 64 + 128 + 64 + 1),
    ])
  func agree(_ model: String, _ count: Int) throws {
    let scratch = try Scratch()
    let file = try scratch.write(
      "trace.safetensors",
      try Program.run("trace", "--model", model, "--format", "safetensors").output)
    let tensors = try Safetensors(contentsOf: file).tensors
    let csv = try table(try Program.run("trace", "--model", model).text)
    let json = try objects(
      try Program.run("trace", "--model", model, "--format", "json").output)
    #expect(csv.count == count)
    #expect(json.count == count)
    let places = Set(csv.map { "\($0["layer"] ?? "") \($0["timestep"] ?? "") \($0["unit"] ?? "")" })
    #expect(places.count == count)
    for (row, object) in zip(csv, json) {
      #expect(row.mapValues(Cell.init(_:)) == object)
      try expect(row, toAgreeWith: tensors)
    }
  }

  /// Compares a row with the tensors: every number is there to the last bit, or is in neither.
  private func expect(_ row: [String: String], toAgreeWith tensors: [String: NumberArray]) throws {
    let layer = try #require(row["layer"])
    let unit = try #require(row["unit"].flatMap { Int($0) })
    let timestep = row["timestep"].flatMap { Int($0) }
    for quantity in Self.quantities {
      let tensor = tensors["trace/\(layer)/\(quantity)"]
      let expected = timestep.flatMap { tensor?[0, $0, unit] }
      #expect(row[quantity].flatMap { Float($0) } == expected)
    }
    let output = try #require(tensors["output/\(layer)"])
    let expected =
      output.shape.count == 3
      ? timestep.map { output[0, $0, unit] }
      : timestep == nil || timestep == 49 ? output[0, unit] : nil
    #expect(row["output"].flatMap { Float($0) } == expected)
  }

  /// Rows of a csv text by column; an empty cell is left out.
  private func table(_ text: String) throws -> [[String: String]] {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    #expect(
      header == ["observation", "layer", "timestep", "unit"] + Self.quantities + ["output"])
    return lines.dropFirst().map { cells in
      Dictionary(uniqueKeysWithValues: zip(header, cells).filter { !$0.1.isEmpty })
    }
  }

  private func objects(_ data: Data) throws -> [[String: Cell]] {
    try JSONDecoder().decode([[String: Cell]].self, from: data)
  }

  /// A text, or a number, however it is written.
  private enum Cell: Hashable, Decodable {
    case text(String)
    case number(Float)

    init(_ text: String) {
      self = Float(text).map { .number($0) } ?? .text(text)
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Float.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  @Test("an untrained network says so on standard error, and draws other numbers from another seed")
  func untrained() throws {
    let scratch = try Scratch()
    let model = try scratch.write(
      "mine.yaml", "network: {input: {timesteps: 3, features: 1}, layers: [{lstm: a, units: 1}]}")
    for format in ["csv", "json"] {
      let outcome = try Program.run("trace", "--model", model, "--format", format)
      #expect(outcome.status == 0)
      #expect(
        outcome.errors == "mine is untrained: its weights are drawn by the initialisers of its "
          + "layers, from seed 0\n")
      let again = try Program.run("trace", "--model", model, "--format", format, "--seed", "0")
      #expect(again.text == outcome.text)
      let other = try Program.run("trace", "--model", model, "--format", format, "--seed", "1")
      #expect(other.text != outcome.text)
      #expect(other.errors.hasSuffix("from seed 1\n"))
    }
    #expect(try Program.run("trace").errors == "")
  }

  @Test("the observations of a file are traced whole, or the one that is asked for")
  func observations() throws {
    let input = Program.source("Tests/ModelFilesTests/Fixtures/weather_input.npy")
    func indices(_ more: String...) throws -> [String] {
      let outcome = try Child.run(
        [Program.path, "trace", "--model", "weather", "--input", input] + more)
      #expect(outcome.status == 0)
      let rows = try table(outcome.text).filter { $0["layer"] == "output" }
      return rows.compactMap { $0["observation"] }
    }
    #expect(try indices() == (0..<8).map { "\($0)" })
    #expect(try indices("--observation", "5") == ["5"])
  }
}

extension NumberArray {
  fileprivate subscript(_ indices: Int...) -> Float {
    values[zip(indices, shape).reduce(0) { $0 * $1.1 + $1.0 }]
  }
}
