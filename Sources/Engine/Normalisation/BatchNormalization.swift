/// The settings of a BatchNormalization layer: each feature is moved and scaled by its mean and variance
/// (Ioffe and Szegedy 2015), in training by those of the batch, afterwards by the averages that were kept of
/// them.
///
///     y = gamma·(x − mean) / √(variance + epsilon) + beta
package struct BatchNormalization: ComputingLayer {
  package static let kind = "BatchNormalization"

  package var name: String
  /// The axis of the features, −1 for the last.
  package var axis = -1
  /// How slowly the averages move in training.
  package var momentum = 0.99
  /// What keeps the root from 0.
  package var epsilon = 0.001
  /// Whether beta is added.
  package var center = true
  /// Whether gamma scales.
  package var scale = true

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<BatchNormalization>] = [
    .integer("axis", \.axis, standard: -1),
    .number("momentum", \.momentum, standard: 0.99),
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
    let names =
      (scale ? ["gamma"] : []) + (center ? ["beta"] : []) + ["moving_mean", "moving_variance"]
    guard let total = checked(names.count, .product, features),
      total <= PlannedLayer.mostParameters
    else { throw .tooManyParameters(layer: name) }
    return LayerPlan(
      outputShape: input,
      weightShapes: names.map { WeightShape(layer: name, name: $0, dimensions: [features]) },
      parameters: ParameterCount(
        total: total, derivation: "\(names.count)·\(features)", fixed: 2 * features),
      isRowwise: true)
  }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    .output(
      normalised(
        inputs[0], desk.weights["moving_mean"] ?? [], desk.weights["moving_variance"] ?? [],
        on: desk))
  }

  /// All rows, moved and scaled by such means and variances.
  func normalised(_ flow: Flow, _ mean: [Float], _ variance: [Float], on desk: Desk) -> Flow {
    var flow = flow
    let width = flow.width
    let factors = variance.enumerated().map { place, variance in
      (desk.weights["gamma"]?[place] ?? 1) / (variance + Float(epsilon)).squareRoot()
    }
    let beta = desk.weights["beta"]
    flow.values.withUnsafeMutableBufferPointer { values in
      for place in values.indices {
        let feature = place % width
        values[place] =
          (values[place] - mean[feature]) * factors[feature] + (beta?[feature] ?? 0)
      }
    }
    return flow
  }
}
