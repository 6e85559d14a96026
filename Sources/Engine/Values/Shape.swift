/// The shape of what flows between layers, batch axis first, written in Keras's way:
/// `(None, 50, 10)` is any number of observations of 50 timesteps with 10 features each.
///
/// `nil` stands for Keras's `None`, a length that is known only once there are numbers.
package struct Shape: Hashable, Sendable, CustomStringConvertible {
  /// The length of each axis, the batch first; `nil` where any length will do.
  package var dimensions: [Int?]

  /// A shape with these axis lengths, the batch first.
  package init(_ dimensions: [Int?]) {
    self.dimensions = dimensions
  }

  /// The number of axes, the batch counted: Keras's `ndim`.
  package var rank: Int { dimensions.count }

  /// The length of the last axis, the features a layer reads or the units it hands on.
  package var features: Int? { dimensions.last ?? nil }

  /// The rows of one observation: its timesteps, 1 where there is no such axis; nil where any length will
  /// do.
  package var rows: Int? { rank > 2 ? dimensions[1] : 1 }

  /// `(None, 50, 10)`.
  package var description: String { Shape.written(dimensions) }

  /// The same without the batch axis: `(50, 10)`, `(64)`.
  package var perObservation: String { Shape.written(Array(dimensions.dropFirst())) }

  /// Whether numbers with the axis lengths `found` fit this shape.
  package func accepts(_ found: [Int]) -> Bool {
    found.count == dimensions.count
      && zip(dimensions, found).allSatisfy { expected, length in
        length >= 0 && (expected == nil || expected == length)
      }
  }

  static func written(_ dimensions: [Int?]) -> String {
    "(" + dimensions.map { $0.map(String.init) ?? "None" }.joined(separator: ", ") + ")"
  }
}
