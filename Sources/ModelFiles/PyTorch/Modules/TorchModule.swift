import Engine

/// One module of a network as its tensors' names and shapes give it away, or as a whole module says.
struct TorchModule {
  /// The name before its tensors': `encoder.lstm`, empty where the file is that of one module alone.
  let name: String
  let kind: Kind

  enum Kind {
    case recurrent(TorchRecurrent)
    /// `[outputs, inputs]`, and a bias.
    case linear(weight: Tensor, bias: Tensor?)
    /// `[words, numbers]`
    case embedding(Tensor)
    case normalisation(TorchNormalisation)
    /// A curve, from a whole module alone.
    case curve(TorchCurve)
  }

  /// How many numbers it reads at a time; nil for one that reads words, and for curves.
  var reads: Int? {
    switch kind {
    case .recurrent(let recurrent): recurrent.features
    case .linear(let weight, _): weight.shape[1]
    case .normalisation(let normalisation): normalisation.features
    case .embedding, .curve: nil
    }
  }

  /// How many numbers leave it at a time; nil for a curve, which leaves as many as come in.
  var gives: Int? {
    switch kind {
    case .recurrent(let recurrent):
      recurrent.isBidirectional ? 2 * recurrent.units : recurrent.units
    case .linear(let weight, _): weight.shape[0]
    case .embedding(let table): table.shape[1]
    case .normalisation(let normalisation): normalisation.features
    case .curve: nil
    }
  }

  var isRecurrent: Bool { if case .recurrent = kind { true } else { false } }
  var isLinear: Bool { if case .linear = kind { true } else { false } }
  var isEmbedding: Bool { if case .embedding = kind { true } else { false } }
  var isNormalisation: Bool { if case .normalisation = kind { true } else { false } }
  var isBidirectional: Bool {
    if case .recurrent(let recurrent) = kind { recurrent.isBidirectional } else { false }
  }
}

/// The weights of an `nn.BatchNorm1d`, which keeps the mean and the variance of what it learnt from, or of an
/// `nn.LayerNorm`, which does not.
struct TorchNormalisation {
  let features: Int
  /// Nil where nothing scales, and where nothing is added.
  let weight: Tensor?
  let bias: Tensor?
  /// Of an `nn.BatchNorm1d`.
  let running: (mean: Tensor, variance: Tensor)?
  /// What keeps the root from 0: PyTorch's 1e-5 where the file does not say.
  let epsilon: Double
}
