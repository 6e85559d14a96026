/// The settings of an Embedding layer: each number that comes in names a row of its table, and that row
/// leaves.
package struct Embedding: ComputingLayer {
  package static let kind = "Embedding"

  package var name: String
  /// The rows of the table: inputs are whole numbers from 0 to one less.
  package var inputDimension = 1
  /// The numbers in a row.
  package var outputDimension: Int
  /// Whether 0 stands for nothing, so that layers behind skip its timestep.
  package var maskZero = false

  /// A table of `inputDimension` rows of `outputDimension` numbers.
  package init(
    name: String, inputDimension: Int, outputDimension: Int, maskZero: Bool = false
  ) {
    self.name = name
    self.inputDimension = inputDimension
    self.outputDimension = outputDimension
    self.maskZero = maskZero
  }

  package init(name: String) { self.init(name: name, inputDimension: 1, outputDimension: 1) }

  package var layer: Layer { Layer(of: self) }

  package static let widthSetting: WidthSetting<Embedding>? =
    WidthSetting("output_dim", \.outputDimension)

  package static let settings: [LayerSetting<Embedding>] = [
    .integer("input_dim", \.inputDimension, standard: nil),
    .flag("mask_zero", \.maskZero, standard: false),
  ]

  /// The layer behind an input of `(None, timesteps)`, whole numbers.
  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    let input = try onlyInput(inputs)
    guard input.rank == 2 else {
      throw .rank(layer: name, expected: 2, found: input, lostBy: nil)
    }
    guard outputDimension > 0 else { throw .units(layer: name, found: outputDimension) }
    // A Float names every whole number up to 2²⁴.
    try check("input_dim", inputDimension, in: 1...1 << 24)
    guard let total = checked(inputDimension, .product, outputDimension),
      total <= PlannedLayer.mostParameters
    else { throw .tooManyParameters(layer: name) }
    return LayerPlan(
      outputShape: Shape(input.dimensions + [outputDimension]),
      weightShapes: [
        WeightShape(
          layer: name, name: "embeddings", dimensions: [inputDimension, outputDimension])
      ],
      parameters: ParameterCount(
        total: total, derivation: "\(inputDimension)·\(outputDimension)"),
      isRowwise: true)
  }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    let flow = inputs[0]
    let table = desk.weights["embeddings"] ?? []
    var values: [Float] = []
    values.reserveCapacity(flow.values.count * outputDimension)
    for number in flow.values {
      let row = index(of: number)
      values += table[row * outputDimension..<(row + 1) * outputDimension]
    }
    let mask = maskZero ? flow.values.map { index(of: $0) != 0 } : nil
    return .output(
      Flow(
        values: values, timesteps: flow.timesteps, width: outputDimension,
        mask: flow.timesteps == nil ? nil : mask))
  }

  /// The row that a number names: observations are checked before they are run.
  func index(of number: Float) -> Int {
    number.isNaN ? 0 : Int(max(0, min(Float(inputDimension - 1), number.rounded(.towardZero))))
  }
}
