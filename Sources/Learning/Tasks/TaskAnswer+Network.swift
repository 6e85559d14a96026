import Engine

extension TaskAnswer {
  /// Whether the numbers that leave a curve can be this answer, so that its loss has a gradient.
  func suits(_ curve: Activation?) -> Bool {
    switch self {
    case .yesOrNo: curve?.range == 0...1 && curve != .softmax
    case .classes: curve == .softmax
    // A single share is always 1.
    case .number: curve != .softmax
    }
  }
}

extension LearningTask {
  /// Throws where what leaves a network cannot be the answer, whatever it learns: as a number of any size
  /// for yes or no.
  package func check(_ plan: NetworkPlan) throws(TrainingProblem) {
    let found = plan.answeringCurve
    guard let last = plan.layers.last, !answer.suits(found) else { return }
    throw .lastCurve(layer: last.layer.name, found: found, expected: answer.activation)
  }
}
