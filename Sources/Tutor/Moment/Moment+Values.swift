import Engine
import Phrases
import Vocabulary
import Wording

// What an address means here.
extension Moment {
  /// The numbers that an address names, each with its own address; a timestep that it leaves open is
  /// `timestep`, a unit that it leaves open is every unit.
  ///
  /// Throws a sentence where there is no such layer, timestep or unit, or nothing has left yet.
  func values(
    of quantity: Quantity, at timestep: Int
  ) throws(Refusal) -> [(address: Quantity, value: Float)] {
    switch quantity.kind {
    case .x: return try inputs(quantity, timestep)
    case .kernel, .recurrentKernel, .bias: return try weights(quantity)
    case .shape: throw .isShape(quantity)
    case .output: return try outputs(quantity, timestep)
    default: return try states(quantity, timestep)
    }
  }

  /// The address and what it stands for, as a sentence.
  func sentence(of quantity: Quantity) throws(Refusal) -> String {
    if quantity.kind == .shape { return "\(quantity) = \(try shape(quantity))" }
    let values = try values(of: quantity, at: position.timestep ?? 0)
    return ExploringPhrases.values(
      of: values.count == 1 ? values[0].address : quantity, values.prefix(8).map(\.value),
      count: values.count)
  }

  private func shape(_ quantity: Quantity) throws(Refusal) -> String {
    let index = try layer(quantity)
    return network.plan.layers[index].outputShape.perObservation
  }

  private func inputs(
    _ quantity: Quantity, _ timestep: Int
  ) throws(Refusal) -> [(Quantity, Float)] {
    let observation = example.observation
    let row =
      try place(
        quantity.indices.first ?? nil, of: observation.timesteps, .timesteps, quantity) ?? timestep
    let feature = try place(
      quantity.indices.count > 1 ? quantity.indices[1] : nil, of: observation.features, .features,
      quantity)
    let features = feature.map { $0..<$0 + 1 } ?? 0..<observation.features
    try check(features.count, of: quantity)
    return features.map { (.x(row, $0), observation.values[row * observation.features + $0]) }
  }

  private func weights(_ quantity: Quantity) throws(Refusal) -> [(Quantity, Float)] {
    guard let tensor = network.weights["\(quantity.layer)/\(quantity.kind.rawValue)"] else {
      throw .noWeight(quantity)
    }
    guard !quantity.indices.isEmpty else {
      try check(tensor.values.count, of: quantity)
      return tensor.values.map { (quantity, $0) }
    }
    guard quantity.indices.count == tensor.shape.count else {
      throw .axes(of: quantity, tensor.shape.count)
    }
    // Row by row: a bias is one row.
    let columns = tensor.shape[tensor.shape.count - 1]
    let row =
      tensor.shape.count > 1
      ? try place(quantity.indices[0], of: tensor.shape[0], .places, quantity) : 0
    let column = try place(
      quantity.indices[quantity.indices.count - 1], of: columns, .places, quantity)
    let rows = row.map { $0..<$0 + 1 } ?? 0..<tensor.values.count / columns
    let range = column.map { $0..<$0 + 1 } ?? 0..<columns
    try check(rows.count * range.count, of: quantity)
    return rows.flatMap { row in
      range.map { column in
        var address = quantity
        address.indices = tensor.shape.count > 1 ? [row, column] : [column]
        return (address, tensor.values[row * columns + column])
      }
    }
  }

  private func outputs(
    _ quantity: Quantity, _ timestep: Int
  ) throws(Refusal) -> [(Quantity, Float)] {
    let index = try layer(quantity)
    guard let output = trace.output(index) else {
      throw .noOutput(layer: quantity.layer)
    }
    let last = example.observation.timesteps - 1
    guard output.shape.count == 2 || timestep >= last else {
      throw .noOutputYet(layer: quantity.layer, last: last)
    }
    let units = output.shape[output.shape.count - 1]
    let isSequence = output.shape.count == 2
    let given = quantity.indices
    let row =
      isSequence
      ? try place(given.first ?? nil, of: output.shape[0], .timesteps, quantity) ?? timestep : 0
    let unit = try place(
      given.count > (isSequence ? 1 : 0) ? given[given.count - 1] : nil, of: units, .units,
      quantity)
    let range = unit.map { $0..<$0 + 1 } ?? 0..<units
    try check(range.count, of: quantity)
    return range.map { unit in
      let indices: [Int?] = isSequence ? [row, unit] : [unit]
      return (Quantity(layer: quantity.layer, .output, indices), output.values[row * units + unit])
    }
  }

  private func states(
    _ quantity: Quantity, _ timestep: Int
  ) throws(Refusal) -> [(Quantity, Float)] {
    let index = try layer(quantity)
    guard let layer = network.plan.layers[index].layer.recurrent,
      let recurrent = layer.quantity(quantity.kind)
    else {
      throw .noQuantityWithoutState(quantity.kind, layer: quantity.layer)
    }
    if recurrent.name.isGradient { try checkWayBack() }
    let count = example.observation.timesteps
    var row = timestep
    if let given = quantity.indices.first ?? nil {
      let isBefore = given == -1 && recurrent.role == .state
      guard isBefore || (0..<count).contains(given) else {
        throw .index(of: quantity, .timesteps, count: count)
      }
      row = given
    }
    let unit = try place(
      quantity.indices.count > 1 ? quantity.indices[1] : nil, of: layer.units, .units, quantity)
    let values = trace.values(recurrent.name, layer: index, timestep: row)
    let range = unit.map { $0..<$0 + 1 } ?? 0..<layer.units
    try check(range.count, of: quantity)
    return range.map {
      (Quantity(layer: quantity.layer, quantity.kind, [row, $0]), values[$0])
    }
  }

  private func layer(_ quantity: Quantity) throws(Refusal) -> Int {
    guard case .layer(let index) = try selection(named: quantity.layer) else {
      throw .numbersOfInput(quantity.layer)
    }
    guard network.plan.layers.indices.contains(index) else {
      throw .noNumbers(layer: quantity.layer)
    }
    return index
  }

  /// The most numbers that are worked with at once; each has its address beside it.
  private static var most: Int { 1 << 18 }

  /// Throws where an address names more numbers than are worked with at once.
  func check(_ count: Int, of quantity: Quantity) throws(Refusal) {
    guard count <= Self.most else {
      throw .tooManyNumbers(quantity, count: count, most: Self.most)
    }
  }

  private func place(
    _ index: Int?, of count: Int, _ things: Refusal.Things, _ quantity: Quantity
  ) throws(Refusal) -> Int? {
    guard let index else { return nil }
    guard (0..<count).contains(index) else {
      throw .index(of: quantity, things, count: count)
    }
    return index
  }
}

// MARK: - What the what-ifs come to

extension Moment {
  /// How many of the model's observations are answered rightly as things are, and which are not: of the
  /// recorded sequences of the latch, of the test windows of the weather.
  func score() throws(Refusal) -> Evaluation {
    switch scoreOfAll.value {
    case .counted(let evaluation): return evaluation
    case .refused(let refusal): throw refusal
    }
  }
}
