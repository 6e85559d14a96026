import Testing

@testable import Engine

@Suite struct WeightInitialiserTests {
  private func values(_ kind: WeightInitialiser, _ shape: [Int] = [100, 200]) -> [Float] {
    var initialiser = Initialiser(seed: 7)
    return initialiser.fill(shape, by: kind).values
  }

  private func deviation(_ values: [Float]) -> Float {
    (values.map { $0 * $0 }.reduce(0, +) / Float(values.count)).squareRoot()
  }

  /// What keras.src.initializers.random_initializers.VarianceScaling computes; 20,000 draws give a
  /// deviation within 2 %.
  @Test(
    "what is scaled has Keras's deviation",
    arguments: [
      (WeightInitialiser.scaled(1, by: .average, .uniform), Float(1.0 / 150)),
      (.scaled(1, by: .average, .cutNormal), 1.0 / 150),
      (.scaled(2, by: .incoming, .uniform), 2.0 / 100),
      (.scaled(2, by: .incoming, .cutNormal), 2.0 / 100),
      (.scaled(1, by: .outgoing, .normal), 1.0 / 200),
    ])
  func scaled(kind: WeightInitialiser, variance: Float) {
    #expect(abs(deviation(values(kind)) / variance.squareRoot() - 1) < 0.02)
  }

  @Test("the kernel of a convolution counts its length on both sides")
  func convolution() {
    let drawn = values(.scaled(1, by: .incoming, .uniform), [5, 40, 100])
    #expect(abs(deviation(drawn) / (Float(1) / 200).squareRoot() - 1) < 0.02)
  }

  @Test("numbers stay within what they are drawn from")
  func bounds() {
    let even = values(.uniform(from: -1, to: 3))
    #expect(even.allSatisfy { (-1...3).contains($0) })
    #expect(even.contains { $0 < -0.9 } && even.contains { $0 > 2.9 })
    let cut = values(.normal(mean: 1, deviation: 0.5, isCut: true))
    #expect(cut.allSatisfy { (0...2).contains($0) } && cut.contains { $0 > 1.9 })
    #expect(values(.normal(mean: 0, deviation: 1, isCut: false)).contains { $0 > 2.5 })
  }

  @Test("constants, the identity, and orthonormal columns where there are fewer of them")
  func exact() {
    #expect(values(.constant(2), [2, 2]) == [2, 2, 2, 2])
    #expect(values(.identity(gain: 3), [2, 3]) == [3, 0, 0, 0, 3, 0])
    let tall = values(.orthogonal(gain: 2), [6, 3])
    for one in 0..<3 {
      for other in 0..<3 {
        let product = (0..<6).map { tall[$0 * 3 + one] * tall[$0 * 3 + other] }.reduce(0, +)
        #expect(abs(product - (one == other ? 4 : 0)) < 1e-5)
      }
    }
  }
}
