import Kernels

/// How gradients are kept short before they move weights.
package enum Clipping: Codable, Hashable, Sendable {
  /// Each weight's gradient by itself, Keras's `clipnorm`.
  case each(Double)
  /// All together, Keras's `global_clipnorm` and PyTorch's `clip_grad_norm_`.
  case all(Double)

  /// Shortens what is too long.
  func clip(_ gradients: inout [String: [Float]]) {
    switch self {
    case .each(let most):
      for (key, gradient) in gradients {
        gradients[key]?.shorten(to: most, from: gradient.norm)
      }
    case .all(let most):
      let norm = gradients.norm
      for key in gradients.keys { gradients[key]?.shorten(to: most, from: norm) }
    }
  }
}

extension [String: [Float]] {
  /// The length of all together.
  package var norm: Double {
    keys.sorted().reduce(0) { sum, key in
      let norm = self[key]?.norm ?? 0
      return sum + norm * norm
    }.squareRoot()
  }
}

extension [Float] {
  /// The length, √Σx².
  package var norm: Double {
    withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { squareSum($0, buffer.count) } ?? 0
    }.squareRoot()
  }

  fileprivate mutating func shorten(to most: Double, from norm: Double) {
    guard norm > most else { return }
    withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { scale(start, buffer.count, by: Float(most / norm)) }
    }
  }
}
