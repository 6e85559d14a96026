import Engine

extension KerasCode {
  /// The code, and behind it lines that take the weights from a safetensors file with our names.
  package func text(loading file: String) -> String {
    let plan = description.plan()
    var lines = [
      "", "from safetensors.numpy import load_file", "",
      "weights = load_file(\(Python.literal(file)))",
    ]
    for step in steps.steps {
      let parts = step.halves.map { [$0.forward, $0.backward] } ?? [step.place]
      let keys = parts.filter(plan.layers.indices.contains).flatMap {
        plan.layers[$0].weightShapes.map(\.key)
      }
      if keys.isEmpty { continue }
      let name = Python.literal(description.layers[step.place].name)
      let values = keys.map { "    weights[\(Python.literal($0))]," }
      lines += ["model.get_layer(\(name)).set_weights(["] + values + ["])"]
    }
    return ([code.text] + lines).joined(separator: "\n") + "\n"
  }
}

extension TorchCode {
  /// The code, and behind it lines that take the weights from a safetensors file with PyTorch's names.
  package func text(loading file: String) -> String {
    let lines = [
      "", "from safetensors.torch import load_file", "", "model = Network()",
      "model.load_state_dict(load_file(\(Python.literal(file))))", "model.eval()",
    ]
    return ([code.text] + lines).joined(separator: "\n") + "\n"
  }
}
