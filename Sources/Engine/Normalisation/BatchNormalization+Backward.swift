extension BatchNormalization {
  /// In training the mean and the variance are those of the batch, over all rows that count, and the
  /// averages move towards them.
  func train(
    _ inputs: [Flow], of count: Int, on desk: Desk, _ chance: inout SplitMix64?
  ) -> TrainingRecord {
    guard chance != nil else { return TrainingRecord(record: run(inputs, of: count, on: desk)) }
    let flow = inputs[0]
    let (mean, variance) = moments(of: flow)
    var made = TrainingRecord(
      record: .output(normalised(flow, mean, variance, on: desk)), kept: [mean, variance])
    let stays = Float(momentum)
    for (name, found) in [("moving_mean", mean), ("moving_variance", variance)] {
      made.moved[name] = zip(desk.weights[name] ?? [], found).map { $0 * stays + $1 * (1 - stays) }
    }
    return made
  }

  /// Mean and variance of each feature over the rows that count.
  private func moments(of flow: Flow) -> (mean: [Float], variance: [Float]) {
    let counted = countedRows(of: flow)
    let number = Double(max(counted.count, 1))
    var mean = [Double](repeating: 0, count: flow.width)
    var variance = mean
    for row in counted {
      for feature in 0..<flow.width {
        mean[feature] += Double(flow.values[row * flow.width + feature]) / number
      }
    }
    for row in counted {
      for feature in 0..<flow.width {
        let distance = Double(flow.values[row * flow.width + feature]) - mean[feature]
        variance[feature] += distance * distance / number
      }
    }
    return (mean.map(Float.init), variance.map(Float.init))
  }

  private func countedRows(of flow: Flow) -> [Int] {
    (0..<flow.values.count / flow.width).filter { flow.mask?[$0] != false }
  }

  /// Of y = gamma·x̂ + beta, x̂ = (x − mean)·s: ∂/∂gamma = Σ x̂ ⊙ ∂/∂y and ∂/∂beta = Σ ∂/∂y over all rows, and
  /// ∂/∂x = gamma·s·(∂/∂y − (∂/∂beta + x̂ ⊙ ∂/∂gamma) / n), where the last part comes through mean and
  /// variance: it is there in training alone, for the n rows that count.
  func backward(_ step: BackwardStep) -> LayerGradients {
    let flow = step.inputs[0]
    let (width, weights) = (flow.width, step.desk.weights)
    let isTraining = step.made.kept.count == 2
    let mean = isTraining ? step.made.kept[0] : weights["moving_mean"] ?? []
    let variance = isTraining ? step.made.kept[1] : weights["moving_variance"] ?? []
    let factors = variance.map { 1 / (Double($0) + epsilon).squareRoot() }
    let handed = step.output
    var gamma = [Double](repeating: 0, count: width)
    var beta = gamma
    func scaled(_ place: Int) -> Double {
      (Double(flow.values[place]) - Double(mean[place % width])) * factors[place % width]
    }
    for place in handed.indices {
      gamma[place % width] += scaled(place) * Double(handed[place])
      beta[place % width] += Double(handed[place])
    }
    var result = LayerGradients(inputs: [[]])
    if scale { result.weights["gamma"] = gamma.map(Float.init) }
    if center { result.weights["beta"] = beta.map(Float.init) }
    guard step.isAsked[0] else { return result }
    var gradients = handed.map(Double.init)
    if isTraining {
      let counted = countedRows(of: flow)
      for row in counted {
        for feature in 0..<width {
          let place = row * width + feature
          gradients[place] -=
            (beta[feature] + scaled(place) * gamma[feature]) / Double(counted.count)
        }
      }
    }
    result.inputs[0] = gradients.enumerated().map { place, gradient in
      Float(gradient * factors[place % width] * Double(weights["gamma"]?[place % width] ?? 1))
    }
    return result
  }
}
