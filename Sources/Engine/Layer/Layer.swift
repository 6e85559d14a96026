/// One layer of a network.
///
/// This is the list of layers: a new kind is a folder with its settings and its step, a case here, its
/// line in `computing` and its place in `kinds`. Whoever asks what a layer is asks `settings` or
/// `recurrent`; where a Dense layer's own settings are needed its case is asked for.
package enum Layer: Hashable, Sendable {
  /// A recurrent layer with gates and a cell, which reads a sequence.
  case lstm(LSTM)
  /// A recurrent layer with gates and no cell, which reads a sequence.
  case gru(GRU)
  /// A recurrent layer without gates, which reads a sequence.
  case simpleRNN(SimpleRNN)
  /// A layer without memory, which reads the last axis.
  case dense(Dense)

  /// All kinds, recurrent ones first.
  package static let kinds: [any LayerSettings.Type] = [
    LSTM.self, GRU.self, SimpleRNN.self, Dense.self,
  ]

  /// The settings as what runs.
  var computing: any ComputingLayer {
    switch self {
    case .lstm(let settings): settings
    case .gru(let settings): settings
    case .simpleRNN(let settings): settings
    case .dense(let settings): settings
    }
  }
}

extension Layer {
  /// The kind of one of Keras's classes; nil for any other.
  package static func kind(_ name: String) -> (any LayerSettings.Type)? {
    kinds.first { $0.kind == name }
  }

  /// The settings, whatever the kind.
  package var settings: any LayerSettings { computing }

  /// The settings of a recurrent layer, which reads timesteps one after another and keeps a state;
  /// nil for any other.
  package var recurrent: (any RecurrentLayer)? { computing.recurrent }

  /// Keras's class: `LSTM`.
  package var kind: String { type(of: computing).kind }

  /// The layer's name, unique in its network.
  package var name: String { computing.name }

  /// How many numbers leave the layer at a time.
  package var units: Int { computing.units }

  /// Whether the layer reads timesteps one after another and keeps a state.
  package var isRecurrent: Bool { recurrent != nil }

  /// Whether the layer reads the last timestep first.
  package var readsBackwards: Bool { recurrent?.goBackwards ?? false }

  /// The same layer of another width.
  package func with(units: Int) -> Layer {
    var settings = settings
    settings.units = units
    return settings.layer
  }
}
