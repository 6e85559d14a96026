import Engine

extension TorchRecurrent {
  /// One of its layers, in one direction, as one of ours.
  func described(
    _ weights: Weights, name: String, curve: Activation, returnSequences: Bool
  ) -> any RecurrentLayer {
    let useBias = weights.biases != nil
    return switch cell {
    case .lstm: LSTM(name: name, units: units, useBias: useBias, returnSequences: returnSequences)
    case .gru:
      GRU(
        name: name, units: units, useBias: useBias, resetAfter: true,
        returnSequences: returnSequences)
    case .rnn:
      SimpleRNN(
        name: name, units: units, activation: curve, useBias: useBias,
        returnSequences: returnSequences)
    }
  }

  /// The weights of one of its layers, in one direction, as ours.
  ///
  /// PyTorch's rows are our columns. Its LSTM has the gates in our order, i, f, g, o, and two biases that
  /// are only ever added; its GRU has them as r, z, n where ours are z, r, h, and keeps both biases since
  /// that of n stands within the reset.
  func weights(_ part: Weights) -> [(name: String, tensor: Tensor)] {
    var weights = [
      ("kernel", ordered(part.input).transposed),
      ("recurrent_kernel", ordered(part.hidden).transposed),
    ]
    if let (input, hidden) = part.biases {
      let (one, two) = (ordered(input).values, ordered(hidden).values)
      weights.append(
        (
          "bias",
          cell == .gru
            ? Tensor(shape: [2, one.count], values: one + two)
            : Tensor(shape: input.shape, values: zip(one, two).map { $0 + $1 })
        ))
    }
    return weights
  }

  /// The rows with the gates in our order.
  private func ordered(_ tensor: Tensor) -> Tensor {
    guard cell == .gru else { return tensor }
    let block = tensor.values.count / 3
    let values = tensor.values
    return Tensor(
      shape: tensor.shape,
      values: Array(values[block..<2 * block] + values[..<block] + values[(2 * block)...]))
  }
}

extension Tensor {
  /// Rows as columns, of two axes.
  var transposed: Tensor {
    let (rows, columns) = (shape[0], shape[1])
    let turned = [Float](unsafeUninitializedCapacity: values.count) { buffer, count in
      for column in 0..<columns {
        for row in 0..<rows {
          buffer.initializeElement(at: column * rows + row, to: values[row * columns + column])
        }
      }
      count = values.count
    }
    return Tensor(shape: [columns, rows], values: turned)
  }
}
