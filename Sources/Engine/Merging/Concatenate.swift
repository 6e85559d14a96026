/// The settings of a Concatenate layer: what it reads one behind the other, along the features or along
/// the timesteps.
package struct Concatenate: ComputingLayer {
  package static let kind = "Concatenate"

  package var name: String
  package var masks = MaskMerge.any
  /// The axis, −1 for the last.
  package var axis = -1

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<Concatenate>] = [
    .integer("axis", \.axis, standard: -1),
    .word("masks", \.masks, standard: .any),
  ]

  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    guard inputs.count >= 2 else { throw .inputs(layer: name, expected: 2, found: inputs.count) }
    let rank = inputs[0].rank
    let along = place(of: rank)
    guard (1..<rank).contains(along) else {
      throw .setting(layer: name, setting: "axis", found: axis, range: 1...max(1, rank - 1))
    }
    var shape = inputs[0]
    for other in inputs.dropFirst() {
      guard other.rank == rank else { throw .unlike(layer: name, first: shape, second: other) }
      for place in 1..<rank where place != along {
        guard
          shape.dimensions[place] == other.dimensions[place] || shape.dimensions[place] == nil
            || other.dimensions[place] == nil
        else { throw .unlike(layer: name, first: shape, second: other) }
      }
      if let one = shape.dimensions[along], let two = other.dimensions[along] {
        guard let sum = checked(one, .sum, two) else { throw .tooManyParameters(layer: name) }
        shape.dimensions[along] = sum
      } else {
        shape.dimensions[along] = nil
      }
    }
    return LayerPlan(outputShape: shape, isRowwise: along == rank - 1)
  }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    guard let timesteps = inputs[0].timesteps, place(of: 3) == 1 else {
      var result = RowMerge.concatenated.merged(inputs, rows: count * inputs[0].rows)
      result.mask = masks.mask(of: inputs)
      return .output(result)
    }
    var result = inputs[0]
    result.timesteps = inputs.reduce(0) { $0 + ($1.timesteps ?? timesteps) }
    let isMasked = masks != .none && inputs.contains { $0.mask != nil }
    var mask: [Bool] = []
    result.values = []
    for observation in 0..<count {
      for input in inputs {
        let part = input.part(observation, of: count)
        result.values += part.values
        if isMasked { mask += part.mask ?? [Bool](repeating: true, count: part.rows) }
      }
    }
    result.mask = isMasked ? mask : nil
    return .output(result)
  }

  func place(of rank: Int) -> Int { axis < 0 ? rank + axis : axis }
}
