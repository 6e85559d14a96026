import Engine
import ModelFiles

// Why a layer or a setting of Keras's JSON cannot be opened.

extension [ModelProblem.RefusedLayer] {
  /// All layers that cannot be opened, each with its class, and what to do.
  var sentence: String {
    let known = listed(["InputLayer"] + Layer.kinds.map { $0.kind }, "and")
    let layers =
      count == 1
      ? "layer '\(self[0].layer)' is a \(self[0].className)"
      : "\(counted(count, "layer")) cannot be opened: "
        + listed(map { "'\($0.layer)' (\($0.className))" }, "and")
    let advice =
      contains { $0.className == "Lambda" }
      ? "; a Lambda is Python code, which is never run: build it of other layers" : ""
    return "\(layers); only \(known) can be opened so far\(advice)"
  }
}

extension ModelProblem.KerasValue {
  var words: String {
    switch self {
    case .written(let text): text
    case .other(.mapping): "an object"
    case .other(let found): found.words
    }
  }
}

extension ModelProblem.KerasSetting {
  var words: String {
    switch self {
    case .notRead: "which cannot be read here"
    case .changesNumbers: "which changes its numbers and cannot be done here"
    case .startsFromZero: "but every observation starts from zero here"
    case .batchFirst: "but the batch comes first here"
    case .ownFunction: "which is a function of its own and cannot be done here"
    case .unknownActivation:
      "but the known ones are \(listed(Activation.kerasNames, "and"))"
    case .otherType: "but float32 is what is computed here"
    }
  }
}

extension ModelProblem.KerasWiring {
  var words: String {
    switch self {
    case .lateInput: "is an input after the first layer"
    case .secondInput: "is a second input"
    case .fed(let times): "is fed \(times) times"
    case .readsState: "reads a state of another layer"
    case .readsTheSame: "reads what another layer reads too"
    case .notFed: "is not fed by the input"
    case .earlyOutput: "is an output before the end"
    case .nesting: "is called with too much nesting"
    }
  }
}
