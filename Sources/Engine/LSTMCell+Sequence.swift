import Kernels

extension LSTMCell {
  /// The rows that one product of x·K is made for: enough to keep the loops busy, few enough for
  /// their sums to stay in the cache.
  private static let rowsAtOnce = 96

  /// Whole sequences of `observations` × `timesteps` from the zero state.
  ///
  /// `inputs` is `[observations, timesteps, features]`, without gaps; `backwards` reads the last
  /// timestep first. h and c come as `[observations, timesteps, units]`, in the order of processing.
  func sequence(
    _ inputs: UnsafePointer<Float>, observations: Int, timesteps: Int, backwards: Bool
  ) -> (hidden: [Float], cell: [Float]) {
    let count = observations * timesteps * units
    var hidden: [Float] = []
    let cell = [Float](unsafeUninitializedCapacity: count) { cell, cellCount in
      hidden = [Float](unsafeUninitializedCapacity: count) { hidden, hiddenCount in
        if let cell = cell.baseAddress, let hidden = hidden.baseAddress {
          run(inputs, observations, timesteps, backwards, hidden, cell)
        }
        hiddenCount = count
      }
      cellCount = count
    }
    return (hidden, cell)
  }

  private func run(
    _ inputs: UnsafePointer<Float>, _ observations: Int, _ timesteps: Int, _ backwards: Bool,
    _ hidden: UnsafeMutablePointer<Float>, _ cell: UnsafeMutablePointer<Float>
  ) {
    let columns = 4 * units
    let block = min(timesteps, max(1, Self.rowsAtOnce / observations))
    let sums = UnsafeMutablePointer<Float>.allocate(
      capacity: observations * block * columns + units)
    defer { sums.deallocate() }
    let zeros = sums + observations * block * columns
    zeros.initialize(repeating: 0, count: units)
    let stateStride = timesteps * units
    var start = 0
    while start < timesteps {
      let length = min(block, timesteps - start)
      for observation in 0..<observations {
        let first = inputs + observation * timesteps * features
        startSums(
          MutableRows(sums + observation * block * columns, stride: columns),
          inputs: rows(first, from: start, of: timesteps, backwards), rows: length,
          columns: 0..<columns)
      }
      for offset in 0..<length {
        let place = (start + offset) * units
        let isFirst = start + offset == 0
        step(
          gates: MutableRows(sums + offset * columns, stride: block * columns),
          hiddenBefore: isFirst ? nil : Rows(hidden + place - units, stride: stateStride),
          cellBefore: isFirst
            ? Rows(zeros, stride: 0) : Rows(cell + place - units, stride: stateStride),
          cellState: MutableRows(cell + place, stride: stateStride),
          hiddenState: MutableRows(hidden + place, stride: stateStride), rows: observations)
      }
      start += length
    }
  }

  /// The features from timestep `start` on in the order of processing.
  func rows(
    _ first: UnsafePointer<Float>, from start: Int, of timesteps: Int, _ backwards: Bool
  ) -> Rows {
    backwards
      ? Rows(first + (timesteps - 1 - start) * features, stride: -features)
      : Rows(first + start * features, stride: features)
  }
}
