// What kinds of layers ask of their inputs, in the same words.
extension LayerSettings {
  /// The one input of a layer that reads one thing.
  func onlyInput(_ inputs: [Shape]) throws(EngineError) -> Shape {
    guard inputs.count == 1 else {
      throw .inputs(layer: name, expected: 1, found: inputs.count)
    }
    return inputs[0]
  }

  /// The one input of a layer that reads a sequence, and the features of a timestep.
  func sequence(
    _ inputs: [Shape], lostBy: String?
  ) throws(EngineError) -> (shape: Shape, features: Int) {
    let input = try onlyInput(inputs)
    guard input.rank == 3 else {
      throw .rank(layer: name, expected: 3, found: input, lostBy: lostBy)
    }
    return (input, try features(of: input))
  }

  /// The length of the last axis, which a layer has to know before there are numbers.
  func features(of input: Shape) throws(EngineError) -> Int {
    guard let features = input.features else { throw .openWidth(layer: name, found: input) }
    return features
  }

  /// Throws for a setting that is not in its range.
  func check(_ setting: String, _ value: Int, in range: ClosedRange<Int>) throws(EngineError) {
    guard range.contains(value) else {
      throw .setting(layer: name, setting: setting, found: value, range: range)
    }
  }
}
