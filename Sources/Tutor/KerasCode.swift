import Engine
import Wording
import Screen

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
      if let failed { code.add("# here Keras stops: \(Self.short(failed.error))", layer: index) }
      let given = index == 0 ? "inputs" : "x"
      var results = "x"
      if case .lstm(let settings) = layer, settings.returnState {
        let pair = ["h_\(names[index])", "c_\(names[index])"]
        results += ", " + pair.joined(separator: ", ")
        states += pair
      }
      code.add("\(results) = layers.\(Self.call(layer))(\(given))", layer: index)
    }
    let outputs = states.isEmpty ? "x" : "[" + (["x"] + states).joined(separator: ", ") + "]"
    code.add("model = keras.Model(inputs, \(outputs))")
    code.add("model.summary()")
  }

  /// What is wrong, in the part of Keras's sentence that a line holds.
  static func short(_ error: EngineError) -> String {
    guard case .rank(_, let expected, let found, _) = error else {
      return Cleaning.text(error.description)
    }
    return "expected ndim=\(expected), found ndim=\(found.rank)"
  }

  private static func call(_ layer: Layer) -> String {
    var arguments = ["\(layer.units)"]
    func add(_ name: String, _ text: String, unless isDefault: Bool) {
      if !isDefault { arguments.append("\(name)=\(text)") }
    }
    func add(_ name: String, _ activation: Activation, default other: Activation) {
      add(name, Python.literal(activation.rawValue), unless: activation == other)
    }
    let kind: String
    switch layer {
    case .lstm(let settings):
      kind = "LSTM"
      add("activation", settings.activation, default: .tanh)
      add("recurrent_activation", settings.recurrentActivation, default: .sigmoid)
      add("use_bias", "False", unless: settings.useBias)
      add("unit_forget_bias", "False", unless: settings.unitForgetBias)
      add("return_sequences", "True", unless: !settings.returnSequences)
      add("return_state", "True", unless: !settings.returnState)
      add("go_backwards", "True", unless: !settings.goBackwards)
    case .dense(let settings):
      kind = "Dense"
      add("activation", settings.activation, default: .linear)
      add("use_bias", "False", unless: settings.useBias)
    }
    arguments.append("name=\(Python.literal(layer.name))")
    return "\(kind)(\(arguments.joined(separator: ", ")))"
  }
}
