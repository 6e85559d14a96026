import Learning

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
