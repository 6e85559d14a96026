import Engine
import Foundation
import Testing

/// One case that Keras computed; `Fixtures/README.md` says how.
struct ReferenceCase {
  var description: NetworkDescription
  var tensors: [String: Tensor]

  init(_ name: String) throws {
    func url(_ ending: String) throws -> URL {
      try #require(
        Bundle.module.url(forResource: name, withExtension: ending, subdirectory: "Fixtures"))
    }
    let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: url("json")))
    description = NetworkDescription(
      input: InputLayer(timesteps: file.input_shape[0], features: file.input_shape[1]),
      layers: try file.layers.flatMap { try $0.layers() })
    tensors = try Safetensors(contentsOf: url("safetensors")).tensors
    guard let shipped = file.weights else { return }
    let weights = try Safetensors(contentsOf: Self.root.appending(path: shipped)).tensors
    for (name, tensor) in weights { tensors["weights/\(name)"] = tensor }
  }

  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  var weights: [String: Tensor] {
    var weights: [String: Tensor] = [:]
    for (name, tensor) in tensors where name.hasPrefix("weights/") {
      // A half of a Bidirectional: `bi/forward_lstm/kernel` is `bi_forward/kernel` here.
      weights[
        String(name.dropFirst("weights/".count)).replacing("/forward_lstm/", with: "_forward/")
          .replacing("/backward_lstm/", with: "_backward/")] = tensor
    }
    return weights
  }

  func observations() throws -> [Observation] {
    let input = try #require(tensors["input"])
    let size = input.shape[1] * input.shape[2]
    return (0..<input.shape[0]).map {
      Observation(
        timesteps: input.shape[1], features: input.shape[2],
        values: Array(input.values[$0 * size..<($0 + 1) * size]))
    }
  }

  func network() throws -> Network { try Network(description, weights: weights) }

  /// Tensor `name` of one observation, without the batch axis.
  func expected(_ name: String, _ observation: Int) -> Tensor? {
    tensors[name].map {
      let size = $0.values.count / $0.shape[0]
      return Tensor(
        shape: Array($0.shape.dropFirst()),
        values: Array($0.values[observation * size..<(observation + 1) * size]))
    }
  }

  private struct File: Decodable {
    var input_shape: [Int]
    var layers: [Entry]
    /// The file that holds the weights of a case without any of its own, from the root.
    var weights: String?
  }

  private struct Entry: Decodable {
    var `class`: String
    var name: String
    var mask_value: Double?
    var merge_mode: String?
    var layer: Settings?
    var settings: Settings?

    private enum Key: String, CodingKey {
      case `class`, name, mask_value, merge_mode, layer
    }

    init(from decoder: any Decoder) throws {
      let keys = try decoder.container(keyedBy: Key.self)
      `class` = try keys.decode(String.self, forKey: .class)
      name = try keys.decode(String.self, forKey: .name)
      mask_value = try keys.decodeIfPresent(Double.self, forKey: .mask_value)
      merge_mode = try keys.decodeIfPresent(String.self, forKey: .merge_mode)
      layer = try keys.decodeIfPresent(Settings.self, forKey: .layer)
      settings = mask_value == nil && layer == nil ? try Settings(from: decoder) : nil
    }

    func layers() throws -> [Layer] {
      if let mask_value {
        var masking = Masking(name: name)
        masking.maskValue = mask_value
        return [Layer(masking)]
      }
      if let layer, let merge_mode {
        let both = Bidirectional(
          name: name, mergeMode: try #require(Bidirectional.Merge(rawValue: merge_mode)))
        let inner = try #require(try layer.layer(named: name).recurrent)
        return both.layers(around: inner, reads: [Source("input_layer")])
      }
      return [try #require(settings).layer(named: name)]
    }
  }

  private struct Settings: Decodable {
    var `class`: String
    var units: Int
    var activation: String
    var recurrent_activation: String?
    var use_bias: Bool
    var reset_after: Bool?
    var return_sequences: Bool?
    var return_state: Bool?
    var go_backwards: Bool?

    func layer(named name: String) throws -> Layer {
      let activation = try #require(Activation(rawValue: activation))
      let gates = recurrent_activation.flatMap(Activation.init) ?? .sigmoid
      switch `class` {
      case "Dense":
        return Layer(Dense(name: name, units: units, activation: activation, useBias: use_bias))
      case "GRU":
        return Layer(
          GRU(
            name: name, units: units, activation: activation, recurrentActivation: gates,
            useBias: use_bias, resetAfter: reset_after ?? true,
            returnSequences: return_sequences ?? false, returnState: return_state ?? false,
            goBackwards: go_backwards ?? false))
      case "SimpleRNN":
        return Layer(
          SimpleRNN(
            name: name, units: units, activation: activation, useBias: use_bias,
            returnSequences: return_sequences ?? false, returnState: return_state ?? false,
            goBackwards: go_backwards ?? false))
      default:
        return Layer(
          LSTM(
            name: name, units: units, activation: activation,
            recurrentActivation: try #require(Activation(rawValue: recurrent_activation ?? "")),
            useBias: use_bias, returnSequences: return_sequences ?? false,
            returnState: return_state ?? false, goBackwards: go_backwards ?? false))
      }
    }
  }
}

/// The largest distance between two lists of numbers; infinite where they differ in length.
func largestDifference(_ one: [Float], _ other: [Float]) -> Float {
  guard one.count == other.count else { return .infinity }
  return zip(one, other).reduce(0) { largest, pair in
    let difference = abs(pair.0 - pair.1)
    return difference.isNaN ? .infinity : max(largest, difference)
  }
}

/// The same numbers to the last bit, NaN equal to itself.
func bits(_ values: [Float]) -> [UInt32] { values.map(\.bitPattern) }
