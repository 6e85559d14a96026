import Engine

/// A recurrent layer as ONNX writes it: the gates one below the other, LSTM's in the order i, o, f, c, GRU's
/// in the order z, r, h.
struct ONNXRecurrent {
  enum Cell: Int {
    case rnn = 1
    case gru = 3
    case lstm = 4
  }

  let cell: Cell
  let units: Int
  /// Of the candidate or state, and of the gates.
  let curve: Activation
  let gateCurve: Activation
  /// For a GRU.
  let resetAfter: Bool
  /// `[gates · units, inputs]`
  let inputWeight: Tensor
  /// `[gates · units, units]`
  let hiddenWeight: Tensor
  /// `[2 · gates · units]`: that of the input, then that of the state.
  let bias: Tensor?

  /// The layer as one of ours.
  func described(name: String, returnSequences: Bool) -> any RecurrentLayer {
    switch cell {
    case .lstm:
      LSTM(
        name: name, units: units, activation: curve, recurrentActivation: gateCurve,
        useBias: bias != nil, returnSequences: returnSequences)
    case .gru:
      GRU(
        name: name, units: units, activation: curve, recurrentActivation: gateCurve,
        useBias: bias != nil, resetAfter: resetAfter, returnSequences: returnSequences)
    case .rnn:
      SimpleRNN(
        name: name, units: units, activation: curve, useBias: bias != nil,
        returnSequences: returnSequences)
    }
  }

  /// Its weights as ours: rows as columns, and LSTM's gates as i, f, c, o.
  var weights: [(name: String, tensor: Tensor)] {
    var weights = [
      ("kernel", ordered(inputWeight).transposed),
      ("recurrent_kernel", ordered(hiddenWeight).transposed),
    ]
    if let bias {
      let half = bias.values.count / 2
      let first = ordered(Tensor(shape: [half], values: Array(bias.values[..<half]))).values
      let second = ordered(Tensor(shape: [half], values: Array(bias.values[half...]))).values
      weights.append(
        (
          "bias",
          cell == .gru && resetAfter
            ? Tensor(shape: [2, half], values: first + second)
            : Tensor(shape: [half], values: zip(first, second).map { $0 + $1 })
        ))
    }
    return weights
  }

  private func ordered(_ tensor: Tensor) -> Tensor {
    guard cell == .lstm else { return tensor }
    let block = tensor.values.count / 4
    func gate(_ place: Int) -> ArraySlice<Float> {
      tensor.values[place * block..<(place + 1) * block]
    }
    return Tensor(shape: tensor.shape, values: Array(gate(0) + gate(2) + gate(3) + gate(1)))
  }
}
