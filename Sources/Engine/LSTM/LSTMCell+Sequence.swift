import Kernels

extension LSTMCell {
  /// The rows that one product of x·K is made for: enough to keep the loops busy, few enough for
  /// their sums to stay in the cache.
  private static let rowsAtOnce = 96

  /// Whole sequences of `observations` × `timesteps` from the zero state, or from another one where
  /// `changes` says so.
  ///
  /// `inputs` is `[observations, timesteps, features]`, without gaps; where they are `shared`, one
  /// `[timesteps, features]` is read by all. `backwards` reads the last timestep first. h and c come
  /// as `[observations, timesteps, units]`, in the order of processing.
  func sequence(
    _ inputs: UnsafePointer<Float>, shared: Bool = false, observations: Int, timesteps: Int,
    backwards: Bool, under changes: LSTMInterventions?
  ) -> (hidden: [Float], cell: [Float]) {
    let count = observations * timesteps * units
    var hidden: [Float] = []
    let cell = [Float](unsafeUninitializedCapacity: count) { cell, cellCount in
      hidden = [Float](unsafeUninitializedCapacity: count) { hidden, hiddenCount in
        if let cell = cell.baseAddress, let hidden = hidden.baseAddress {
          let states = States(
            hidden: hidden, cell: cell, stride: timesteps * units, rows: observations)
          run(inputs, shared ? 0 : timesteps * features, timesteps, backwards, states, changes)
        }
        hiddenCount = count
      }
      cellCount = count
    }
    return (hidden, cell)
  }

  /// Where h and c of every timestep stand: `rows` observations, `stride` numbers apart.
  struct States {
    var hidden: UnsafeMutablePointer<Float>
    var cell: UnsafeMutablePointer<Float>
    var stride: Int
    var rows: Int
  }

  private func run(
    _ inputs: UnsafePointer<Float>, _ inputStride: Int, _ timesteps: Int, _ backwards: Bool,
    _ states: States, _ changes: LSTMInterventions?
  ) {
    let columns = 4 * units
    let block = min(timesteps, max(1, Self.rowsAtOnce / states.rows))
    let sums = UnsafeMutablePointer<Float>.allocate(capacity: states.rows * block * columns)
    defer { sums.deallocate() }
    withFirstStates(changes) { first in
      var start = 0
      while start < timesteps {
        let length = min(block, timesteps - start)
        startSums(
          MutableRows(sums, stride: columns), inputs, inputStride, start..<start + length,
          of: timesteps, backwards, observations: states.rows, block: block)
        for offset in 0..<length {
          advance(
            states, to: start + offset, from: first,
            gates: MutableRows(sums + offset * columns, stride: block * columns),
            under: changes)
        }
        start += length
      }
    }
  }

  /// b + x·K for some timesteps of all observations, those of one observation together, `block` rows
  /// of 4·units for each.
  ///
  /// A product reads all of K, so it is made for as many rows as there are: the timesteps of an
  /// observation or the observations at a timestep. Both give the same bits.
  private func startSums(
    _ sums: MutableRows, _ inputs: UnsafePointer<Float>, _ inputStride: Int,
    _ range: Range<Int>, of timesteps: Int, _ backwards: Bool, observations: Int, block: Int
  ) {
    let columns = 4 * units
    if inputStride != 0 && observations > range.count {
      for (offset, timestep) in range.enumerated() {
        let first = rows(inputs, from: timestep, of: timesteps, backwards).start
        startSums(
          MutableRows(sums.row(offset), stride: block * columns),
          inputs: Rows(first, stride: inputStride), rows: observations, columns: 0..<columns)
      }
      return
    }
    for observation in 0..<observations {
      let target = MutableRows(sums.row(observation * block), stride: columns)
      if observation > 0 && inputStride == 0 {
        kernels.copyRows(
          Rows(sums.start, stride: columns), to: target, rows: range.count, columns: columns)
      } else {
        startSums(
          target,
          inputs: rows(
            inputs + observation * inputStride, from: range.lowerBound, of: timesteps, backwards),
          rows: range.count, columns: 0..<columns)
      }
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
