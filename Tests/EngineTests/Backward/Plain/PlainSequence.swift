@testable import Engine

extension PlainNetwork {
  /// The timesteps that each row of a window reads; nil beyond the ends.
  private func places(
    _ timesteps: Int, size: Int, stride: Int, dilation: Int = 1, padding: Window.Padding
  ) -> [[Int?]] {
    let reach = (size - 1) * dilation + 1
    let count =
      switch padding {
      case .valid: (timesteps - reach) / stride + 1
      case .same, .causal: (timesteps + stride - 1) / stride
      }
    let before =
      switch padding {
      case .valid: 0
      case .same: max((count - 1) * stride + reach - timesteps, 0) / 2
      case .causal: reach - 1
      }
    return (0..<count).map { row in
      (0..<size).map { place in
        let timestep = row * stride - before + place * dilation
        return (0..<timesteps).contains(timestep) ? timestep : nil
      }
    }
  }

  func convolved(
    _ input: PlainFlow, _ layer: Conv1D, _ weights: [String: [Double]]
  ) -> PlainFlow {
    let kernel = weights["kernel"] ?? []
    let read = input.width / layer.groups
    let made = layer.filters / layer.groups
    return input.each { rows in
      places(
        rows.count, size: layer.kernelSize, stride: layer.strides, dilation: layer.dilationRate,
        padding: layer.padding
      ).map { window in
        let sums = (0..<layer.filters).map { filter in
          var sum = weights["bias"]?[filter] ?? 0
          for (place, timestep) in window.enumerated() {
            guard let timestep else { continue }
            for feature in 0..<read {
              sum +=
                rows[timestep][filter / made * read + feature]
                * kernel[(place * read + feature) * layer.filters + filter]
            }
          }
          return sum
        }
        return layer.activation.plain(sums)
      }
    }
  }

  func pooled(_ input: PlainFlow, _ layer: any PoolingLayer) -> PlainFlow {
    let stride = layer.strides == 0 ? layer.poolSize : layer.strides
    return input.each { rows in
      places(rows.count, size: layer.poolSize, stride: stride, padding: layer.padding).map {
        window in
        let read = window.compactMap(\.self)
        return rows[0].indices.map { feature in
          let numbers = read.map { rows[$0][feature] }
          return layer is MaxPooling1D
            ? numbers.max() ?? 0 : numbers.reduce(0, +) / Double(numbers.count)
        }
      }
    }
  }

  func pooledWhole(_ input: PlainFlow, _ layer: any GlobalPoolingLayer) -> PlainFlow {
    let rows = input.rows.enumerated().map { observation, rows in
      let counted =
        layer is GlobalAveragePooling1D
        ? rows.indices.filter { input.counts(observation, $0) } : Array(rows.indices)
      return [
        (0..<input.width).map { feature in
          let numbers = counted.map { rows[$0][feature] }
          return layer is GlobalMaxPooling1D
            ? numbers.max() ?? 0 : numbers.reduce(0, +) / Double(numbers.count)
        }
      ]
    }
    return PlainFlow(rows, isSequence: layer.keepDims)
  }

  func normalised(
    _ input: PlainFlow, _ layer: BatchNormalization, _ weights: [String: [Double]]
  ) -> PlainFlow {
    let rows = input.rows.indices.flatMap { observation in
      input.rows[observation].indices.filter { input.counts(observation, $0) }
        .map { input.rows[observation][$0] }
    }
    let features = 0..<input.width
    var mean = weights["moving_mean"] ?? []
    var variance = weights["moving_variance"] ?? []
    if isTraining {
      mean = features.map { feature in
        rows.reduce(0) { $0 + $1[feature] } / Double(rows.count)
      }
      variance = features.map { feature in
        rows.reduce(0) { $0 + ($1[feature] - mean[feature]) * ($1[feature] - mean[feature]) }
          / Double(rows.count)
      }
    }
    return input.eachRow { row in
      features.map {
        (row[$0] - mean[$0]) / (variance[$0] + layer.epsilon).squareRoot()
          * (weights["gamma"]?[$0] ?? 1) + (weights["beta"]?[$0] ?? 0)
      }
    }
  }

  func normalised(
    _ input: PlainFlow, _ layer: LayerNormalization, _ weights: [String: [Double]]
  ) -> PlainFlow {
    input.eachRow { row in
      let mean = row.reduce(0, +) / Double(row.count)
      let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(row.count)
      return row.enumerated().map {
        ($1 - mean) / (variance + layer.epsilon).squareRoot() * (weights["gamma"]?[$0] ?? 1)
          + (weights["beta"]?[$0] ?? 0)
      }
    }
  }
}
