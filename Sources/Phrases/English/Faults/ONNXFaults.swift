import ModelFiles
import Wording

// What is wrong with a file of ONNX's or with the network that it holds.

extension ONNXFault {
  /// What was found and what to do, without the place.
  var words: String {
    switch self {
    case .damaged(let position):
      "it is damaged at byte \(position), or no file of ONNX's; export the model again"
    case .noGraph: "it holds no graph with an input; export the model again"
    case .tensor(let name, let reason): "its tensor '\(name)' \(reason.words)"
    case .external(let name):
      "its weights should stand in a file '\(name)' beside it, which cannot be read; export the model "
        + "with external_data=False"
    case .unread(let nodes):
      "\(listed(shortened(nodes.map(\.words)), "and")) cannot be opened so far; export a network without "
        + (nodes.count == 1 ? "it" : "them")
    case .inputs(let names):
      "it has other inputs, \(listed(shortened(names.map { "'\($0)'" }), "and")), and one alone can be read so far"
    case .tooManySteps(let limit):
      "it has more than \(grouped(limit)) steps, tensors or inputs, or too many names in them; export a "
        + "smaller model"
    case .tooManyNumbers(let limit):
      "its steps make more than \(grouped(limit)) numbers of its tensors, the most that are worked out; "
        + "export a smaller model"
    case .inputSize(let name, let found, let limit):
      "its input '\(name)' has an axis of \(grouped(found)), and \(grouped(limit)) is the most; export "
        + "the model with a smaller one"
    case .tooManyLayers(let limit):
      "it has more than \(grouped(limit)) layers, the most that are read"
    case .noOutput: "its output does not come from its layers alone"
    }
  }
}

extension ONNXFault.Tensor {
  fileprivate var words: String {
    switch self {
    case .count(let expected, let found):
      "should have \(counted(expected, "number")), and has \(grouped(found)); export the model again"
    case .type(let type): "has numbers of type \(type), which are not read"
    case .shape(let shape): "has the shape \(shape), which cannot be"
    case .tooLarge: "has more numbers than a network can have here"
    }
  }
}

extension ONNXFault.Node {
  fileprivate var words: String { "'\(name)' (\(kind)\(reason.words))" }
}

extension ONNXFault.Reason {
  fileprivate var words: String {
    switch self {
    case .kind: ""
    case .setting(let setting): " with \(setting)"
    case .initialState: " with a first state other than zero"
    case .cellState: " whose last cell state is read"
    case .weights: " without fitting weights of its own"
    case .timestep: " of other timesteps than all or the last"
    case .lastOfBoth:
      " of the last timestep of two directions, of which one has read that timestep alone; what each "
        + "ends with, h_n in PyTorch, can be opened"
    case .twoPaths: " beside another path"
    case .layout: " of other axes than a chain of layers has"
    }
  }
}
