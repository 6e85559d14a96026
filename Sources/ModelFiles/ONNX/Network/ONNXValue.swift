import Engine

/// What a name in a graph stands for, as far as it has to be known to tell the layers.
enum ONNXValue {
  /// Numbers of the file.
  case constant(Tensor)
  /// Whole numbers in a row, a shape or the like; nil for one that the input decides.
  case numbers([Int?])
  /// Zeros of a shape that the input decides: the state before the first timestep.
  case zeros
  /// What flows from the input through the layers.
  case flow(ONNXFlow)
  /// Last states of several layers, one on the other.
  case stack([ONNXFlow])
  /// What is not known; what it comes from is told elsewhere.
  case unknown

  /// The value as whole numbers.
  var numbers: [Int?]? {
    switch self {
    case .numbers(let numbers): numbers
    case .constant(let tensor) where tensor.values.count <= 64 && tensor.shape.count <= 1:
      tensor.values.map { Int(exactly: $0) }
    default: nil
    }
  }

  /// The value as whole numbers that are all known.
  var knownNumbers: [Int]? {
    guard let numbers else { return nil }
    let known = numbers.compactMap(\.self)
    return known.count == numbers.count ? known : nil
  }

  /// A first state has no more numbers; thousands of steps may name one.
  private static let mostZeros = 1 << 18

  /// Whether all of it is zero.
  var isZero: Bool {
    switch self {
    case .zeros: true
    case .constant(let tensor):
      tensor.values.count <= Self.mostZeros && tensor.values.allSatisfy { $0 == 0 }
    default: false
    }
  }
}

/// What flows through a network between two of its layers: from which it comes, and what its axes are.
struct ONNXFlow {
  /// What an axis of the numbers counts.
  enum Axis: Equatable {
    /// One of the input's, of which a recurrent layer will tell what it is.
    case input(Int)
    case batch
    case time
    case features
    /// The two directions of a layer that reads both ways.
    case directions
    /// An axis of length one, such as that of the directions.
    case single
  }

  /// The layer that it comes from, by its place; nil for the input.
  var layer: Int?
  /// How many steps had become part of that layer by then: a product, its bias and its curve are one.
  var parts = 0
  var axes: [Axis]
  /// How many features there are; nil until a layer tells.
  var width: Int?
  /// Whether of all timesteps only the last is left: of what reads the other way round, the last that it
  /// reads.
  var isLast = false
  /// Which of two directions alone is left; nil for both, or where there is one.
  var direction: Int?

  /// The place of an axis that may be counted from the end.
  func place(_ axis: Int) -> Int? {
    let place = axis < 0 ? axis + axes.count : axis
    return axes.indices.contains(place) ? place : nil
  }
}
