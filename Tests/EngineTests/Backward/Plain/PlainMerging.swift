@testable import Engine

extension PlainNetwork {
  /// Number by number, as Keras 3 has it.
  func meet(_ inputs: [PlainFlow], _ layer: any MergingLayer) -> PlainFlow {
    let timesteps = inputs.map(\.timesteps).max() ?? 1
    let width = inputs.map(\.width).max() ?? 1
    // An axis of length 1 goes with any.
    let spread = inputs.map { input in
      PlainFlow(
        input.rows.map { rows in
          (0..<timesteps).map { timestep in
            let row = rows[rows.count == 1 ? 0 : timestep]
            return (0..<width).map { row[row.count == 1 ? 0 : $0] }
          }
        },
        mask: input.mask.map { mask in
          mask.map { row in row.count == timesteps ? row : (0..<timesteps).map { _ in row[0] } }
        })
    }
    var result = spread[0]
    result.isSequence = inputs.contains { $0.isSequence }
    result.mask = merged(spread.map(\.mask), layer.masks)
    for observation in result.rows.indices {
      for timestep in 0..<timesteps {
        let counts = spread.map { layer.masks != .any || $0.counts(observation, timestep) }
        for feature in 0..<width {
          let numbers = spread.map { $0.rows[observation][timestep][feature] }
          result.rows[observation][timestep][feature] = met(
            numbers, counts, layer,
            isSkipped: layer.masks == .any && !result.counts(observation, timestep))
        }
      }
    }
    return result
  }

  private func met(
    _ numbers: [Double], _ counts: [Bool], _ layer: any MergingLayer, isSkipped: Bool
  ) -> Double {
    switch layer {
    case is Add: numbers.reduce(0, +)
    case is Subtract: numbers[0] - numbers[1]
    case is Average: numbers.reduce(0, +) / Double(numbers.count)
    case is Multiply:
      isSkipped ? 0 : zip(numbers, counts).reduce(1) { $0 * ($1.1 ? $1.0 : 1) }
    case is Maximum, is Minimum:
      // What is skipped does not compete; where all is, the first leaves.
      extreme(zip(numbers, counts).filter(\.1).map(\.0), layer) ?? numbers[0]
    default: preconditionFailure("no such layer")
    }
  }

  private func extreme(_ numbers: [Double], _ layer: any MergingLayer) -> Double? {
    layer is Maximum ? numbers.max() : numbers.min()
  }

  func merged(_ masks: [[[Bool]]?], _ kind: MaskMerge) -> [[Bool]]? {
    let found = masks.compactMap(\.self)
    guard let first = found.first else { return nil }
    func joined(_ join: (Bool, Bool) -> Bool) -> [[Bool]] {
      found.dropFirst().reduce(first) { zip($0, $1).map { zip($0, $1).map(join) } }
    }
    switch kind {
    case .none: return nil
    case .any: return found.count == masks.count ? joined { $0 || $1 } : nil
    case .all: return joined { $0 && $1 }
    }
  }

  func concatenated(_ inputs: [PlainFlow], _ layer: Concatenate) -> PlainFlow {
    let isOverTime = inputs[0].isSequence && (layer.axis == 1 || layer.axis == -2)
    let observations = inputs[0].rows.indices
    if isOverTime {
      let isMasked = layer.masks != .none && inputs.contains { $0.mask != nil }
      return PlainFlow(
        observations.map { place in inputs.flatMap { $0.rows[place] } },
        mask: isMasked
          ? observations.map { place in
            inputs.flatMap { input in (0..<input.timesteps).map { input.counts(place, $0) } }
          } : nil)
    }
    return PlainFlow(
      observations.map { place in
        inputs[0].rows[place].indices.map { row in inputs.flatMap { $0.rows[place][row] } }
      }, isSequence: inputs[0].isSequence, mask: merged(inputs.map(\.mask), layer.masks))
  }

  func dot(_ inputs: [PlainFlow], _ layer: Dot) -> PlainFlow {
    let axes = layer.axes.count == 1 ? [layer.axes[0], layer.axes[0]] : layer.axes
    func matrix(_ place: Int, _ observation: Int) -> [[Double]] {
      let rows = inputs[place].rows[observation]
      let isOverTime = inputs[place].isSequence && (axes[place] == 1 || axes[place] == -2)
      let matrix = isOverTime ? turned(rows) : rows
      if !layer.normalize { return matrix }
      return matrix.map { row in
        let length = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return row.map { $0 / length }
      }
    }
    let products = inputs[0].rows.indices.map { times(matrix(0, $0), turned(matrix(1, $0))) }
    if inputs.allSatisfy(\.isSequence) { return PlainFlow(products) }
    return PlainFlow(products.map { [$0.flatMap(\.self)] }, isSequence: false)
  }

  func attention(
    _ inputs: [PlainFlow], _ layer: Attention, _ weights: [String: [Double]]
  ) -> PlainFlow {
    let (query, value, key) = (inputs[0], inputs[1], inputs[inputs.count - 1])
    let scale = layer.useScale ? weights["scale"]?[0] ?? 1 : 1
    let answers = query.rows.indices.map { place in
      let scores = times(query.rows[place], turned(key.rows[place])).map { row in
        row.enumerated().map { $1 * scale - (value.counts(place, $0) ? 0 : 1e9) }
      }
      let answer = times(scores.map { Activation.softmax.plain($0) }, value.rows[place])
      return answer.enumerated().map { row, numbers in
        query.counts(place, row) ? numbers : numbers.map { _ in 0 }
      }
    }
    return PlainFlow(answers, mask: query.mask)
  }
}
