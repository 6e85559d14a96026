import Kernels

/// The settings of an Attention layer (Luong 2015): each row of the query is answered with a mean of the
/// values, weighed by softmax of its products with the keys.
package struct Attention: ComputingLayer {
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

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    let scale = useScale ? desk.weights["scale"]?.first ?? 1 : 1
    let answers = (0..<count).map { place in
      let parts = inputs.map { $0.part(place, of: count) }
      let (query, value, key) = (Matrix(parts[0]), Matrix(parts[1]), Matrix(parts[parts.count - 1]))
      var weights = query.product(key.turned)
      for index in weights.values.indices {
        weights.values[index] *= scale
        // As Keras: what does not count comes so far down that nothing of it is left.
        if let mask = parts[1].mask, !mask[index % weights.columns] { weights.values[index] -= 1e9 }
      }
      let (rows, columns) = (weights.rows, weights.columns)
      weights.values.withUnsafeMutableBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        desk.kernels.softmax(
          MutableRows(start, stride: columns), rows: rows, columns: columns)
      }
      var answer = weights.product(value)
      // What the query's mask skips is not asked for.
      for (row, counts) in (parts[0].mask ?? []).enumerated() where !counts {
        for column in 0..<answer.columns { answer.values[row * answer.columns + column] = 0 }
      }
      return answer
    }
    return .output(Flow(answers, isSequence: true, mask: inputs[0].mask))
  }
}
