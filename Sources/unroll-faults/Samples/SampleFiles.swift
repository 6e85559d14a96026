import Documents
import Engine
import Foundation

/// A whole file of every kind that is read, small enough to be read many times.
enum SampleFiles {
  /// A network that reads three features at six timesteps.
  static let model = """
    name: small
    about: A network for trials.
    network:
      input: {timesteps: 6, features: 3}
      layers:
        - lstm: lstm1
          units: 4
          return_sequences: true
        - lstm: lstm2
          units: 3
          go_backwards: true
        - dense: output
          units: 1
          activation: sigmoid
    telling:
      lstm1: 1

    """

  /// A network on data of its own, its kind latch or weather.
  static func model(observations: String) -> String {
    """
    network:
      input: {timesteps: 50, features: 10}
      layers:
        - lstm: lstm1
          units: 3
          return_sequences: true
        - lstm: lstm2
          units: 2
        - dense: output
          units: 1
          activation: sigmoid
    observations:
      \(observations)
    output:
      label: set
      positive: it is set
      negative: it is not set
      threshold: 0.5

    """
  }

  static let kerasJSON = """
    {"module": "keras", "class_name": "Sequential", "config": {"name": "sequential",
    "trainable": true, "layers": [{"module": "keras.layers", "class_name": "InputLayer",
    "config": {"batch_shape": [null, 6, 3], "dtype": "float32", "name": "input_layer"}},
    {"module": "keras.layers", "class_name": "LSTM", "config": {"name": "lstm", "units": 4,
    "return_sequences": true, "return_state": false, "go_backwards": false, "stateful": false,
    "activation": "tanh", "recurrent_activation": "sigmoid", "use_bias": true,
    "unit_forget_bias": true}, "build_config": {"input_shape": [null, 6, 3]}},
    {"module": "keras.layers", "class_name": "LSTM", "config": {"name": "lstm_1", "units": 2,
    "return_sequences": false}}, {"module": "keras.layers", "class_name": "Dense",
    "config": {"name": "dense", "units": 1, "activation": "sigmoid", "use_bias": true}}],
    "build_input_shape": [null, 6, 3]}, "registered_name": null}

    """

  static let csv =
    "rain,wind,sun\n"
    + (0..<6).map { "\(Double($0) / 2),-\($0)e-1,\"\($0)\"" }.joined(separator: "\n") + "\n"

  static let progress = """
    {"01": {"step": 3, "right": 1, "answered": 2, "questions": 4, "finished": false, "round": 1,
    "missed": [4, 7], "answers": {"4": true, "7": false}},
    "09": {"step": 9, "right": 2, "answered": 2, "questions": 2, "finished": true}}

    """

  static let npy: [UInt8] = {
    var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 6, 3), }"
    header += String(repeating: " ", count: 117 - header.count) + "\n"
    let values = (0..<36).flatMap { bytes(of: Float($0) / 8) }
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8)
      + values
  }()

  static let safetensors: [UInt8] = {
    func tensor(_ shape: Int...) -> NumberArray {
      let count = shape.reduce(1, *)
      return NumberArray(shape: shape, values: (0..<count).map { Float($0 % 7) / 8 - 0.4 })
    }
    return Safetensors(tensors: [
      "lstm1/kernel": tensor(3, 16), "lstm1/recurrent_kernel": tensor(4, 16),
      "lstm1/bias": tensor(16), "lstm2/kernel": tensor(4, 12),
      "lstm2/recurrent_kernel": tensor(3, 12), "lstm2/bias": tensor(12),
      "output/kernel": tensor(3, 1), "output/bias": tensor(1), "input": tensor(2, 6, 3),
    ]).encoded
  }()

  private static func bytes(of value: Float) -> [UInt8] {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { Array($0) }
  }

  /// A file of the shipped lessons folder.
  static func shipped(_ name: String) -> [UInt8] {
    Array(FileManager.default.contents(atPath: "\(Program.lessons)/\(name)") ?? Data())
  }

  /// The names of the shipped lessons.
  static let lessons =
    (try? FileManager.default.contentsOfDirectory(atPath: Program.lessons))?
    .filter { $0.hasSuffix(".yaml") }.sorted() ?? []
}
