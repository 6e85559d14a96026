import Documents
import Engine

/// The arrays of a recurrent layer of Keras 1, which has three for each gate: a kernel, a recurrent
/// kernel and a bias; in the order i, c, f, o for an LSTM, and z, r, h for a GRU.
struct KerasOneWeights {
  private let needed: [WeightShape]
  private let arrays: [KerasArray]
  /// Which of the gates in the file stands at each place of ours.
  private let order: [Int]

  /// Nil where the arrays are no such.
  init?(_ needed: [WeightShape], _ arrays: [KerasArray]) {
    guard needed.map(\.name) == ["kernel", "recurrent_kernel", "bias"] else { return nil }
    switch arrays.count {
    case 12: order = [0, 2, 1, 3]
    case 9: order = [0, 1, 2]
    default: return nil
    }
    for (place, weight) in needed.enumerated() {
      guard let width = weight.dimensions.last, width % order.count == 0 else { return nil }
      let block = weight.dimensions.dropLast() + [width / order.count]
      for gate in order.indices where arrays[gate * 3 + place].shape != Array(block) { return nil }
    }
    self.needed = needed
    self.arrays = arrays
  }

  func tensors() throws(FileError) -> [String: Tensor] {
    var tensors: [String: Tensor] = [:]
    for (place, weight) in needed.enumerated() {
      var blocks: [[Float]] = []
      for gate in order { blocks.append(try arrays[gate * 3 + place].tensor().values) }
      let rows = weight.dimensions.dropLast().reduce(1, *)
      let width = (blocks.first?.count ?? 0) / max(rows, 1)
      var values: [Float] = []
      values.reserveCapacity(rows * width * blocks.count)
      for row in 0..<rows {
        for block in blocks { values += block[row * width..<(row + 1) * width] }
      }
      tensors[weight.key] = Tensor(shape: weight.dimensions, values: values)
    }
    return tensors
  }
}
