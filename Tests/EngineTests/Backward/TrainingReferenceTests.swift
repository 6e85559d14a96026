import Engine
import Foundation
import Testing

/// The loss and the gradients of a small network, against those that Keras computed.
@Suite struct TrainingReferenceTests {
  @Test("loss and gradients of training_small are Keras's")
  func small() throws {
    let reference = try ReferenceCase("training_small")
    let network = try reference.network()
    let target = try #require(reference.tensors["target"]).values
    let pass = try network.backwardPass(reference.observations())
    #expect(pass.answers.lastCurve == .sigmoid)
    // Binary cross-entropy from the sums z: max(z, 0) − z·y + ln(1 + e^−|z|), whose slope is σ(z) − y.
    let sums = try #require(pass.answers.lastSums)
    let count = Double(target.count)
    var loss = 0.0
    var slopes: [Float] = []
    for (z, y) in zip(sums.map(Double.init), target.map(Double.init)) {
      loss += (max(z, 0) - z * y + log1p(exp(-abs(z)))) / count
      slopes.append(Float((1 / (1 + exp(-z)) - y) / count))
    }
    let right = try #require(reference.tensors["loss"]).values[0]
    #expect(abs(loss - Double(right)) < 1e-6)
    let found = pass.gradients(of: slopes, isBeforeCurve: true).weights
    #expect(found.count == network.weights.count)
    for (key, values) in found {
      let right = try #require(reference.tensors["gradient/" + key]).values
      let largest = right.map(abs).max() ?? 0
      #expect(largestDifference(values, right) < 1e-5 * largest, "\(key)")
    }
  }
}
