import Engine

/// The weights of an `nn.LSTM`, `nn.GRU` or `nn.RNN`, layer by layer.
struct TorchRecurrent {
  enum Cell: Int {
    case rnn = 1
    case gru = 3
    case lstm = 4

    /// The class in `torch.nn`.
    var className: String {
      switch self {
      case .rnn: "RNN"
      case .gru: "GRU"
      case .lstm: "LSTM"
      }
    }
  }

  /// The weights of one layer in one direction; the gates stand one below the other.
  struct Weights {
    /// `[gates · units, inputs]`
    let input: Tensor
    /// `[gates · units, units]`
    let hidden: Tensor
    /// `[gates · units]`, both or none.
    let biases: (input: Tensor, hidden: Tensor)?
  }

  /// One layer: what reads the first timestep first, and what reads the last one first where there is such.
  struct Layer {
    let forward: Weights
    let backward: Weights?
  }

  let cell: Cell
  let units: Int
  let layers: [Layer]
  /// The curve of an `nn.RNN`; nil where the file does not say it.
  let curve: Activation?

  var features: Int { layers[0].forward.input.shape[1] }
  var isBidirectional: Bool { layers[0].backward != nil }
}
