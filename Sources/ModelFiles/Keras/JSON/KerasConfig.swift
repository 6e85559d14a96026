import Documents

/// The settings of a layer as a file has them, asked for by the names of Keras 3.
struct KerasConfig {
  let mapping: DocumentMapping

  /// The value of a setting, under its name or one that an older Keras had for it; nil where it is not
  /// there.
  subscript(key: String) -> DocumentValue? {
    mapping[key] ?? Self.olderNames[key]?.lazy.compactMap { mapping[$0] }.first
  }

  /// The same where something stands there.
  func value(_ key: String) -> DocumentValue? {
    self[key].flatMap { $0.isNull ? nil : $0 }
  }

  /// The value of a setting that must be there; `example` shows how to write it.
  func required(_ key: String, example: String) throws(FileError) -> DocumentValue {
    guard let value = self[key] else { return try mapping.required(key, example: example) }
    return value
  }

  private static let olderNames = [
    "units": ["output_dim"],
    "use_bias": ["bias"],
    "recurrent_activation": ["inner_activation"],
    "kernel_initializer": ["init"],
    "recurrent_initializer": ["inner_init"],
    "embeddings_initializer": ["init"],
    "dropout": ["dropout_W"],
    "recurrent_dropout": ["dropout_U"],
    "filters": ["nb_filter"],
    "kernel_size": ["filter_length"],
    "strides": ["subsample_length", "stride"],
    "padding": ["border_mode"],
    "pool_size": ["pool_length"],
    "rate": ["p"],
    "stddev": ["sigma"],
    "negative_slope": ["alpha"],
    "dtype": ["input_dtype"],
  ]

  /// The class as it is called here: cuDNN's layers compute what the plain ones do.
  static func className(_ written: String) -> String {
    switch written {
    case "CuDNNLSTM": "LSTM"
    case "CuDNNGRU": "GRU"
    case "Convolution1D": "Conv1D"
    default: written
    }
  }
}
