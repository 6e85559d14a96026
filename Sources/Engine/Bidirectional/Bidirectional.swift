/// Where the two layers of a Bidirectional meet: one reads the first timestep first, the other the last
/// one first, and what both hand on becomes one row.
///
/// The two layers stand before it in the network, under names of their own, and can be looked at like
/// any other.
package struct Bidirectional: ComputingLayer {
  package static let kind = "Bidirectional"

  /// How the two become one.
  package enum Merge: String, CaseIterable, Hashable, Sendable {
    /// One behind the other.
    case concatenated = "concat"
    /// Added up.
    case sum
    /// Multiplied.
    case product = "mul"
    /// Half of the sum.
    case average = "ave"
  }

  package var name: String
  /// How the two become one.
  package var mergeMode = Merge.concatenated

  /// A place where two layers meet.
  package init(name: String, mergeMode: Merge = .concatenated) {
    self.name = name
    self.mergeMode = mergeMode
  }

  package init(name: String) { self.init(name: name, mergeMode: .concatenated) }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<Bidirectional>] = [
    .word("merge_mode", \.mergeMode, standard: .concatenated)
  ]

  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    guard inputs.count == 2 else { throw .inputs(layer: name, expected: 2, found: inputs.count) }
    guard inputs[0] == inputs[1] else {
      throw .unlike(layer: name, first: inputs[0], second: inputs[1])
    }
    let width = try features(of: inputs[0])
    let isConcatenated = mergeMode == .concatenated
    return LayerPlan(
      outputShape: Shape(inputs[0].dimensions.dropLast() + [isConcatenated ? 2 * width : width]))
  }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    let forward = inputs[0]
    let backward = inputs[1].turnedRound(of: count)
    let merge: RowMerge =
      switch mergeMode {
      case .concatenated: .concatenated
      case .sum: .each { $0 + $1 }
      case .product: .each { $0 * $1 }
      case .average: .each { ($0 + $1) / 2 }
      }
    return .output(merge.merged([forward, backward], rows: count * forward.rows))
  }
}

extension Flow {
  /// The rows of each observation in the opposite order; the mask of a layer that reads backwards is not
  /// turned in the first place.
  func turnedRound(of count: Int) -> Flow {
    guard let timesteps else { return self }
    var turned = self
    turned.values.removeAll(keepingCapacity: true)
    for observation in 0..<count {
      for row in (0..<timesteps).reversed() {
        let start = (observation * timesteps + row) * width
        turned.values += values[start..<start + width]
      }
    }
    return turned
  }
}
