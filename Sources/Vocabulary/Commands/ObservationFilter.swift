import Wording

/// What has to hold of an observation for it to be listed: `output > 0.5 and truth = 0`, comparisons of
/// formulas with `and` between them.
package struct ObservationFilter: Hashable, Sendable {
  /// What a formula can name of an observation.
  package enum Name: String, CaseIterable, Hashable, Sendable {
    /// Its number, from 0.
    case number
    /// What the network answers.
    case output
    /// The true answer, 1 or 0.
    case truth
    /// How far the output is from the truth.
    case error
    /// 1 where the answer is the true one, else 0.
    case right
  }

  private let conditions: [Condition]
  /// As it was written.
  package let text: String

  /// Reads conditions.
  ///
  /// - Throws: `CommandError` for what is no comparison, and for a name that an observation has not.
  package init(parsing text: String) throws(CommandError) {
    var conditions: [Condition] = []
    for part in text.components(between: " and ") {
      let condition: Condition
      do throws(FormulaError) { condition = try Condition(parsing: part) } catch {
        throw .badFilter(part, error)
      }
      for side in [condition.left, condition.right] { try Self.check(side) }
      conditions.append(condition)
    }
    self.conditions = conditions
    self.text = text
  }

  /// Throws for what is not known of an observation.
  private static func check(_ formula: Formula) throws(CommandError) {
    switch formula {
    case .number: break
    case .name(let name):
      guard Name(rawValue: name) == nil, name != "true", name != "false" else { return }
      throw .notOfObservations(name, nearest: nearest(to: name, in: Name.allCases.map(\.rawValue)))
    case .quantity(let quantity): throw .notOfObservations("\(quantity)", nearest: nil)
    case .negative(let part): try check(part)
    case .combined(let left, _, let right):
      try check(left)
      try check(right)
    case .call(let function, let parts):
      guard function == .abs, parts.count == 1 else {
        throw .notOfObservations(function.rawValue, nearest: nil)
      }
      try check(parts[0])
    case .tuple(let parts):
      guard parts.count == 1 else { throw .notOfObservations("(…)", nearest: nil) }
      try check(parts[0])
    }
  }

  /// Whether all of it holds; nothing holds of a number that is not known, which is NaN.
  package func holds(_ value: (Name) -> Double) -> Bool {
    conditions.allSatisfy { condition in
      let left = Self.number(condition.left, value)
      let right = Self.number(condition.right, value)
      guard !left.isNaN, !right.isNaN else { return false }
      let distance = left == right ? 0 : (left - right).magnitude
      switch condition.relation {
      case .below: return left < right
      case .above: return left > right
      case .equal: return distance <= Self.tolerance(of: condition)
      case .unequal: return distance > Self.tolerance(of: condition)
      }
    }
  }

  private static func number(_ formula: Formula, _ value: (Name) -> Double) -> Double {
    switch formula {
    case .number(let number, _): number
    case .name("true"): 1
    case .name("false"): 0
    case .name(let name): Name(rawValue: name).map(value) ?? .nan
    case .negative(let part): -number(part, value)
    case .combined(let left, let operation, let right):
      operation.of(number(left, value), number(right, value))
    case .call(_, let parts): parts.first.map { number($0, value).magnitude } ?? .nan
    case .tuple(let parts): parts.first.map { number($0, value) } ?? .nan
    case .quantity: .nan
    }
  }

  /// As for any condition: half a unit of the last digit that was written.
  private static func tolerance(of condition: Condition) -> Double {
    if let tolerance = condition.tolerance { return tolerance }
    guard let digits = condition.right.digits ?? condition.left.digits, digits > 0 else {
      return 1e-6
    }
    return halfUnit(of: digits) * (1 + 1e-6)
  }
}

extension String {
  /// Its parts between every place at which another text stands.
  fileprivate func components(between other: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(self)
    while let range = rest.firstRange(of: other) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
