import Foundation
import Vocabulary

extension Formula {
  /// What it comes to by its own numbers; nil where a network has to be asked, and for a shape.
  var arithmetic: Double? {
    switch self {
    case .number(let number, _): return number
    case .negative(let part): return part.arithmetic.map { -$0 }
    case .tuple(let parts): return parts.count == 1 ? parts[0].arithmetic : nil
    case .combined(let left, let operation, let right):
      guard let left = left.arithmetic, let right = right.arithmetic else { return nil }
      return switch operation {
      case .plus: left + right
      case .minus: left - right
      case .times: left * right
      case .over: left / right
      }
    case .call(let function, let parts):
      guard parts.count == 1, let part = parts[0].arithmetic else { return nil }
      return function.value(of: part)
    case .name, .quantity: return nil
    }
  }
}

extension Formula.Function {
  /// Its value; nil where it is one of several numbers.
  fileprivate func value(of number: Double) -> Double? {
    switch self {
    case .sigmoid: 1 / (1 + Foundation.exp(-number))
    case .tanh: Foundation.tanh(number)
    case .exp: Foundation.exp(number)
    case .abs: number.magnitude
    case .max, .min, .sum, .mean, .negatives: nil
    }
  }
}
