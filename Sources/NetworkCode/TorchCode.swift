import Engine
import Phrases

/// A network as PyTorch code: a module with the same layers.
///
/// `nn.LSTM` has no return_sequences, its output is always every timestep; no go_backwards; and no
/// other curves than tanh and sigmoid. What it lacks is written out, or said in a comment. The code is
/// that of a chain of layers; of any other network it says only that it is none.
package struct TorchCode: Sendable {
  /// The code.
  package private(set) var code = NetworkCode()
  /// The layers that PyTorch has no equal for, so that its numbers would be others.
  package private(set) var unequal: [String] = []

  private let description: NetworkDescription
  private let plan: NetworkPlan
  let steps: CodeSteps
  let names: [String]

  /// The code of a network, which need not be one that can be built.
  package init(_ description: NetworkDescription) {
    self.description = description
    plan = description.plan()
    steps = CodeSteps(description)
    names = Python.identifiers(description.layers.map(\.name), taken: Self.moduleNames)
    if let branch = steps.branch {
      unequal = [description.layers[branch].name]
      code.add("# " + CodePhrases.chainsOnly, layer: branch)
      return
    }
    code.add("import torch")
    code.add("from torch import nn")
    code.add()
    code.add("class Network(nn.Module):")
    code.add("    def __init__(self):")
    code.add("        super().__init__()")
    addLayers()
    code.add()
    addForward()
  }

  private mutating func addLayers() {
    var features = description.input.features
    for step in steps.steps {
      let (index, layer) = (step.place, description.layers[step.place])
      // Behind a layer that cannot follow the widths are those that the settings say.
      let planned = plan.layers.indices.contains(index) ? plan.layers[index] : nil
      if plan.layers.indices.contains(step.first) {
        features = plan.layers[step.first].inputShape.features ?? features
      }
      defer { features = planned?.units ?? layer.width ?? features }
      let target = "        self.\(names[index]) = "
      if let recurrent = layer.recurrent {
        code.add(target + Self.module(recurrent, features) + lacking(recurrent), layer: index)
      } else if let forward = bothWays(step) {
        let module = Self.module(forward, features, ending: ", bidirectional=True")
        code.add(target + module + lacking(forward, of: layer.name), layer: index)
      } else if let module = Self.module(layer.settings, features: features) {
        code.add(target + module, layer: index)
      }
    }
  }

  private static func module(
    _ layer: any RecurrentLayer, _ features: Int, ending: String = ""
  ) -> String {
    let bias = layer.useBias ? "" : "bias=False, "
    let kind = type(of: layer).torchName
    return "nn.\(kind)(\(features), \(layer.units), \(bias)batch_first=True\(ending))"
  }

  /// The layer that a Bidirectional is put around, where PyTorch has the same in one module; nil for any
  /// other, and for any other layer.
  private func bothWays(_ step: CodeSteps.Step) -> (any RecurrentLayer)? {
    guard let halves = step.halves, steps.isMirrored(halves, in: description),
      let both = description.layers[step.place].settings as? Bidirectional,
      both.mergeMode == .concatenated,
      let forward = description.layers[halves.forward].recurrent, !forward.goBackwards
    else { return nil }
    return forward
  }

  /// What a layer's curves are where PyTorch has no others than the usual ones, as a comment.
  private mutating func lacking(_ layer: any RecurrentLayer, of name: String? = nil) -> String {
    var usual: [String] = []
    var curves: [String] = []
    for option in layer.options {
      guard case .activation(let curve) = option.value,
        case .activation(let standard) = option.standard
      else { continue }
      usual.append(standard.rawValue)
      curves.append(curve.rawValue)
    }
    if curves != usual {
      unequal.append(name ?? layer.name)
      return "  # " + CodePhrases.curves(only: usual, keras: curves)
    }
    if layer.sums.contains(where: { if case .before = $0.sum?.reset { true } else { false } }) {
      unequal.append(name ?? layer.name)
      return "  # " + CodePhrases.resetsAfter
    }
    return ""
  }

  private mutating func addForward() {
    let shape = description.input.shape.dimensions.dropFirst()
    code.add(commented("    def forward(self, x):", Array(shape)), layer: -1)
    var states: [String] = []
    for step in steps.steps {
      let (index, layer) = (step.place, description.layers[step.place])
      if let recurrent = layer.recurrent {
        addCall(of: recurrent, index, states: &states)
      } else if let forward = bothWays(step) {
        addCall(bothWays: forward, index, states: &states)
      } else if let call = Self.call(layer.settings, names[index]) {
        if (layer.settings as? Embedding)?.maskZero == true {
          unequal.append(layer.name)
          code.add("        # " + CodePhrases.skipsNone, layer: index)
        }
        code.add(commented("        x = \(call)", leaving(index)), layer: index)
      } else {
        unequal.append(layer.name)
        code.add("        # " + CodePhrases.notWritten(layer.kind, name: layer.name), layer: index)
      }
    }
    code.add("        return " + (["x"] + states).joined(separator: ", "))
  }

  private mutating func addCall(
    of settings: any RecurrentLayer, _ index: Int, states: inout [String]
  ) {
    let name = names[index]
    if plan.failure?.layerIndex == index, case .rank = plan.failure?.error {
      code.add("        # " + CodePhrases.kerasOnlyStops, layer: index)
    }
    if settings.goBackwards {
      code.add(Python.commented("        x = x.flip(1)", CodePhrases.backwards), layer: index)
    }
    var kept = "_"
    if settings.returnState {
      let names = settings.states.map { "\($0.letter)_\(name)" }
      kept = names.count == 1 ? names[0] : "(\(names.joined(separator: ", ")))"
      // PyTorch's states have an axis for the number of stacked layers in front.
      states += names.map { "\($0)[0]" }
    }
    let call = "        x, \(kept) = self.\(name)(x)"
    guard !settings.returnSequences else {
      code.add(commented(call, leaving(index)), layer: index)
      return
    }
    // PyTorch's output is every timestep, whatever is made of it.
    let every: [Int?]? =
      plan.layers.indices.contains(index)
      ? [plan.layers[index].inputShape.dimensions[1], settings.units] : nil
    code.add(commented(call, every), layer: index)
    code.add(commented("        x = x[:, -1]", leaving(index)), layer: index)
  }

  /// A Bidirectional: the last states of both directions have read all timesteps, the output at the last
  /// timestep has not.
  private mutating func addCall(
    bothWays forward: any RecurrentLayer, _ index: Int, states: inout [String]
  ) {
    let name = names[index]
    if plan.failure?.layerIndex == index, case .rank = plan.failure?.error {
      code.add("        # " + CodePhrases.kerasOnlyStops, layer: index)
    }
    let letters = forward.states.map { "\($0.letter)_\(name)" }
    if forward.returnState {
      states += (0..<2).flatMap { direction in letters.map { "\($0)[\(direction)]" } }
    }
    let needed = forward.returnState || !forward.returnSequences
    let kept = letters.count == 1 ? letters[0] : "(\(letters.joined(separator: ", ")))"
    let call = "        x, \(needed ? kept : "_") = self.\(name)(x)"
    guard !forward.returnSequences else {
      code.add(commented(call, leaving(index)), layer: index)
      return
    }
    code.add(call, layer: index)
    let both = "        x = torch.cat([\(letters[0])[0], \(letters[0])[1]], dim=-1)"
    code.add(commented(both, leaving(index)), layer: index)
  }

  /// The shape behind a layer, without the batch; nil where nothing follows from the plan.
  private func leaving(_ index: Int) -> [Int?]? {
    plan.layers.indices.contains(index)
      ? Array(plan.layers[index].outputShape.dimensions.dropFirst()) : nil
  }

  private func commented(_ code: String, _ shape: [Int?]?) -> String {
    guard let shape else { return code }
    let lengths = shape.map { $0.map(String.init) ?? "timesteps" }
    return Python.commented(code, "(batch, \(lengths.joined(separator: ", ")))")
  }

  /// The module that a layer other than a recurrent one needs; nil where it needs none, or has no equal.
  private static func module(_ settings: any LayerSettings, features: Int) -> String? {
    switch settings {
    case let dense as Dense:
      "nn.Linear(\(features), \(dense.units)\(dense.useBias ? "" : ", bias=False"))"
    case let dropout as Dropout: "nn.Dropout(\(dropout.rate))"
    case let embedding as Embedding:
      "nn.Embedding(\(embedding.inputDimension), \(embedding.outputDimension))"
    case let layer as Conv1D where isValid(layer):
      "nn.Conv1d(\(features), \(layer.filters), \(layer.kernelSize)"
        + (layer.strides == 1 ? "" : ", stride=\(layer.strides)")
        + (layer.dilationRate == 1 ? "" : ", dilation=\(layer.dilationRate)")
        + (layer.groups == 1 ? "" : ", groups=\(layer.groups)")
        + (layer.useBias ? ")" : ", bias=False)")
    case let layer as MaxPooling1D where isValid(layer):
      "nn.MaxPool1d(\(layer.poolSize)\(stride(layer.strides)))"
    case let layer as AveragePooling1D where isValid(layer):
      "nn.AvgPool1d(\(layer.poolSize)\(stride(layer.strides)))"
    case let norm as LayerNormalization where norm.scale && norm.center:
      "nn.LayerNorm(\(features), eps=\(norm.epsilon))"
    default: nil
    }
  }

  /// Whether nothing is put on at the ends of a sequence.
  private static func isValid(_ layer: any LayerSettings) -> Bool {
    layer.options.contains { $0.name == "padding" && $0.value == .word("valid") }
  }

  /// How far a window moves; 0 stands for as far as it is long, which PyTorch takes, too.
  private static func stride(_ stride: Int) -> String { stride == 0 ? "" : ", \(stride)" }

  /// A module that wants the timesteps last.
  private static func turned(_ name: String) -> String {
    "self.\(name)(x.transpose(1, 2)).transpose(1, 2)"
  }

  /// How a layer other than a recurrent one is called; nil where it has no equal here.
  private static func call(_ settings: any LayerSettings, _ name: String) -> String? {
    switch settings {
    case let dense as Dense: applied(dense.activation, to: "self.\(name)(x)")
    case let layer as ActivationLayer: applied(layer.activation, to: "x")
    case is Dropout: "self.\(name)(x)"
    case is Embedding: "self.\(name)(x)"
    case let layer as Conv1D where isValid(layer):
      applied(layer.activation, to: turned(name))
    case let layer as MaxPooling1D where isValid(layer): turned(name)
    case let layer as AveragePooling1D where isValid(layer): turned(name)
    case let norm as LayerNormalization where norm.scale && norm.center: "self.\(name)(x)"
    case is Flatten: "x.flatten(1)"
    case is Softmax: "torch.softmax(x, dim=-1)"
    case let layer as LeakyReLU: "nn.functional.leaky_relu(x, \(layer.negativeSlope))"
    case let layer as RepeatVector: "x.unsqueeze(1).repeat(1, \(layer.count), 1)"
    case let layer as GlobalMaxPooling1D:
      layer.keepDims ? "x.max(1, keepdim=True).values" : "x.max(1).values"
    case let layer as GlobalAveragePooling1D:
      layer.keepDims ? "x.mean(1, keepdim=True)" : "x.mean(1)"
    default: nil
    }
  }

  private static func applied(_ activation: Activation, to call: String) -> String {
    switch activation {
    case .tanh, .sigmoid, .relu: "torch.\(activation.rawValue)(\(call))"
    case .linear: call
    case .hardSigmoid: "nn.functional.hardsigmoid(\(call))"
    case .hardSigmoidOfKeras2: "torch.clip(0.2 * \(call) + 0.5, 0, 1)"
    case .softsign, .softplus, .elu, .selu, .gelu, .silu, .mish, .relu6:
      "nn.functional.\(activation.rawValue)(\(call))"
    case .leakyReLU: "nn.functional.leaky_relu(\(call), 0.2)"
    case .hardTanh: "nn.functional.hardtanh(\(call))"
    case .hardSilu: "nn.functional.hardswish(\(call))"
    case .exponential: "torch.exp(\(call))"
    case .softmax: "torch.softmax(\(call), dim=-1)"
    }
  }

  /// What a module has already: a layer of that name would take its place.
  private static let moduleNames: Set<String> = [
    "T_destination", "add_module", "apply", "bfloat16", "buffers", "call_super_init", "children",
    "compile", "cpu", "cuda", "double", "dump_patches", "eval", "extra_repr", "float", "forward",
    "get_buffer", "get_extra_state", "get_parameter", "get_submodule", "half", "ipu",
    "load_state_dict", "modules", "mtia", "named_buffers", "named_children", "named_modules",
    "named_parameters", "parameters", "register_backward_hook", "register_buffer",
    "register_forward_hook", "register_forward_pre_hook", "register_full_backward_hook",
    "register_full_backward_pre_hook", "register_load_state_dict_post_hook",
    "register_load_state_dict_pre_hook", "register_module", "register_parameter",
    "register_state_dict_post_hook", "register_state_dict_pre_hook", "requires_grad_",
    "set_extra_state", "set_submodule", "share_memory", "state_dict", "to", "to_empty", "train",
    "training", "type", "xpu", "zero_grad",
  ]
}
