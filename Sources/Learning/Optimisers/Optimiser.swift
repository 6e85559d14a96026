import Engine
import Foundation
import Kernels

/// How gradients move weights, with Keras's names and defaults.
package enum OptimiserKind: Codable, Hashable, Sendable {
  /// Kingma and Ba 2015.
  case adam(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-7)
  /// Gradient descent, with a share of the step before it.
  case sgd(momentum: Double = 0, nesterov: Bool = false)
  /// Tieleman and Hinton 2012.
  case rmsprop(rho: Double = 0.9, momentum: Double = 0, epsilon: Double = 1e-7)

  /// Keras's name.
  package var name: String {
    switch self {
    case .adam: "adam"
    case .sgd: "sgd"
    case .rmsprop: "rmsprop"
    }
  }

  /// All kinds with Keras's defaults.
  package static let all: [OptimiserKind] = [.adam(), .sgd(), .rmsprop()]

  /// Keras's learning rate.
  package var usualRate: Double {
    if case .sgd = self { return 0.01 }
    return 0.001
  }

  /// How many numbers are kept for each weight.
  var slots: Int {
    switch self {
    case .adam: 2
    case .sgd(let momentum, _): momentum == 0 ? 0 : 1
    case .rmsprop(_, let momentum, _): momentum == 0 ? 1 : 2
    }
  }
}

/// An optimiser at work: what it keeps from step to step.
package struct Optimiser: Hashable, Sendable {
  package let kind: OptimiserKind
  /// The steps taken.
  package internal(set) var steps = 0
  /// What is kept of each weight, by its key: of Adam the mean of the gradients and of their squares.
  package internal(set) var slots: [String: [[Float]]] = [:]

  /// A fresh one.
  package init(_ kind: OptimiserKind) { self.kind = kind }

  /// One as it stood after some steps.
  package init(_ kind: OptimiserKind, steps: Int, slots: [String: [[Float]]]) {
    self.kind = kind
    self.steps = steps
    self.slots = slots
  }

  /// Moves weights against their gradients, by their keys.
  mutating func step(
    _ weights: inout [String: [Float]], _ gradients: [String: [Float]], rate: Double
  ) {
    steps += 1
    for key in gradients.keys.sorted() {
      guard let gradient = gradients[key], var weight = weights.removeValue(forKey: key) else {
        continue
      }
      var kept =
        slots.removeValue(forKey: key)
        ?? [[Float]](
          repeating: [Float](repeating: 0, count: gradient.count), count: kind.slots)
      move(&weight, by: gradient, &kept, rate: rate)
      weights[key] = weight
      slots[key] = kept
    }
  }

  private func move(
    _ weight: inout [Float], by gradient: [Float], _ kept: inout [[Float]], rate: Double
  ) {
    let count = weight.count
    weight.withUnsafeMutableBufferPointer { weight in
      gradient.withUnsafeBufferPointer { gradient in
        guard let weight = weight.baseAddress, let gradient = gradient.baseAddress else { return }
        switch kind {
        case .adam(let beta1, let beta2, let epsilon):
          let step = Double(steps)
          let scaled = rate * (1 - pow(beta2, step)).squareRoot() / (1 - pow(beta1, step))
          kept.withTwo { mean, square in
            moveByAdam(
              weight, gradient, mean, square, count, rate: Float(scaled), first: Float(1 - beta1),
              second: Float(1 - beta2), epsilon: Float(epsilon))
          }
        case .sgd(let momentum, let isNesterov):
          guard momentum != 0 else {
            return moveAgainst(weight, gradient, count, rate: Float(rate))
          }
          kept[0].withUnsafeMutableBufferPointer { speed in
            guard let speed = speed.baseAddress else { return }
            moveByMomentum(
              weight, gradient, speed, count, rate: Float(rate), momentum: Float(momentum),
              isNesterov: isNesterov)
          }
        case .rmsprop(let rho, let momentum, let epsilon):
          kept.withTwo { square, speed in
            moveByRMSprop(
              weight, gradient, square, speed, count, rate: Float(rate), rho: Float(rho),
              rest: Float(1 - rho), momentum: Float(momentum), epsilon: Float(epsilon))
          }
        }
      }
    }
  }
}
