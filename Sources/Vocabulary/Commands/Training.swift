/// Training the open network, and going on with it.
package enum Training: CommandGroup {
  /// Trains until all epochs are done, or stops after the batch.
  case train(Command.Motion)
  /// So many batches more.
  case batches(Int)
  /// To the end of the epoch under way, and so many more.
  case epochs(Int)
  /// Begins again with fresh weights.
  case over
  /// The learning rate of the steps to come.
  case rate(Command.LearningRate)

  package static let forms = [
    CommandForm(
      "train", "on | off | 5 batches | 2 epochs | over",
      "train the open network from fresh weights; over: begin again",
      completing: [.words(["on", "off", "over"])]
    ) { words throws(CommandError) in
      switch words {
      case []: return .train(.toggled)
      case ["on"]: return .train(.on)
      case ["off"]: return .train(.off)
      case ["over"]: return .training(.over)
      default:
        guard words.count == 2, let count = WholeNumber.read(words[0]), count > 0 else {
          return nil
        }
        return switch words[1] {
        case "batch", "batches": .training(.batches(count))
        case "epoch", "epochs": .training(.epochs(count))
        default: nil
        }
      }
    },
    CommandForm("rate", "0.003 | x2 | x0.5", "the learning rate of the steps to come") {
      Command.LearningRate(parsing: $0).map { .training(.rate($0)) }
    },
  ]

  package var description: String {
    switch self {
    case .train(.toggled): "train"
    case .train(.on): "train on"
    case .train(.off): "train off"
    case .batches(let count): "train \(count) \(count == 1 ? "batch" : "batches")"
    case .epochs(let count): "train \(count) \(count == 1 ? "epoch" : "epochs")"
    case .over: "train over"
    case .rate(let rate): "rate \(rate.text)"
    }
  }

  package func repeated(_ count: Int) -> Training {
    switch self {
    case .batches(let batches): .batches(WholeNumber.product(batches, count))
    case .epochs(let epochs): .epochs(WholeNumber.product(epochs, count))
    case .train, .over, .rate: self
    }
  }

  package var isForLessons: Bool { true }
}

extension Command {
  /// Where a learning rate goes.
  package enum LearningRate: Hashable, Sendable {
    case to(Double)
    /// So many times what it is.
    case times(Double)

    init?(parsing word: String) {
      let isFactor = word.hasPrefix("x")
      guard let number = Double(isFactor ? String(word.dropFirst()) : word), number > 0,
        number.isFinite
      else { return nil }
      self = isFactor ? .times(number) : .to(number)
    }

    var text: String {
      func written(_ number: Double) -> String {
        number == number.rounded() && number < 1e6 ? "\(Int(number))" : "\(number)"
      }
      return switch self {
      case .to(let rate): written(rate)
      case .times(let factor): "x" + written(factor)
      }
    }
  }

  package static func train(_ motion: Motion) -> Command { .training(.train(motion)) }
}
