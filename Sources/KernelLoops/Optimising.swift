// Not inlined: these stand with the loops because this target is always optimised.

/// One step of Adam as Keras 3 takes it: mean += (g − mean)·(1 − β₁), square += (g² − square)·(1 − β₂),
/// w −= rate·mean / (√square + ε), where `rate` has the corrections for the first steps in it.
///
/// `first` and `second` are 1 − β₁ and 1 − β₂: taken in Float, 1 − 0.999 is off by a hundred thousandth.
public func moveByAdam(
  _ weights: UnsafeMutablePointer<Float>, _ gradients: UnsafePointer<Float>,
  _ mean: UnsafeMutablePointer<Float>, _ square: UnsafeMutablePointer<Float>, _ count: Int,
  rate: Float, first: Float, second: Float, epsilon: Float
) {
  let (first, second) = (Sixteen(repeating: first), Sixteen(repeating: second))
  var index = 0
  while index < count {
    let left = count - index
    let gradient = load(gradients + index, left)
    let oldMean = load(mean + index, left)
    let oldSquare = load(square + index, left)
    let newMean = oldMean + (gradient - oldMean) * first
    let newSquare = oldSquare + (gradient * gradient - oldSquare) * second
    store(newMean, mean + index, left)
    store(newSquare, square + index, left)
    let step =
      Sixteen(repeating: rate) * newMean / (newSquare.squareRoot() + Sixteen(repeating: epsilon))
    store(load(weights + index, left) - step, weights + index, left)
    index += 16
  }
}

/// w −= rate·g.
public func moveAgainst(
  _ weights: UnsafeMutablePointer<Float>, _ gradients: UnsafePointer<Float>, _ count: Int,
  rate: Float
) {
  for index in 0..<count { weights[index] -= rate * gradients[index] }
}

/// speed = momentum·speed − rate·g, w += speed; of Nesterov w += momentum·speed − rate·g.
public func moveByMomentum(
  _ weights: UnsafeMutablePointer<Float>, _ gradients: UnsafePointer<Float>,
  _ speed: UnsafeMutablePointer<Float>, _ count: Int, rate: Float, momentum: Float,
  isNesterov: Bool
) {
  for index in 0..<count {
    let step = rate * gradients[index]
    speed[index] = momentum * speed[index] - step
    weights[index] += isNesterov ? momentum * speed[index] - step : speed[index]
  }
}

/// square = ρ·square + (1 − ρ)·g², w −= rate·g / √(square + ε), `rest` being 1 − ρ; with a momentum through
/// `speed`, which is not looked at without one.
public func moveByRMSprop(
  _ weights: UnsafeMutablePointer<Float>, _ gradients: UnsafePointer<Float>,
  _ square: UnsafeMutablePointer<Float>, _ speed: UnsafeMutablePointer<Float>, _ count: Int,
  rate: Float, rho: Float, rest: Float, momentum: Float, epsilon: Float
) {
  for index in 0..<count {
    let gradient = gradients[index]
    square[index] = rho * square[index] + rest * gradient * gradient
    let step = rate * gradient / (square[index] + epsilon).squareRoot()
    if momentum > 0 {
      speed[index] = momentum * speed[index] + step
      weights[index] -= speed[index]
    } else {
      weights[index] -= step
    }
  }
}

/// The sum of squares, added up in double precision from the first on.
public func squareSum(_ numbers: UnsafePointer<Float>, _ count: Int) -> Double {
  var sum = 0.0
  for index in 0..<count { sum += Double(numbers[index]) * Double(numbers[index]) }
  return sum
}

/// numbers *= factor.
public func scale(_ numbers: UnsafeMutablePointer<Float>, _ count: Int, by factor: Float) {
  for index in 0..<count { numbers[index] *= factor }
}
