/// The settings of an Attention layer (Luong 2015): each row of the query is answered with a mean of the
/// values, weighed by softmax of its products with the keys.
package struct Attention: LayerSettings {
  package static let kind = "Attention"

  package var name: String
  /// Whether the products are scaled by a number that was learnt.
  package var useScale = false

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<Attention>] = [
    .flag("use_scale", \.useScale, standard: false)
  ]

  /// The layer behind a query, values and, where they are not the values, keys.
  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    guard inputs.count == 2 || inputs.count == 3 else {
      throw .inputs(layer: name, expected: 2, found: inputs.count)
    }
    for input in inputs where input.rank != 3 {
      throw .rank(layer: name, expected: 3, found: input, lostBy: lostBy)
    }
    let (query, value, key) = (inputs[0], inputs[1], inputs[inputs.count - 1])
    guard query.features == key.features else {
      throw .unlike(layer: name, first: query, second: key)
    }
    return LayerPlan(
      outputShape: Shape([query.dimensions[0], query.dimensions[1], value.features]),
      weightShapes: useScale ? [WeightShape(layer: name, name: "scale", dimensions: [])] : [],
      parameters: ParameterCount(total: useScale ? 1 : 0, derivation: useScale ? "1" : ""))
  }
}
