import Engine
import Learning
import Wording

extension TrainingProblem {
  /// Why training cannot go on, and what to do.
  package var sentence: String {
    switch self {
    case .notFinite(let place, let epoch, let batch):
      "epoch \(epoch), batch \(batch): \(place.words); "
        + "a smaller learning rate, or clipping, keeps numbers finite"
    case .observation(let reason, let epoch, let batch):
      "epoch \(epoch), batch \(batch): \(reason)"
    case .noExamples: "there is no example to learn from"
    case .target(let example, let expected, let found):
      "the true answer of example \(example) has \(counted(found, "number")), and \(expected) "
        + (expected == 1 ? "leaves" : "leave")
        + " the network; give the last layer as many units as an answer has numbers"
    case .data(let example, let timestep?):
      "example \(example) has a number that is not finite at timestep \(timestep); fill it, or leave "
        + "the example out"
    case .data(let example, nil):
      "the true answer of example \(example) is not a finite number; leave the example out"
    case .lastCurve(let layer, let found, let expected):
      "\(layer) \(found.map { "has the activation \($0.rawValue)" } ?? "has no activation at its end"), and this task "
        + "is answered by \(expected.answers); give the last layer the activation \(expected.rawValue)"
    case .tooLong(let example, let timesteps, let numbers, let most):
      "example \(example) of \(counted(timesteps, "timestep")) comes to \(grouped(numbers)) numbers, and "
        + "training goes back through \(grouped(most)) at most; cut it into shorter ones"
    case .batchTooLarge(let found, let most):
      "BatchNormalization looks at all \(found) examples of a batch at once, and there is room for "
        + "\(grouped(most)); make the batch smaller"
    }
  }
}

extension TrainingProblem.NotFinite {
  fileprivate var words: String {
    switch self {
    case .output(let layer, let timestep?):
      "\(layer) makes a number that is not finite at timestep \(timestep)"
    case .output(let layer, nil): "\(layer) makes a number that is not finite"
    case .gradient(let weight, let timestep?):
      "the gradient of \(weight) is not finite, on the way back from timestep \(timestep) on"
    case .gradient(let weight, nil): "the gradient of \(weight) is not finite"
    case .loss: "the loss is not finite"
    }
  }
}

extension Activation {
  /// What leaves the last layer of a network that answers with it.
  fileprivate var answers: String {
    switch self {
    case .sigmoid: "a number from 0 to 1"
    case .softmax: "shares that add up to 1"
    default: "any number"
    }
  }
}
