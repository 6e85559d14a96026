import Engine

/// What a task asks for, which decides the last layer, the loss, and what counts as right.
package enum TaskAnswer: Hashable, Sendable {
  /// Yes or no: one number from 0 to 1, right on the truth's side of 0.5.
  case yesOrNo
  /// One of several, by name: a share for each, right where the largest is the true one's.
  case classes([String])
  /// A number.
  case number

  /// How many numbers an answer has.
  package var units: Int {
    if case .classes(let names) = self { return names.count }
    return 1
  }

  /// The curve of the layer that answers.
  package var activation: Activation {
    switch self {
    case .yesOrNo: .sigmoid
    case .classes: .softmax
    case .number: .linear
    }
  }

  /// What a network for it is to make small.
  package var loss: Loss {
    switch self {
    case .yesOrNo: .binaryCrossEntropy
    case .classes: .categoricalCrossEntropy
    case .number: .meanSquaredError
    }
  }
}
