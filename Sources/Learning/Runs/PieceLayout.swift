import Engine
import Kernels
import ModelFiles

/// How examples are put into pieces: observations of one length, so few that a step keeps to its share of
/// the memory.
///
/// It follows from the network and the examples alone, so that the same seed gives the same weights.
struct PieceLayout: Sendable {
  /// The most observations of a piece.
  private static let mostObservations = 16
  /// The most numbers of its run: a step holds two such pieces, and of each some eight times that.
  private static let mostNumbers = NetworkPlan.mostAtOnce / 2

  /// What an observation of a length comes to.
  struct Size: Sendable {
    /// The rows of its answer.
    let rows: Int
    /// The numbers of its run.
    let numbers: Int
  }

  /// The numbers that the true answer of a row has.
  let width: Int
  /// Whether all observations of one length stay together, since a layer looks at all of a batch.
  let isWhole: Bool
  private let sizes: [[Int]: Size]

  /// The layout for these examples.
  ///
  /// Throws for an example whose truth has another length than the answer, in which a number is not finite,
  /// or whose way back would take too much memory.
  init(
    _ network: Network, _ examples: [LabelledExample], _ settings: TrainingSettings
  ) throws(TrainingProblem) {
    width = settings.loss.targets(for: network.plan.layers.last?.units ?? 1)
    isWhole = network.looksAtWholeBatches
    var sizes: [[Int]: Size] = [:]
    for (index, example) in examples.enumerated() {
      let lengths = example.observation.lengths
      let known = sizes[lengths]
      let size = known ?? Size(of: example.observation, in: network)
      sizes[lengths] = size
      let expected = size.rows * width
      guard example.target.count == expected else {
        throw .target(example: index, expected: expected, found: example.target.count)
      }
      try example.checkFinite(index)
      if known != nil { continue }
      let most = NetworkPlan.mostAtOnce / max(1, size.numbers)
      if most == 0 {
        throw .tooLong(
          example: index, timesteps: example.observation.timesteps, numbers: size.numbers,
          most: NetworkPlan.mostAtOnce)
      }
      let together = min(settings.batchSize, examples.count)
      if isWhole, together > most { throw .batchTooLarge(found: together, most: most) }
    }
    self.sizes = sizes
  }

  /// What an observation comes to; it is one of those that the layout was made for, or as long as one.
  func size(of observation: Observation, in network: Network) -> Size {
    sizes[observation.lengths] ?? Size(of: observation, in: network)
  }

  /// How many observations of a size a piece has that is learnt from, or that is judged alone.
  func most(_ size: Size, isLearning: Bool) -> Int {
    isWhole && isLearning
      ? .max : max(1, min(Self.mostObservations, Self.mostNumbers / max(1, size.numbers)))
  }

  /// The places of pieces of so many numbers, those together that are worked on side by side.
  func waves(_ numbers: [Int]) -> [Range<Int>] {
    var waves: [Range<Int>] = []
    var start = 0
    var sum = 0
    for (place, count) in numbers.enumerated() {
      if place > start, sum + count > NetworkPlan.mostAtOnce {
        waves.append(start..<place)
        (start, sum) = (place, 0)
      }
      sum += count
    }
    if start < numbers.count { waves.append(start..<numbers.count) }
    return waves
  }
}

extension PieceLayout.Size {
  fileprivate init(of observation: Observation, in network: Network) {
    rows = network.description.plan(of: observation).layers.last?.outputShape.rows ?? 1
    numbers = network.description.numbers(of: observation)
  }
}

extension Observation {
  /// The timesteps of each input.
  var lengths: [Int] { [timesteps] + beside.map(\.timesteps) }
}

extension LabelledExample {
  fileprivate func checkFinite(_ index: Int) throws(TrainingProblem) {
    for part in [observation] + observation.beside {
      if let place = part.values.placeNotFinite {
        throw .data(example: index, timestep: place / max(1, part.features))
      }
    }
    if target.placeNotFinite != nil { throw .data(example: index, timestep: nil) }
  }
}

extension [Float] {
  /// The place of the first number that is not finite.
  var placeNotFinite: Int? {
    withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { placeOfFirstNotFinite($0, buffer.count) }
    }
  }
}
