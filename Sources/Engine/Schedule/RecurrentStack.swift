/// The recurrent layers of a network that run in one order, and which reads which.
struct RecurrentStack {
  /// Their places among all the layers.
  private(set) var layers: [Int] = []
  /// How many timesteps each reads.
  private(set) var lengths: [Int] = []
  /// How many others stand one behind the other before each.
  private(set) var depths: [Int] = []
  /// Those that read each with no other in between.
  private(set) var readers: [[Int]] = []
  /// The first layer that is not reached, and why.
  private(set) var failure: NetworkPlan.Failure?

  private let plan: NetworkPlan
  /// For each layer of the network, the places among `layers` of what it hangs on with no other in between.
  private var origins: [Set<Int>] = []
  /// For each layer of the network, whether its row t hangs on rows up to t alone.
  private var isAligned: [Bool] = []

  init(_ plan: NetworkPlan, timesteps: Int, order: ScheduleOrder) {
    self.plan = plan
    failure = plan.failure
    for (index, planned) in plan.layers.enumerated() {
      let origins = planned.sources.reduce(into: Set<Int>()) { $0.formUnion(self.origins(of: $1)) }
      guard let recurrent = planned.layer.recurrent else {
        self.origins.append(origins)
        isAligned.append(
          origins.isEmpty || planned.isRowwise && planned.sources.allSatisfy(isAligned(_:)))
        continue
      }
      let reads = planned.sources.prefix(1)
      let waits =
        recurrent.goBackwards && !origins.isEmpty || !reads.allSatisfy(isAligned(_:))
        || planned.sources.dropFirst().contains { !self.origins(of: $0).isEmpty }
      if waits && order != .layerByLayer {
        failure = NetworkPlan.Failure(
          layerIndex: index, layerName: recurrent.name,
          error: .needsWholeSequence(layer: recurrent.name, order: order))
        break
      }
      for origin in origins { readers[origin].append(layers.count) }
      depths.append(origins.map { depths[$0] + 1 }.max() ?? 0)
      lengths.append(planned.inputShape.dimensions[1] ?? timesteps)
      readers.append([])
      self.origins.append([layers.count])
      isAligned.append(recurrent.returnSequences)
      layers.append(index)
    }
  }

  private func origins(of source: PlannedSource) -> Set<Int> {
    source.layer.map { origins[$0] } ?? []
  }

  private func isAligned(_ source: PlannedSource) -> Bool {
    source.layer.map { isAligned[$0] && source.output == 0 } ?? true
  }
}
