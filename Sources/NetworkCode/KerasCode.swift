import Engine
import Phrases
import Wording

/// A network as Keras code: the same layers, names and flags, in the functional form, which has a
/// place for the states that `return_state` hands out.
package struct KerasCode: Sendable {
  /// The code.
  package private(set) var code = NetworkCode()

  private let description: NetworkDescription
  private let names: [String]
  /// Whether each layer reads the one before it, so that one name is enough for all that flows.
  private let isChain: Bool

  /// The code of a network, which need not be one that can be built: Keras then says so itself.
  package init(_ description: NetworkDescription) {
    self.description = description
    names = Python.identifiers(
      description.layers.map(\.name), taken: ["x", "inputs", "outputs", "model"])
    isChain = description.layers.allSatisfy { $0.reads == nil || $0.settings is Bidirectional }
    let plan = description.plan()
    code.add("import keras")
    code.add("from keras import layers")
    code.add()
    code.add("inputs = \(Self.call(description.input))", layer: -1)
    var states: [String] = []
    var others: [String] = []
    var result = "inputs"
    for (index, layer) in description.layers.enumerated() {
      if let failed = plan.failure, failed.layerIndex == index {
        code.add("# " + CodePhrases.kerasStops(Self.short(failed.error)), layer: index)
      }
      if let other = layer.settings as? AnotherInput {
        code.add("\(names[index]) = \(Self.call(other.input))", layer: index)
        others.append(names[index])
        continue
      }
      // The two layers of a Bidirectional stand in its own line.
      guard !isWithinBidirectional(layer.name) else { continue }
      let kept =
        layer.recurrent.map { $0.returnState ? $0.states.map { stateName($0, index) } : [] } ?? []
      let given = arguments(of: layer, index)
      result = isChain ? "x" : names[index]
      let results = ([result] + kept).joined(separator: ", ")
      code.add("\(results) = layers.\(call(layer))(\(given))", layer: index)
      states += kept
    }
    let inputs =
      others.isEmpty ? "inputs" : "[" + (["inputs"] + others).joined(separator: ", ") + "]"
    let outputs =
      states.isEmpty || !isChain ? result : "[" + ([result] + states).joined(separator: ", ") + "]"
    code.add("model = keras.Model(\(inputs), \(outputs))")
    code.add("model.summary()")
  }

  private static func call(_ input: InputLayer) -> String {
    let shape = input.shape.dimensions.dropFirst().map { $0.map(String.init) ?? "None" }
    let tuple = shape.count == 1 ? "(\(shape[0]),)" : "(\(shape.joined(separator: ", ")))"
    return "keras.Input(shape=\(tuple), name=\(Python.literal(input.name)))"
  }

  private func stateName(_ state: QuantityName, _ index: Int) -> String {
    "\(state.letter)_\(names[index])"
  }

  /// What a layer is called with: what it reads, and the states that it starts from.
  private func arguments(of layer: Layer, _ index: Int) -> String {
    var reads = layer.reads
    if layer.settings is Bidirectional, let first = reads?.first?.layer,
      let forward = description.layers.first(where: { $0.name == first })
    {
      reads = forward.reads
    }
    guard !isChain, let reads else {
      if isChain { return index == 0 || isFirst(index) ? "inputs" : "x" }
      return index == 0 ? "inputs" : names[index - 1]
    }
    let given = reads.map(variable)
    if layer.isRecurrent && given.count > 1 {
      return "\(given[0]), initial_state=[\(given.dropFirst().joined(separator: ", "))]"
    }
    return given.count == 1 ? given[0] : "[\(given.joined(separator: ", "))]"
  }

  /// Whether nothing but the two layers of a Bidirectional stands before a layer.
  private func isFirst(_ index: Int) -> Bool {
    description.layers[..<index].allSatisfy { isWithinBidirectional($0.name) }
  }

  private func variable(_ source: Source) -> String {
    guard let index = description.layers.firstIndex(where: { $0.name == source.layer }) else {
      return "inputs"
    }
    guard source.output > 0, let states = description.layers[index].recurrent?.states,
      source.output <= states.count
    else { return names[index] }
    return stateName(states[source.output - 1], index)
  }

  private func isWithinBidirectional(_ name: String) -> Bool {
    description.layers.contains {
      $0.settings is Bidirectional && $0.reads?.contains { $0.layer == name } == true
    }
  }

  /// What is wrong, in the part of Keras's sentence that a line holds.
  package static func short(_ error: EngineError) -> String {
    guard case .rank(_, let expected, let found, _) = error else {
      return Cleaning.text(error.description)
    }
    return "expected ndim=\(expected), found ndim=\(found.rank)"
  }

  /// What Keras 3 has no name for.
  private static let hardSigmoidOfKeras2 = "lambda x: keras.ops.clip(0.2 * x + 0.5, 0, 1)"

  private func call(_ layer: Layer) -> String {
    if layer.settings is Bidirectional, let first = layer.reads?.first?.layer,
      let forward = description.layers.first(where: { $0.name == first })
    {
      let merge = Self.options(layer).map { ", " + $0 }.joined()
      return
        "Bidirectional(layers.\(Self.call(forward, named: false))\(merge), "
        + "name=\(Python.literal(layer.name)))"
    }
    return Self.call(layer, named: true)
  }

  private static func call(_ layer: Layer, named: Bool) -> String {
    let arguments =
      (layer.width.map { [String($0)] } ?? []) + options(layer)
      + (named ? ["name=\(Python.literal(layer.name))"] : [])
    return "\(layer.kind)(\(arguments.joined(separator: ", ")))"
  }

  private static func options(_ layer: Layer) -> [String] {
    layer.settings.options.filter {
      // How masks meet is the version's in Keras, and nothing that one sets.
      ($0.isRequired || $0.value != $0.standard) && $0.name != "masks"
    }.map {
      "\($0.name)=\(written($0.value))"
    }
  }

  private static func written(_ value: LayerOption.Value) -> String {
    switch value {
    case .truth(let value): Python.literal(value)
    case .activation(let activation):
      activation.kerasName.map(Python.literal) ?? Self.hardSigmoidOfKeras2
    case .integer(let number): String(number)
    case .number(let number): number.map { "\($0)" } ?? "None"
    case .integers(let numbers):
      numbers.count == 1
        ? "(\(numbers[0]),)" : "(\(numbers.map(String.init).joined(separator: ", ")))"
    case .word(let word): Python.literal(word)
    }
  }
}
