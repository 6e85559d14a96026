/// The order in which the cells of a network's recurrent layers are computed, one step a cell, with what has to
/// be held in memory meanwhile.
///
/// A later layer reads row t of the one before it at its own timestep t, through the Dense layers in
/// between, so timestep t of the one needs timestep t of the other and no later one. Where a layer
/// cannot follow, or not in this order, the steps are those of the layers before it.
package struct Schedule: Hashable, Sendable {
  /// The order.
  package let order: ScheduleOrder
  /// How many timesteps each layer reads.
  package let timesteps: Int
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
    var layers: [Int] = []
    var settings: [any RecurrentLayer] = []
    var failure = plan.failure
    for (index, planned) in plan.layers.enumerated() {
      guard let recurrent = planned.layer.recurrent else { continue }
      if recurrent.goBackwards && !layers.isEmpty && order != .layerByLayer {
        failure = NetworkPlan.Failure(
          layerIndex: index, layerName: recurrent.name,
          error: .needsWholeSequence(layer: recurrent.name, order: order))
        break
      }
      layers.append(index)
      settings.append(recurrent)
    }
    self.order = order
    self.timesteps = timesteps
    self.layers = layers
    self.failure = failure
    let cells = order.cells(layers: layers.count, timesteps: timesteps)
    var memory = ScheduleMemory(settings, timesteps: timesteps)
    steps = cells.map { cell in
      memory.compute(cell.layer)
      return Step(
        layer: cell.layer, timestep: cell.timestep, wavefront: cell.wavefront,
        held: memory.held)
    }
  }
}

extension ScheduleOrder {
  /// The cells of a stack of recurrent layers in this order.
  fileprivate func cells(
    layers: Int, timesteps: Int
  ) -> [(layer: Int, timestep: Int, wavefront: Int)] {
    let count = layers * timesteps
    if layers == 0 { return [] }
    switch self {
    case .layerByLayer:
      return (0..<count).map { ($0 / timesteps, $0 % timesteps, $0) }
    case .timestepByTimestep:
      return (0..<count).map { ($0 % layers, $0 / layers, $0) }
    case .diagonal:
      return (0..<timesteps + layers - 1).flatMap { wavefront in
        (0..<layers).compactMap { layer in
          (0..<timesteps).contains(wavefront - layer)
            ? (layer, wavefront - layer, wavefront) : nil
        }
      }
    }
  }
}
