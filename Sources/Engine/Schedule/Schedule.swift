/// The order in which the cells of a network's recurrent layers are computed, one step a cell, with what has to
/// be held in memory meanwhile.
///
/// A later layer reads row t of the one before it at its own timestep t, through the layers in
/// between that make each row of one row, so timestep t of the one needs timestep t of the other and
/// no later one. Where a layer cannot follow, or not in this order, the steps are those of the layers
/// before it.
package struct Schedule: Hashable, Sendable {
  /// The order.
  package let order: ScheduleOrder
  /// The most timesteps that a layer reads: those of the observation, unless a layer such as a
  /// RepeatVector makes more.
  package let timesteps: Int
  /// How many timesteps each layer reads.
  package let lengths: [Int]
  /// The layers that read what each layer hands on with no other recurrent layer in between, as places
  /// among `layers`.
  package let readers: [[Int]]
  /// The recurrent layers that run: their places among all the layers of the network.
  package let layers: [Int]
  /// The cells in the order in which they are computed.
  package let steps: [Step]
  /// The first layer that the schedule does not reach, and why; `nil` where it reaches all.
  package let failure: NetworkPlan.Failure?

  /// One cell: one recurrent layer at one timestep.
  package struct Step: Hashable, Sendable {
    /// The place among `Schedule.layers`.
    package var layer: Int
    /// The timestep, in the layer's order of processing.
    package var timestep: Int
    /// The wavefront, from 0: cells of one could be computed side by side. Only on the diagonal
    /// several cells share one.
    package var wavefront: Int
    /// How many numbers must be held once this cell is computed, for what comes after it.
    ///
    /// These are, for each layer that has begun and not finished, its last states; every h that the
    /// next layer, or after the last one the head, has yet to read; none counted twice. After the
    /// last cell it is what leaves the last layer. Weights and the observation do not count.
    package var held: Int
  }

  /// How many wavefronts there are; the steps, where no two cells can be computed side by side.
  package var wavefronts: Int { (steps.last?.wavefront ?? -1) + 1 }
  /// The most numbers that must be held at a time.
  package var peak: Int { steps.map(\.held).max() ?? 0 }

  /// The steps of a planned network for an observation of `timesteps` rows.
  package init(_ plan: NetworkPlan, timesteps: Int, order: ScheduleOrder) {
    precondition(timesteps > 0, "an observation has a timestep")
    let stack = RecurrentStack(plan, timesteps: timesteps, order: order)
    self.order = order
    self.timesteps = stack.lengths.max() ?? timesteps
    layers = stack.layers
    lengths = stack.lengths
    readers = stack.readers
    failure = stack.failure
    let cells = order.cells(lengths: stack.lengths, depths: stack.depths)
    var memory = ScheduleMemory(
      layers.compactMap { plan.layers[$0].layer.recurrent }, lengths: stack.lengths,
      readers: stack.readers)
    steps = cells.map { cell in
      memory.compute(cell.layer)
      return Step(
        layer: cell.layer, timestep: cell.timestep, wavefront: cell.wavefront,
        held: memory.held)
    }
  }
}

extension ScheduleOrder {
  /// The cells of recurrent layers of some lengths in this order; a layer's depth is how many others
  /// stand one behind the other before it.
  fileprivate func cells(
    lengths: [Int], depths: [Int]
  ) -> [(layer: Int, timestep: Int, wavefront: Int)] {
    let longest = lengths.max() ?? 0
    var cells: [(layer: Int, timestep: Int, wavefront: Int)] = []
    switch self {
    case .layerByLayer:
      for (layer, length) in lengths.enumerated() {
        for timestep in 0..<length { cells.append((layer, timestep, cells.count)) }
      }
    case .timestepByTimestep:
      for timestep in 0..<longest {
        for (layer, length) in lengths.enumerated() where timestep < length {
          cells.append((layer, timestep, cells.count))
        }
      }
    case .diagonal:
      for wavefront in 0..<longest + (depths.max() ?? 0) {
        for (layer, length) in lengths.enumerated()
        where (0..<length).contains(wavefront - depths[layer]) {
          cells.append((layer, wavefront - depths[layer], wavefront))
        }
      }
    }
    return cells
  }
}
