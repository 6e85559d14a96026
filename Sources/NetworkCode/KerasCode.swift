import Engine
import Phrases
import Wording

/// A network as Keras code: the same layers, names and flags, in the functional form, which has a
/// place for the states that `return_state` hands out.
package struct KerasCode: Sendable {
  /// The code.
  package private(set) var code = NetworkCode()

  let description: NetworkDescription
  private let names: [String]
  let steps: CodeSteps
  /// Whether each layer reads the one before it, so that one name is enough for all that flows.
  private var isChain: Bool { steps.isChain }

  /// The code of a network, which need not be one that can be built: Keras then says so itself.
  package init(_ description: NetworkDescription) {
    self.description = description
    names = Python.identifiers(
      description.layers.map(\.name), taken: ["x", "inputs", "outputs", "model"])
    steps = CodeSteps(description)
    let plan = description.plan()
    code.add("import keras")
    code.add("from keras import layers")
    code.add()
    code.add("inputs = \(Self.call(description.input))", layer: -1)
    var states: [String] = []
    var others: [String] = []
    var result = "inputs"
    for step in steps.steps {
      let (index, layer) = (step.place, description.layers[step.place])
      if let failed = plan.failure, failed.layerIndex == index || failed.layerIndex == step.first {
        code.add("# " + CodePhrases.kerasStops(Self.short(failed.error)), layer: index)
      }
      if let other = layer.settings as? AnotherInput {
        code.add("\(names[index]) = \(Self.call(other.input))", layer: index)
        others.append(names[index])
        continue
      }
      let parts = step.halves.map { [$0.forward, $0.backward] } ?? [index]
      let kept = parts.flatMap { part in
        description.layers[part].recurrent.map {
          $0.returnState ? $0.states.map { stateName($0, part) } : []
        } ?? []
      }
      let given = arguments(of: step)
      result = isChain ? "x" : names[index]
      let results = ([result] + kept).joined(separator: ", ")
      code.add("\(results) = layers.\(call(step))(\(given))", layer: index)
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
  private func arguments(of step: CodeSteps.Step) -> String {
    guard !isChain else { return step.first == 0 ? "inputs" : "x" }
    guard let reads = description.layers[step.first].reads else {
      return step.first == 0 ? "inputs" : names[step.first - 1]
    }
    var given = reads.map(variable)
    guard description.layers[step.first].isRecurrent && given.count > 1 else {
      return given.count == 1 ? given[0] : "[\(given.joined(separator: ", "))]"
    }
    // Those of the layer that reads backwards stand behind the others.
    if let backward = step.halves?.backward {
      given += (description.layers[backward].reads ?? []).dropFirst().map(variable)
    }
    return "\(given[0]), initial_state=[\(given.dropFirst().joined(separator: ", "))]"
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

  /// What is wrong, in the part of Keras's sentence that a line holds.
  package static func short(_ error: EngineError) -> String {
    guard case .rank(_, let expected, let found, _) = error else {
      return Cleaning.text(error.description)
    }
    return "expected ndim=\(expected), found ndim=\(found.rank)"
  }

  /// What Keras 3 has no name for.
  private static let hardSigmoidOfKeras2 = "lambda x: keras.ops.clip(0.2 * x + 0.5, 0, 1)"

  private func call(_ step: CodeSteps.Step) -> String {
    let layer = description.layers[step.place]
    guard let halves = step.halves else { return Self.call(layer, named: true) }
    let (forward, backward) = (
      description.layers[halves.forward], description.layers[halves.backward]
    )
    var given = ["layers.\(Self.call(forward, named: false))"] + Self.options(layer)
    if !steps.isMirrored(halves, in: description) {
      given.append("backward_layer=layers.\(Self.call(backward, named: false))")
    }
    given.append("name=\(Python.literal(layer.name))")
    return "Bidirectional(\(given.joined(separator: ", ")))"
  }

  private static func call(_ layer: Layer, named: Bool) -> String {
    var arguments: [String] = []
    if let width = layer.width, let name = type(of: layer.settings).widthName {
      // Only units stand first in all layers that have them.
      arguments.append(name == "units" ? "\(width)" : "\(name)=\(width)")
    }
    arguments += options(layer) + (named ? ["name=\(Python.literal(layer.name))"] : [])
    return "\(layer.kind)(\(arguments.joined(separator: ", ")))"
  }

  /// Settings that Keras has no value of its own for.
  private static func isRequired(_ option: LayerOption, of layer: Layer) -> Bool {
    option.isRequired || ["rate", "stddev"].contains(option.name)
      || layer.settings is ActivationLayer
      || layer.settings is AveragePooling1D && option.name == "pool_size"
  }

  private static func options(_ layer: Layer) -> [String] {
    layer.settings.options.filter {
      // How masks meet is the version's in Keras, and nothing that one sets.
      (isRequired($0, of: layer) || $0.value != $0.standard) && $0.name != "masks"
    }.map {
      // Axes that are one are a number to Dot, and no list.
      if layer.settings is Dot, case .integers(let axes) = $0.value, axes.count == 1 {
        return "\($0.name)=\(axes[0])"
      }
      return "\($0.name)=\(written($0.value))"
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
