import Engine

/// What a network lost over some examples, and how often it was right.
package struct Measure: Codable, Hashable, Sendable {
  /// The mean loss.
  package var loss: Double
  /// The share of right answers, 0 to 1; nil where an answer is near or far but never right.
  package var accuracy: Double?
}

/// A measure that is being added up.
struct Tally: Codable, Hashable, Sendable {
  var loss = 0.0
  var rows = 0.0
  var right = 0.0
  var answers = 0.0

  var measure: Measure {
    Measure(loss: rows > 0 ? loss / rows : 0, accuracy: answers > 0 ? right / answers : nil)
  }

  static func += (one: inout Tally, other: Tally) {
    one.loss += other.loss
    one.rows += other.rows
    one.right += other.right
    one.answers += other.answers
  }

  /// Counts the right answers among those that count.
  mutating func count(_ given: Answers, _ loss: Loss, targets: [Float]) {
    let units = given.units
    let width = loss.targets(for: units)
    for row in 0..<given.rows where given.mask?[row] != false {
      count(
        given.output.values[row * units..<(row + 1) * units], loss,
        target: targets[row * width..<(row + 1) * width])
    }
  }

  /// Counts one answer, where one can be right.
  mutating func count(_ found: ArraySlice<Float>, _ loss: Loss, target: ArraySlice<Float>) {
    switch loss {
    case .binaryCrossEntropy:
      answers += Double(found.count)
      right += Double(zip(found, target).count { ($0 > 0.5) == ($1 > 0.5) })
    case .categoricalCrossEntropy:
      answers += 1
      right += found.placeOfLargest == target.placeOfLargest ? 1 : 0
    case .sparseCategoricalCrossEntropy:
      answers += 1
      right += found.placeOfLargest == Int(exactly: target.first ?? -1) ? 1 : 0
    case .meanSquaredError, .meanAbsoluteError: break
    }
  }
}

extension ArraySlice<Float> {
  /// The place of the largest number, counted from the first.
  var placeOfLargest: Int { (indices.max { self[$0] < self[$1] } ?? 0) - startIndex }
}
