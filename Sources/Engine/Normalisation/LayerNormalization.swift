/// The settings of a LayerNormalization layer: the features of each row are moved and scaled to mean 0 and
/// variance 1, and then as was learnt (Ba 2016).
///
///     y = gamma·(x − mean) / √(variance + epsilon) + beta
package struct LayerNormalization: ComputingLayer {
  package static let kind = "LayerNormalization"

  package var name: String
  /// The axis of the features, −1 for the last.
  package var axis = -1
  /// What keeps the root from 0.
  package var epsilon = 0.001
  /// Whether beta is added.
  package var center = true
  /// Whether gamma scales.
  package var scale = true

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<LayerNormalization>] = [
    .integer("axis", \.axis, standard: -1),
    .number("epsilon", \.epsilon, standard: 0.001),
    .flag("center", \.center, standard: true),
    .flag("scale", \.scale, standard: true),
  ]

  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    let input = try onlyInput(inputs)
    let features = try features(of: input)
    guard axis == -1 || axis == input.rank - 1 else {
      throw .setting(layer: name, setting: "axis", found: axis, range: -1 ... -1)
    }
    let names = (scale ? ["gamma"] : []) + (center ? ["beta"] : [])
    guard let total = checked(names.count, .product, features),
      total <= PlannedLayer.mostParameters
    else { throw .tooManyParameters(layer: name) }
    return LayerPlan(
      outputShape: input,
      weightShapes: names.map { WeightShape(layer: name, name: $0, dimensions: [features]) },
      parameters: ParameterCount(
        total: total, derivation: "\(names.count)·\(features)"),
      isRowwise: true)
  }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    var flow = inputs[0]
    let width = flow.width
    let rows = count * flow.rows
    let (gamma, beta) = (desk.weights["gamma"], desk.weights["beta"])
    flow.values.withUnsafeMutableBufferPointer { values in
      for row in 0..<rows {
        let start = row * width
        let (scaled, _) = scaled(values[start..<start + width])
        for feature in 0..<width {
          values[start + feature] =
            Float(scaled[feature]) * (gamma?[feature] ?? 1) + (beta?[feature] ?? 0)
        }
      }
    }
    return .output(flow)
  }
  /// A row with mean 0 and variance 1, and the factor that it was scaled by.
  func scaled(
    _ row: some RandomAccessCollection<Float>
  ) -> (values: [Double], factor: Double) {
    let width = Double(row.count)
    let mean = row.reduce(0) { $0 + Double($1) } / width
    let variance = row.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / width
    let factor = 1 / (variance + epsilon).squareRoot()
    return (row.map { (Double($0) - mean) * factor }, factor)
  }
}
