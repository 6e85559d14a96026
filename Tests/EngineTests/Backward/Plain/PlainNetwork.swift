import Foundation

@testable import Engine

/// A network in double precision, straight from the equations and with no code of the engine: what its
/// gradients are held against.
struct PlainNetwork {
  let description: NetworkDescription
  var weights: [String: [Double]]
  /// What goes in, the first input first.
  var inputs: [PlainFlow]
  var interventions = Interventions.none
  var isTraining = false
  /// What layers that work in training only did to each number, by their names.
  var noise: [String: (factors: [Double], addends: [Double])] = [:]
  var nudge: PlainRecurrent.Nudge?

  /// What leaves the network.
  func output() -> [Double] {
    var made: [String: [PlainFlow]] = [description.input.name: [inputs[0]]]
    var before = description.input.name
    var others = 0
    for layer in description.layers {
      if layer.settings is AnotherInput {
        others += 1
        made[layer.name] = [inputs[others]]
        continue
      }
      let read = (layer.reads ?? [Source(before)]).map { source in
        made[source.layer]?[source.output] ?? inputs[0]
      }
      made[layer.name] = run(layer, read)
      before = layer.name
    }
    return made[before]?[0].numbers ?? []
  }

  private func run(_ layer: Layer, _ inputs: [PlainFlow]) -> [PlainFlow] {
    let weights = weights(of: layer.name)
    if let recurrent = layer.recurrent {
      return PlainRecurrent(
        layer: recurrent, weights: weights, interventions: interventions, nudge: nudge
      ).run(inputs)
    }
    return [run(layer.settings, inputs, weights)]
  }

  private func weights(of layer: String) -> [String: [Double]] {
    var found: [String: [Double]] = [:]
    for (key, values) in weights where key.hasPrefix(layer + "/") {
      found[String(key.dropFirst(layer.count + 1))] = values
    }
    return found
  }

  private func run(
    _ settings: any LayerSettings, _ inputs: [PlainFlow], _ weights: [String: [Double]]
  ) -> PlainFlow {
    let input = inputs[0]
    switch settings {
    case let layer as Dense:
      let kernel = rows(weights["kernel"] ?? [], of: layer.units)
      return input.eachRow { row in
        let sums = times([row], kernel)[0]
        return layer.activation.plain(
          sums.enumerated().map { $1 + (weights["bias"]?[$0] ?? 0) })
      }
    case let layer as Embedding: return looked(up: input, layer, weights)
    case let layer as Masking: return masked(input, layer)
    case let layer as Bidirectional: return joined(inputs, layer)
    case is any PassingLayer: return noisy(input, settings.name)
    case let layer as ActivationLayer: return input.eachRow { layer.activation.plain($0) }
    case let layer as ReLU:
      return input.eachRow { row in
        row.map { x in
          let y = x < layer.threshold ? layer.negativeSlope * (x - layer.threshold) : x
          return min(y, layer.maxValue ?? .infinity)
        }
      }
    case let layer as LeakyReLU:
      return input.eachRow { $0.map { $0 > 0 ? $0 : layer.negativeSlope * $0 } }
    case let layer as ELU:
      return input.eachRow { $0.map { $0 > 0 ? $0 : layer.alpha * (exp($0) - 1) } }
    case let layer as PReLU: return bent(input, layer, weights["alpha"] ?? [])
    case let layer as Softmax:
      if input.isSequence && layer.axis == 1 {
        return input.each { turned(turned($0).map { Activation.softmax.plain($0) }) }
      }
      return input.eachRow { Activation.softmax.plain($0) }
    case is Flatten: return input.each(isSequence: false) { [$0.flatMap(\.self)] }
    case let layer as Reshape:
      let isSequence = layer.targetShape.count == 2
      return input.each(isSequence: isSequence) { matrix in
        let numbers = matrix.flatMap(\.self)
        return rows(numbers, of: isSequence ? numbers.count / layer.targetShape[0] : numbers.count)
      }
    case is Permute: return input.each(turned)
    case let layer as RepeatVector:
      return input.each(isSequence: true) { Array(repeating: $0[0], count: layer.count) }
    case let layer as Conv1D: return convolved(input, layer, weights)
    case let layer as any PoolingLayer: return pooled(input, layer)
    case let layer as any GlobalPoolingLayer: return pooledWhole(input, layer)
    case let layer as BatchNormalization: return normalised(input, layer, weights)
    case let layer as LayerNormalization: return normalised(input, layer, weights)
    case let layer as Concatenate: return concatenated(inputs, layer)
    case let layer as any MergingLayer: return meet(inputs, layer)
    case let layer as Dot: return dot(inputs, layer)
    case let layer as Attention: return attention(inputs, layer, weights)
    default: preconditionFailure("no plain \(settings)")
    }
  }

  private func looked(
    up input: PlainFlow, _ layer: Embedding, _ weights: [String: [Double]]
  ) -> PlainFlow {
    let table = rows(weights["embeddings"] ?? [], of: layer.outputDimension)
    var flow = input.each(isSequence: true) { $0.map { table[Int($0[0])] } }
    if layer.maskZero { flow.mask = input.rows.map { $0.map { $0[0] != 0 } } }
    return flow
  }

  private func masked(_ input: PlainFlow, _ layer: Masking) -> PlainFlow {
    // A number that is moved a little to see what hangs on it changes no mask.
    let mask = input.rows.map { $0.map { $0.contains { abs($0 - layer.maskValue) > 1e-4 } } }
    var flow = input
    flow.rows = zip(input.rows, mask).map { rows, counts in
      zip(rows, counts).map { row, counts in counts ? row : row.map { _ in 0 } }
    }
    flow.mask = mask
    return flow
  }

  private func joined(_ inputs: [PlainFlow], _ layer: Bidirectional) -> PlainFlow {
    var flow = inputs[0]
    flow.rows = zip(inputs[0].rows, inputs[1].rows).map { there, back in
      zip(there, back.reversed()).map { one, other in
        switch layer.mergeMode {
        case .concatenated: one + other
        case .sum: zip(one, other).map { $0 + $1 }
        case .product: zip(one, other).map { $0 * $1 }
        case .average: zip(one, other).map { ($0 + $1) / 2 }
        }
      }
    }
    return flow
  }

  private func noisy(_ input: PlainFlow, _ name: String) -> PlainFlow {
    guard let noise = noise[name] else { return input }
    var place = 0
    return input.eachRow { row in
      row.map { x in
        defer { place += 1 }
        return x * noise.factors[place] + noise.addends[place]
      }
    }
  }

  private func bent(_ input: PlainFlow, _ layer: PReLU, _ slopes: [Double]) -> PlainFlow {
    var flow = input
    let widths = layer.sharedAxes.contains(2) ? 1 : input.width
    for observation in input.rows.indices {
      for timestep in input.rows[observation].indices {
        for feature in 0..<input.width where input.rows[observation][timestep][feature] < 0 {
          let row = layer.sharedAxes.contains(1) || !input.isSequence ? 0 : timestep
          flow.rows[observation][timestep][feature] *=
            slopes[row * widths + (widths == 1 ? 0 : feature)]
        }
      }
    }
    return flow
  }
}
