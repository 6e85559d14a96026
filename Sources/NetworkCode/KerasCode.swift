import Engine
import Phrases
import Wording

/// A network as Keras code: the same layers, names and flags, in the functional form, which has a
/// place for the states that `return_state` hands out.
package struct KerasCode: Sendable {
  /// The code.
  package private(set) var code = NetworkCode()

  /// The code of a network, which need not be one that can be built: Keras then says so itself.
  package init(_ description: NetworkDescription) {
    let plan = description.plan()
    code.add("import keras")
    code.add("from keras import layers")
    code.add()
    let shape = description.input.shape.dimensions.dropFirst().map { $0.map(String.init) ?? "None" }
    let tuple = shape.count == 1 ? "(\(shape[0]),)" : "(\(shape.joined(separator: ", ")))"
    code.add(
      "inputs = keras.Input(shape=\(tuple), name=\(Python.literal(description.input.name)))",
      layer: -1)
    let names = Python.identifiers(
      description.layers.map(\.name), taken: ["x", "inputs", "outputs", "model"])
    var states: [String] = []
    for (index, layer) in description.layers.enumerated() {
      let failed = plan.failure.flatMap { $0.layerIndex == index ? $0 : nil }
      if let failed {
        code.add("# " + CodePhrases.kerasStops(Self.short(failed.error)), layer: index)
      }
      let given = index == 0 ? "inputs" : "x"
      var results = "x"
      if let recurrent = layer.recurrent, recurrent.returnState {
        let kept = recurrent.states.map { "\($0.letter)_\(names[index])" }
        results += ", " + kept.joined(separator: ", ")
        states += kept
      }
      code.add("\(results) = layers.\(Self.call(layer))(\(given))", layer: index)
    }
    let outputs = states.isEmpty ? "x" : "[" + (["x"] + states).joined(separator: ", ") + "]"
    code.add("model = keras.Model(inputs, \(outputs))")
    code.add("model.summary()")
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

  private static func call(_ layer: Layer) -> String {
    let options = layer.settings.options.filter { $0.value != $0.standard }.map { option in
      let value =
        switch option.value {
        case .truth(let value): Python.literal(value)
        case .activation(let activation):
          activation.kerasName.map(Python.literal) ?? Self.hardSigmoidOfKeras2
        }
      return "\(option.name)=\(value)"
    }
    let arguments = ["\(layer.units)"] + options + ["name=\(Python.literal(layer.name))"]
    return "\(layer.kind)(\(arguments.joined(separator: ", ")))"
  }
}
