import Engine
import ModelFiles

// Why a layer or a setting of Keras's JSON cannot be opened.

extension [ModelProblem.RefusedLayer] {
  /// All layers that cannot be opened, each with its class, and what to do.
  var sentence: String {
    let layers =
      count == 1
      ? "layer '\(self[0].layer)' is \(article(self[0].className)) \(self[0].className), which cannot be opened"
      : "\(counted(count, "layer")) cannot be opened: "
        + listed(shortened(map { "'\($0.layer)' (\($0.className))" }), "and")
    return "\(layers); \(advice)"
  }

  /// What to do: with those that are Python code, by their classes, and with the others, by their names.
  private var advice: String {
    let code = filter(\.isCode)
    let others = filter { !$0.isCode }
    guard !code.isEmpty else { return "save a model without \(count == 1 ? "it" : "them")" }
    var classes: [String] = []
    for layer in code where !classes.contains(layer.className) { classes.append(layer.className) }
    let named = listed(shortened(classes.map { "\(article($0)) \($0)" }), "and")
    let run =
      classes.count == 1
      ? "\(named) is Python code, which is never run: build it of other layers"
      : "\(named) are Python code, which is never run: build them of other layers"
    guard !others.isEmpty else { return run }
    return run + ", and save a model without "
      + listed(shortened(others.map { "'\($0.layer)'" }), "and")
  }
}

/// The article before the name of a class, as one says it: an LSTMCell, a UnitNormalization.
private func article(_ name: String) -> String {
  if name.hasPrefix("Uni") { return "a" }
  let isSpelled = name.prefix(2).allSatisfy(\.isUppercase)
  let spelled: Set<Character> = ["A", "E", "F", "H", "I", "L", "M", "N", "O", "R", "S", "X"]
  return (isSpelled ? spelled : ["A", "E", "I", "O", "U"]).contains(name.first ?? "-") ? "an" : "a"
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
    case .batchFirst: "but the batch comes first here"
    case .featuresLast: "but the features come last here"
    case .unknownWord(let words): "but it can be \(listed(words, "or"))"
    case .ownFunction: "which is a custom function and cannot be done here"
    case .unknownActivation:
      "but the known ones are \(listed(Activation.kerasNames, "and"))"
    case .otherType: "but float32 is what is computed here"
    }
  }
}

extension ModelProblem.KerasWiring {
  var words: String {
    switch self {
    case .lateInput: "is an input after the first layer; put it first"
    case .called(let times):
      "is called \(times) times; a layer that is shared cannot be opened, so make one for each call"
    case .notFed: "is fed nothing; connect it, or leave it out"
    case .unknownSource(let name):
      "reads '\(name)', which does not hand that on in this file; save the model again"
    case .circle: "reads, over others, what it hands on itself; save the model again"
    case .severalOutputs:
      "is one of several outputs, or hands on a state as the answer; make a model with one output"
    case .olderMask:
      "is an Attention of Keras 2 behind a mask, which works differently there and cannot be opened; "
        + "save the model with Keras 3"
    case .unrolledMask:
      "is unrolled and reads backwards behind a mask, where Keras skips the wrong timesteps; save the "
        + "model with unroll=False"
    case .nesting: "is called with too much nesting; save the model again"
    }
  }
}
