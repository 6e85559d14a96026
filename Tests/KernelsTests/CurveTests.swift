import Foundation
import Kernels
import Testing

@Suite("Curve")
struct CurveTests {
  /// How far a Float is from the true value, in steps between neighbouring Floats there.
  func steps(_ found: Float, _ exact: Double) -> Double {
    abs(Double(found) - exact) / Double(max(Float(exact), .leastNormalMagnitude).magnitude.ulp)
  }

  /// Some 65,000 numbers from −limit to limit, and as many near zero.
  func samples(_ limit: Float) -> [Float] {
    (-32_768...32_767).flatMap { step in
      let part = Float(step) / 32_768
      return [part * limit, part * part * part * 0.01]
    }
  }

  @Test("eˣ is within 1 step of the true value", arguments: levels)
  func exponential(_ level: Level) {
    let inputs = samples(87.3)
    let found = Kernels(level).curve(.exponential, inputs)
    let worst = zip(found, inputs).map { steps($0, exp(Double($1))) }.max()
    #expect((worst ?? .infinity) < 1)
  }

  @Test("tanh is within 2 steps of the true value", arguments: levels)
  func tangent(_ level: Level) {
    let inputs = samples(12)
    let found = Kernels(level).curve(.tanh, inputs)
    let worst = zip(found, inputs).map { steps(abs($0), abs(tanh(Double($1)))) }.max()
    #expect((worst ?? .infinity) < 2)
  }

  @Test("sigmoid is within 3 steps of the true value", arguments: levels)
  func logistic(_ level: Level) {
    let inputs = samples(87)
    let found = Kernels(level).curve(.sigmoid, inputs)
    let worst = zip(found, inputs).map { steps($0, 1 / (1 + exp(-Double($1)))) }.max()
    #expect((worst ?? .infinity) < 3)
  }

  @Test("far out the curves end where they should, and NaN stays NaN", arguments: levels)
  func ends(_ level: Level) {
    let kernels = Kernels(level)
    let far: [Float] = [-.infinity, -1e30, -200, 200, 1e30, .infinity]
    let ends: [(Curve, [Float])] = [
      (.tanh, [-1, -1, -1, 1, 1, 1]), (.sigmoid, [0, 0, 0, 1, 1, 1]),
      (.relu, [0, 0, 0, 200, 1e30, .infinity]), (.linear, far),
      (.hardSigmoid, [0, 0, 0, 1, 1, 1]),
      (.exponential, [0, 0, 0, .infinity, .infinity, .infinity]),
    ]
    for (curve, expected) in ends { #expect(kernels.curve(curve, far) == expected) }
    for curve in Curve.allCases { #expect(kernels.curve(curve, [.nan, 1]).first?.isNaN == true) }
    #expect(bits(kernels.curve(.tanh, [0, -0])) == bits([0, -0]))
    #expect(kernels.curve(.sigmoid, [0]) == [0.5])
    #expect(kernels.curve(.exponential, [0]) == [1])
  }

  @Test("the straight curves are what they are defined as", arguments: levels)
  func straight(_ level: Level) {
    let kernels = Kernels(level)
    let inputs = numbers(100).map { $0 * 3 }
    #expect(kernels.curve(.relu, inputs) == inputs.map { max($0, 0) })
    #expect(kernels.curve(.softsign, inputs) == inputs.map { $0 / (1 + abs($0)) })
    #expect(
      kernels.curve(.hardSigmoid, inputs) == inputs.map { min(max($0 / 6 + 0.5, 0), 1) })
  }

  @Test("a number's place on a curve does not depend on its neighbours", arguments: levels)
  func alone(_ level: Level) {
    let kernels = Kernels(level)
    let inputs = numbers(37)
    for curve in Curve.allCases {
      let together = kernels.curve(curve, inputs)
      #expect(bits(together) == bits(inputs.map { kernels.curve(curve, [$0])[0] }))
      #expect(bits(together.suffix(20)) == bits(kernels.curve(curve, inputs.suffix(20))))
    }
  }

  @Test("the portable curves are these bits on every machine")
  func pinned() {
    // A sum of bit patterns: any other rounding anywhere changes it.
    let inputs = samples(20)
    let sums = [Curve.tanh, .sigmoid, .exponential].map { curve in
      Kernels.portable.curve(curve, inputs).reduce(UInt64(0)) {
        $0 &* 31 &+ UInt64($1.bitPattern)
      }
    }
    #expect(
      sums == [
        1_158_765_999_984_927_584, 17_629_570_778_277_077_823, 15_067_132_444_138_516_338,
      ])
  }
}
