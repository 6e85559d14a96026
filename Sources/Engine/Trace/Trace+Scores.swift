/// Scores by which the units of a recurrent layer can be put in order, one for each unit.
extension Trace {
  /// How much a quantity moves: the sum of |q[t] − q[t−1]| over neighbouring timesteps, ≥ 0.
  ///
  /// The state before the first timestep is left out. NaN where the quantity is NaN somewhere.
  package func changes(of quantity: QuantityName, layer: Int) -> [Float] {
    columns(quantity, layer).map { column in
      var sum = 0.0
      for timestep in column.indices.dropFirst() {
        sum += abs(column[timestep] - column[timestep - 1])
      }
      return Float(sum)
    }
  }

  /// How many timesteps a unit holds its value: the lag at which the autocorrelation of c, or of h in a
  /// layer that has no other state, falls to
  /// 1/2, 0 to `timesteps`.
  ///
  /// With m the mean of c, r(k) = Σ (c[t] − m)·(c[t+k] − m) / Σ (c[t] − m)², so r(0) = 1 and a unit
  /// has the same memory whatever the size of its cell. The lag is read between whole timesteps on a
  /// straight line. A cell that jumps at random comes below 1; one that takes a new value every n
  /// timesteps comes near n / 2, one that flips between two every n timesteps near n / 4. One that
  /// never moves has shown no memory: 0, and so has one that is NaN or infinite anywhere.
  package func memory(layer: Int) -> [Float] {
    guard let recurrent = network.plan.layers[layer].layer.recurrent else {
      preconditionFailure("memory is asked of a recurrent layer")
    }
    return columns(recurrent.remembered, layer).map { column in
      let centred = centred(column)
      let whole = product(centred, centred, lag: 0)
      guard whole > 0, whole.isFinite else { return 0 }
      var before = 1.0
      for lag in 1..<max(centred.count, 1) {
        let now = product(centred, centred, lag: lag) / whole
        if now <= 0.5 { return Float(Double(lag - 1) + (before - 0.5) / (before - now)) }
        before = now
      }
      return Float(centred.count)
    }
  }

  /// How closely h follows the answer: its correlation over time with what the network would answer
  /// at each timestep, −1 to 1 (Pearson).
  ///
  /// Put units in order by the size: −1 follows as closely as 1, turned over. Of several outputs
  /// `output` is compared. 0 where h or the answer never moves or is not finite. Throws where the
  /// network has a layer that cannot follow.
  package func followsAnswer(layer: Int, output: Int = 0) throws(EngineError) -> [Float] {
    let answers = try answers()
    let width = answers.shape[1]
    guard answers.shape[0] == recurrent[layer]?.timesteps else { throw .noAnswerByTimestep }
    precondition((0..<width).contains(output), "an output of the network")
    let answer = centred(
      stride(from: output, to: answers.values.count, by: width).map { Double(answers.values[$0]) })
    let answerSquare = product(answer, answer, lag: 0)
    return columns(.hiddenState, layer).map { column in
      let shown = centred(column)
      let size = (product(shown, shown, lag: 0) * answerSquare).squareRoot()
      guard size > 0, size.isFinite else { return 0 }
      return Float(max(-1, min(1, product(shown, answer, lag: 0) / size)))
    }
  }

  /// A quantity of each unit over time.
  private func columns(_ quantity: QuantityName, _ layer: Int) -> [[Double]] {
    let all = all(quantity, layer: layer)
    let units = all.shape[1]
    return all.values.withUnsafeBufferPointer { values in
      (0..<units).map { unit in
        (0..<all.shape[0]).map { Double(values[$0 * units + unit]) }
      }
    }
  }

  private func centred(_ column: [Double]) -> [Double] {
    let mean = column.reduce(0, +) / Double(max(column.count, 1))
    return column.map { $0 - mean }
  }

  /// Σ one[t] · other[t + lag].
  private func product(_ one: [Double], _ other: [Double], lag: Int) -> Double {
    one.withUnsafeBufferPointer { one in
      other.withUnsafeBufferPointer { other in
        var sum = 0.0
        var place = lag
        while place < one.count {
          sum += one[place - lag] * other[place]
          place += 1
        }
        return sum
      }
    }
  }
}
