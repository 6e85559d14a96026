import Documents
import Engine

/// The arrays of a CuDNNLSTM or CuDNNGRU, which are laid out as cuDNN has them, as those of the layer
/// that computes the same.
///
/// A gate's block of the kernel `[features, units]` holds its numbers in the order of `[units,
/// features]`; a gate's block of the recurrent kernel is the other way round; there are two biases, of
/// which an LSTM needs the sum, and a GRU both (`tf_keras.src.saving.legacy.hdf5_format`).
struct CuDNNWeights {
  private let needed: [WeightShape]
  private let arrays: [KerasArray]
  private let units: Int
  private let gates: Int

  /// Nil where the arrays are no such: those have a bias of 8 numbers a unit, or of 6.
  init?(_ needed: [WeightShape], _ arrays: [KerasArray]) {
    guard needed.map(\.name) == ["kernel", "recurrent_kernel", "bias"], arrays.count == 3,
      needed[1].dimensions.count == 2, case let units = needed[1].dimensions[0], units > 0,
      case let gates = needed[1].dimensions[1] / units, gates == 3 || gates == 4,
      arrays[2].shape == [2 * gates * units],
      needed[2].dimensions == (gates == 4 ? [4 * units] : [2, 3 * units]),
      arrays[0].shape == needed[0].dimensions, arrays[1].shape == needed[1].dimensions
    else { return nil }
    self.needed = needed
    self.arrays = arrays
    self.units = units
    self.gates = gates
  }

  func tensors() throws(FileError) -> [String: Tensor] {
    let features = needed[0].dimensions[0]
    let kernel = try blocks(of: arrays[0], rows: features) { row, column in
      column * features + row
    }
    let recurrentKernel = try blocks(of: arrays[1], rows: units) { row, column in
      column * units + row
    }
    var bias = try arrays[2].tensor().values
    if gates == 4 {
      let half = bias.count / 2
      bias = (0..<half).map { bias[$0] + bias[$0 + half] }
    }
    return [
      needed[0].key: Tensor(shape: needed[0].dimensions, values: kernel),
      needed[1].key: Tensor(shape: needed[1].dimensions, values: recurrentKernel),
      needed[2].key: Tensor(shape: needed[2].dimensions, values: bias),
    ]
  }

  /// The numbers of an array of one block a gate, `[rows, gates · units]`, each taken from another place
  /// of its block, which `source` gives as a number of its row-by-row order.
  private func blocks(
    of array: KerasArray, rows: Int, source: (_ row: Int, _ column: Int) -> Int
  ) throws(FileError) -> [Float] {
    let stored = try array.tensor().values
    var values = stored
    for row in 0..<rows {
      for gate in 0..<gates {
        for column in 0..<units {
          let place = source(row, column)
          let (fromRow, fromColumn) = (place / units, place % units)
          values[(row * gates + gate) * units + column] =
            stored[(fromRow * gates + gate) * units + fromColumn]
        }
      }
    }
    return values
  }
}
