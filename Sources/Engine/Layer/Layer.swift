/// One layer of a network: its settings, and what it reads.
///
/// A new kind is a file in the folder of its family or a folder of its own, and a line in `kinds`.
/// Whoever asks what a layer is asks `settings` or `recurrent`.
package struct Layer: Sendable {
  /// The settings, whatever the kind.
  package var settings: any LayerSettings { computing }
  /// What it reads; nil for what the layer before it hands on, or the input.
  package var reads: [Source]?

  /// The settings as what runs.
  let computing: any ComputingLayer
  /// The same as one that steps through timesteps; nil for a layer without a state.
  let stepping: (any SteppingLayer)?
  /// The settings of a recurrent layer, which reads timesteps one after another and keeps a state;
  /// nil for any other.
  package let recurrent: (any RecurrentLayer)?

  init(of settings: some ComputingLayer, reads: [Source]? = nil) {
    computing = settings
    stepping = settings.stepping
    recurrent = settings.recurrent
    self.reads = reads
  }

  /// A layer with these settings.
  package init(_ settings: any LayerSettings, reads: [Source]? = nil) {
    self = settings.layer
    if let reads { self.reads = reads }
  }

  /// All kinds, recurrent ones first.
  package static let kinds: [any LayerSettings.Type] = [
    LSTM.self, GRU.self, SimpleRNN.self, Dense.self,
    Embedding.self, Masking.self, Bidirectional.self,
    Dropout.self, SpatialDropout1D.self, GaussianNoise.self, GaussianDropout.self,
    AlphaDropout.self, ActivityRegularization.self,
    ActivationLayer.self, ReLU.self, LeakyReLU.self, ELU.self, PReLU.self, Softmax.self,
    Flatten.self, Reshape.self, Permute.self, RepeatVector.self,
    Conv1D.self, MaxPooling1D.self, AveragePooling1D.self, GlobalMaxPooling1D.self,
    GlobalAveragePooling1D.self,
    BatchNormalization.self, LayerNormalization.self,
    Concatenate.self, Add.self, Subtract.self, Multiply.self, Average.self, Maximum.self,
    Minimum.self, Dot.self, Attention.self,
    AnotherInput.self,
  ]

  /// The kind of one of Keras's classes; nil for any other.
  package static func kind(_ name: String) -> (any LayerSettings.Type)? { kindsByName[name] }

  private static let kindsByName = Dictionary(uniqueKeysWithValues: kinds.map { ($0.kind, $0) })
}

extension Layer: Hashable {
  package static func == (one: Layer, other: Layer) -> Bool {
    one.reads == other.reads && one.settings.isSame(as: other.settings)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(reads)
    settings.hash(into: &hasher)
  }
}

extension Layer {
  /// Keras's class: `LSTM`.
  package var kind: String { type(of: settings).kind }

  /// The layer's name, unique in its network.
  package var name: String { settings.name }

  /// How many numbers leave the layer at a time, where its settings say so; nil where that follows
  /// from what it reads.
  package var width: Int? { settings.width }

  /// Whether the layer reads timesteps one after another and keeps a state.
  package var isRecurrent: Bool { recurrent != nil }

  /// Whether the layer reads the last timestep first.
  package var readsBackwards: Bool { recurrent?.goBackwards ?? false }

  /// Other settings in the same place.
  package func with(_ settings: any LayerSettings) -> Layer { Layer(settings, reads: reads) }

  /// The same layer of another width; one whose width follows from what it reads stays as it is.
  package func with(width: Int) -> Layer {
    var settings = settings
    settings.width = width
    return with(settings)
  }
}
