import Engine
import Vocabulary
import Wording

/// What units are sorted by: a number for each of a layer's units.
package struct UnitScore: Hashable, Sendable {
  /// The layer's place in the network.
  package var layer: Int
  /// What is scored.
  package var order: Command.UnitOrder
  /// The quantity whose change counts; nil for the other orders.
  package var quantity: QuantityName?

  /// The score of a layer's units.
  package init(layer: Int, order: Command.UnitOrder, quantity: QuantityName?) {
    self.layer = layer
    self.order = order
    self.quantity = quantity
  }
}

/// The rows of the layer screen from top to bottom.
package struct UnitRanking: Sendable {
  /// What they are sorted by.
  package let order: Command.UnitOrder
  /// The rows' numbers in the order in which they are shown.
  package let rows: [Int]
  /// What they are sorted by, by number; nil in the order of their numbers.
  package let scores: [Float]?
  /// Why they stand in the order of their numbers although another one was asked for.
  package let refusal: String?
  private let places: [Int]

  /// `count` rows in the order of their numbers.
  package init(count: Int, refusal: String? = nil) {
    order = .index
    rows = Array(0..<count)
    places = rows
    scores = nil
    self.refusal = refusal
  }

  /// Rows sorted by their scores, the largest first, and what is no number last; how far h follows
  /// the answer counts whatever its sign.
  package init(_ order: Command.UnitOrder, _ scores: [Float]) {
    self.order = order
    self.scores = scores
    refusal = nil
    let keys = scores.map { score in
      score.isNaN ? -Float.infinity : order == .answer ? score.magnitude : score
    }
    rows = keys.indices.sorted { keys[$0] != keys[$1] ? keys[$0] > keys[$1] : $0 < $1 }
    var places = [Int](repeating: 0, count: rows.count)
    for (place, row) in rows.enumerated() { places[row] = place }
    self.places = places
  }

  /// Where a row stands, counted from 0.
  package func place(of row: Int) -> Int { places.indices.contains(row) ? places[row] : 0 }

  /// A score as text of at most six characters.
  package static func text(_ score: Float, _ order: Command.UnitOrder) -> String {
    switch order {
    case .index: ""
    case .change: decimal(score, digits: score < 100 ? 2 : score < 10_000 ? 1 : 0)
    case .memory: decimal(score, digits: 1)
    case .answer: decimal(score, digits: 2, signed: true)
    case .effect: small(score)
    }
  }

  /// A size that may be tiny: 0.0123, 2.1e-7.
  private static func small(_ size: Float) -> String {
    guard size.isFinite, size > 0, size < 0.001 else {
      return decimal(size, digits: size == 0 ? 0 : 4)
    }
    return scientific(size, inTwoFigures: size >= 9.95e-10)
  }
}
