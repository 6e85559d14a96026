/// Scores by which the units of a recurrent layer can be put in order, one for each unit.
extension Trace {
  /// How much a quantity moves: the sum of |q[t] − q[t−1]| over neighbouring timesteps, ≥ 0.
  ///
  /// The state before the first timestep is left out. NaN where the quantity is NaN somewhere.
  package func changes(of quantity: QuantityName, layer: Int) -> [Float] {
    let units = network.plan.layers[layer].units
    var sums = [Double](repeating: 0, count: units)
    var before: [Float] = []
    forEachPart(of: quantity, layer: layer) { rows in
      sums.withUnsafeMutableBufferPointer { sums in
        if !before.isEmpty {
          for unit in 0..<units { sums[unit] += abs(Double(rows[unit]) - Double(before[unit])) }
        }
        var place = units
        while place < rows.count {
          for unit in 0..<units {
            sums[unit] += abs(Double(rows[place + unit]) - Double(rows[place + unit - units]))
          }
          place += units
        }
      }
      before = Array(rows.suffix(units))
    }
    return sums.map { Float($0) }
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
    let all = all(recurrent.remembered, layer: layer)
    return (0..<recurrent.units).map { unit in
      let centred = centred(column(unit, of: all))
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
    return follows(all(.hiddenState, layer: layer), answer, answerSquare)
  }

  /// The correlation of each column of `[timesteps, units]` with numbers whose mean is 0 and whose squares
  /// come to `square`.
  ///
  /// Row by row, as the numbers lie in memory; each column is still added up from its first number to
  /// its last.
  private func follows(_ all: Tensor, _ answer: [Double], _ square: Double) -> [Float] {
    let units = all.shape[1]
    var means = [Double](repeating: 0, count: units)
    var squares = means
    var products = means
    all.values.withUnsafeBufferPointer { values in
      means.withUnsafeMutableBufferPointer { means in
        var place = 0
        while place < values.count {
          for unit in 0..<units { means[unit] += Double(values[place + unit]) }
          place += units
        }
        for unit in 0..<units { means[unit] /= Double(max(answer.count, 1)) }
      }
      for (timestep, answered) in answer.enumerated() {
        let place = timestep * units
        for unit in 0..<units {
          let shown = Double(values[place + unit]) - means[unit]
          squares[unit] += shown * shown
          products[unit] += shown * answered
        }
      }
    }
    return zip(squares, products).map { shown, product in
      let size = (shown * square).squareRoot()
      guard size > 0, size.isFinite else { return 0 }
      return Float(max(-1, min(1, product / size)))
    }
  }

  /// A unit of `[timesteps, units]` over time.
  private func column(_ unit: Int, of all: Tensor) -> [Double] {
    let units = all.shape[1]
    return all.values.withUnsafeBufferPointer { values in
      (0..<all.shape[0]).map { Double(values[$0 * units + unit]) }
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
