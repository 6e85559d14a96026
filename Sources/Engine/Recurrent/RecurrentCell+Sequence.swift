import Kernels

/// The rows that one product of x·K is made for: enough to keep the loops busy, few enough for
/// their sums to stay in the cache.
private let rowsAtOnce = 96

extension RecurrentCell {
  /// Whole sequences of `observations` × `timesteps` from the zero state, from `initial` or from
  /// another one where `changes` says so.
  ///
  /// `inputs` is `[observations, timesteps, features]`, without gaps; where they are `shared`, one
  /// `[timesteps, features]` is read by all. `backwards` reads the last timestep first. The states come
  /// in the order in which the layer names them, each `[observations, timesteps, units]`, in the order
  /// of processing. `mask` says in that order which timesteps count, `[observations, timesteps]`. `gates`
  /// gets the finished gates, `[observations, timesteps, columns]`.
  func sequence(
    _ inputs: UnsafePointer<Float>, shared: Bool = false, observations: Int, timesteps: Int,
    backwards: Bool, states count: Int, from initial: [[Float]]? = nil, mask: [Bool]? = nil,
    keepingGates gates: UnsafeMutablePointer<Float>? = nil, under changes: LayerChanges?
  ) -> [[Float]] {
    let units = weights.units
    return lists(count, of: observations * timesteps * units) { starts in
      let reading = Reading(
        inputs: inputs, stride: shared ? 0 : timesteps * weights.features, timesteps: timesteps,
        isBackwards: backwards, observations: observations)
      run(
        reading,
        CellStates(starts: starts, stride: timesteps * units, rows: observations, units: units),
        changes?.initialStates ?? initial, mask, gates, changes)
    }
  }

  private func run(
    _ reading: Reading, _ states: CellStates, _ initial: [[Float]]?, _ mask: [Bool]?,
    _ gates: UnsafeMutablePointer<Float>?, _ changes: LayerChanges?
  ) {
    let columns = weights.columns
    let timesteps = reading.timesteps
    let block = min(timesteps, max(1, rowsAtOnce / states.rows))
    let space = UnsafeMutablePointer<Float>.allocate(
      capacity: gates == nil ? states.rows * block * columns : 0)
    defer { space.deallocate() }
    /// The rows of one observation: those of a block, or where they are kept all of them.
    let pitch = gates == nil ? block : timesteps
    CellStatesBefore.lend(
      states.starts.count, units: states.units, initial: initial
    ) { before in
      var start = 0
      while start < timesteps {
        let length = min(block, timesteps - start)
        let sums = gates.map { $0 + start * columns } ?? space
        weights.startSums(
          MutableRows(sums, stride: columns), reading, start..<start + length, block: pitch)
        for offset in 0..<length {
          advance(
            states, to: start + offset, from: before,
            sums: MutableRows(sums + offset * columns, stride: pitch * columns), under: changes)
          if let mask {
            let timestep = start + offset
            carry(states, over: timestep, from: before) { !mask[$0 * timesteps + timestep] }
          }
        }
        start += length
      }
    }
  }
}

/// What a layer reads: observations of one length side by side.
private struct Reading {
  var inputs: UnsafePointer<Float>
  /// How far the observations lie apart; 0 where all are the same one.
  var stride: Int
  var timesteps: Int
  var isBackwards: Bool
  var observations: Int
}

extension CellWeights {
  /// b + x·K for some timesteps of all observations, those of one observation together, `block` rows
  /// of all columns for each.
  ///
  /// A product reads all of K, so it is made for as many rows as there are: the timesteps of an
  /// observation or the observations at a timestep. Both give the same bits.
  fileprivate func startSums(
    _ sums: MutableRows, _ reading: Reading, _ range: Range<Int>, block: Int
  ) {
    func rows(_ inputs: UnsafePointer<Float>, from timestep: Int) -> Rows {
      self.rows(inputs, from: timestep, of: reading.timesteps, reading.isBackwards)
    }
    if reading.stride != 0 && reading.observations > range.count {
      for (offset, timestep) in range.enumerated() {
        startSums(
          MutableRows(sums.row(offset), stride: block * columns),
          inputs: Rows(rows(reading.inputs, from: timestep).start, stride: reading.stride),
          rows: reading.observations, columns: 0..<columns)
      }
      return
    }
    for observation in 0..<reading.observations {
      let target = MutableRows(sums.row(observation * block), stride: columns)
      if observation > 0 && reading.stride == 0 {
        kernels.copyRows(
          Rows(sums.start, stride: columns), to: target, rows: range.count, columns: columns)
      } else {
        startSums(
          target,
          inputs: rows(reading.inputs + observation * reading.stride, from: range.lowerBound),
          rows: range.count, columns: 0..<columns)
      }
    }
  }
}

/// `count` lists of `length` numbers each, which `fill` writes.
private func lists(
  _ count: Int, of length: Int, _ fill: ([UnsafeMutablePointer<Float>]) -> Void
) -> [[Float]] {
  var lists: [[Float]] = []
  func make(_ starts: [UnsafeMutablePointer<Float>]) {
    guard starts.count < count else { return fill(starts) }
    lists.append(
      [Float](unsafeUninitializedCapacity: length) { buffer, initialised in
        if let start = buffer.baseAddress { make(starts + [start]) }
        initialised = length
      })
  }
  make([])
  // The first one made is the last one finished.
  return lists.reversed()
}
