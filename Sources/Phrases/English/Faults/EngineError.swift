import Engine
import Wording

extension EngineError: CustomStringConvertible {
  /// What is wrong: in Keras's own words where Keras has them, otherwise with what to do.
  package var description: String {
    switch self {
    case .noLayers:
      "the network has no layers: it needs at least one"
    case .duplicateName(let name):
      "two layers are called '\(name)': give each layer a name of its own"
    case .unusableName(let name):
      "a layer cannot be called '\(name)': a name needs at least one letter and no '/'"
    case .units(let layer, let found):
      "layer '\(layer)' has units=\(found): it needs at least 1"
    case .features(let input, let found):
      "input '\(input)' has \(found) features: it needs at least 1"
    case .timesteps(let input, let found):
      "input '\(input)' has \(found) timesteps: it needs at least 1, or None for any number"
    case .rank(let layer, let expected, let found, _):
      "Input 0 with name 'None' of layer '\(layer)' is incompatible with the layer: "
        + "expected ndim=\(expected), found ndim=\(found.rank). Full shape received: \(found)"
    case .softmaxInRecurrent(let layer, let setting, let kind):
      "layer '\(layer)' has \(setting)=softmax: softmax is for Dense layers only, because it ties "
        + "the units together; choose another for \(kind)"
    case .tooManyParameters(let layer):
      "layer '\(layer)' would have more than \(grouped(PlannedLayer.mostParameters)) parameters: "
        + "give it fewer units"
    case .tooManyLayers(let found):
      "the network has \(grouped(found)) layers, and at most \(grouped(NetworkPlan.mostLayers)) can "
        + "be opened: give it fewer"
    case .tooManyWeights(let found):
      "the network has \(grouped(found)) parameters, and at most "
        + "\(grouped(NetworkPlan.mostWeights)), 64 MiB of weights, can be run: give its layers fewer "
        + "units"
    case .runTooLarge(let timesteps, let found):
      "a run over \(counted(timesteps, "timestep")) would keep \(grouped(found)) numbers, and at most "
        + "\(grouped(NetworkPlan.mostNumbers)), 160 MiB, are kept: give the network fewer timesteps or "
        + "units"
    case .inputShape(let input, let expected, let found):
      "Input 0 with name '\(input)' of layer 'functional' is incompatible with the layer: "
        + "expected shape=\(expected), found shape=\(Shape(found))"
    case .noTimesteps(let input):
      "the observation for '\(input)' has no timesteps: it needs at least 1"
    case .missingWeight(let name, let expected):
      "the weight '\(name)' is missing: the network needs one of shape \(Shape(expected))"
    case .unknownWeight(let name, let known):
      "no layer of the network has a weight '\(name)'; it has " + known.joined(separator: ", ")
    case .weightShape(let name, let expected, let found):
      "the weight '\(name)' has the wrong shape: expected \(Shape(expected)), "
        + "found \(Shape(found))"
    case .weightCount(let name, let shape, let found):
      "the weight '\(name)' is broken: its shape \(Shape(shape)) does not fit "
        + "\(found) numbers"
    case .weightNotFinite(let name, let index):
      "the weight '\(name)' holds NaN or infinity, first at \(index): "
        + "every number after it would be NaN too"
    case .weightIndex(let name, let shape, let found):
      "the weight '\(name)' has no number at \(found): its shape is \(Shape(shape)), and every "
        + "index counts from 0"
    case .unknownLayer(let name, let known):
      "the network has no layer '\(name)'; it has " + known.joined(separator: ", ")
    case .notRecurrent(let layer):
      "layer '\(layer)' is not recurrent: it has no gates and carries no state"
    case .notAGate(let layer, let quantity, let gates):
      "\(layer).\(quantity.rawValue) cannot be clamped, it is a state: "
        + Self.alternatives(gates) + "erase the state at a timestep"
    case .unknownQuantity(let layer, let quantity, let known):
      "layer '\(layer)' has no \(quantity.rawValue); it has "
        + known.map(\.rawValue).joined(separator: ", ")
    case .unit(let layer, let units, let found):
      "layer '\(layer)' has no unit \(found): its units are 0 to \(units - 1)"
    case .timestep(let timesteps, let found):
      "there is no timestep \(found): the timesteps are 0 to \(timesteps - 1)"
    case .feature(let features, let found):
      "there is no feature \(found): the features are 0 to \(features - 1)"
    case .stateLength(let layer, let state, let expected, let found):
      "layer '\(layer)' has \(expected) units, but its initial \(state.rawValue) has "
        + "\(found) numbers: it needs one for each unit"
    case .notFinite(let what):
      "\(what) cannot be NaN or infinity: give it a finite number"
    case .needsWholeSequence(let layer, let order):
      "layer '\(layer)' needs all timesteps of what it reads before its first one, so the layers "
        + "before it must have finished: \(order.words) is impossible, layer by layer is not"
    case .inputs(let layer, let expected, let found):
      "layer '\(layer)' reads \(counted(found, "input")), but it needs \(expected)"
    case .unknownSource(let layer, let found):
      "layer '\(layer)' reads '\(found)', which no layer before it hands on"
    case .unlike(let layer, let first, let second):
      "layer '\(layer)' cannot join inputs of the shapes \(first) and \(second)"
    case .initialState(let layer, let expected, let found):
      "layer '\(layer)' is given an initial state of shape \(found), but its states have the shape "
        + "\(expected)"
    case .openWidth(let layer, let found):
      "layer '\(layer)' reads \(found): it needs to know each length but the first; say how many "
        + "timesteps there are"
    case .setting(let layer, let setting, let found, let range):
      "layer '\(layer)' has \(setting)=\(found): "
        + (range.lowerBound == range.upperBound
          ? "only \(range.lowerBound) can be done here"
          : "it must be \(range.lowerBound) to \(range.upperBound)")
    case .reshape(let layer, let from, let to):
      "layer '\(layer)' cannot make \(Shape([nil] + to)) of \(from)"
    case .window(let layer, let reach, let timesteps):
      "layer '\(layer)' reads \(counted(reach, "timestep")) at once, but there are only \(timesteps)"
    case .token(let layer, let rows, let timestep, let found):
      "layer '\(layer)' has rows 0 to \(rows - 1), and timestep \(timestep) asks for "
        + "\(found): each must be a whole number of one of its rows"
    case .tokens(let layer, let isTable):
      isTable
        ? "layer '\(layer)' is an Embedding and reads another layer: it can read an input of whole "
          + "numbers alone"
        : "layer '\(layer)' reads an input of whole numbers, which only an Embedding can"
    case .inputCount(let expected, let found):
      "the network reads \(counted(expected, "input")), and the observation has \(found)"
    case .noAnswerByTimestep:
      "what is behind the last recurrent layer needs more than one of its timesteps"
    }
  }

  /// `clamp input_gate, forget_gate or output_gate, or `; nothing where there is no gate.
  private static func alternatives(_ gates: [QuantityName]) -> String {
    guard let last = gates.last?.rawValue else { return "" }
    let others = gates.dropLast().map(\.rawValue).joined(separator: ", ")
    return "clamp \(others.isEmpty ? last : "\(others) or \(last)"), or "
  }
}
