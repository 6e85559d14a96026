import Kernels

extension Network {
  /// Runs a group of observations of one length through the planned layers.
  ///
  /// `keep` gets what each layer made of the group, in the order of the layers.
  func run(
    _ group: ArraySlice<Observation>, _ interventions: Interventions, _ kernels: Kernels,
    keep: (LayerRecord) -> Void
  ) -> Flow {
    let inputs = inputs(of: group)
    var records: [LayerRecord] = []
    var others = 0
    for (index, planned) in plan.layers.enumerated() {
      let record: LayerRecord
      if planned.layer.settings is AnotherInput {
        others += 1
        record = .output(inputs[others])
      } else {
        let flows = planned.sources.map { source in
          source.layer.map { records[$0].handing(source.output, of: group.count) } ?? inputs[0]
        }
        record = planned.layer.computing.run(
          flows, of: group.count, on: desk(index, interventions, kernels))
      }
      keep(record)
      records.append(record)
    }
    return records.last?.handing(0, of: group.count) ?? inputs[0]
  }

  /// The inputs of a group side by side, the first one first.
  func inputs(of group: ArraySlice<Observation>) -> [Flow] {
    description.inputs.enumerated().map { place, input in
      let parts = group.map { place == 0 ? $0 : $0.beside[place - 1] }
      var flow = Flow(parts[0], hasTimesteps: input.hasTimesteps)
      if parts.count > 1 { flow.values = parts.flatMap(\.values) }
      return flow
    }
  }

  /// What a layer has at hand.
  func desk(_ layer: Int, _ interventions: Interventions, _ kernels: Kernels) -> Desk {
    Desk(weights: layerWeights[layer], interventions: interventions, kernels: kernels)
  }

  /// Runs the layers behind one, which is taken to have made `record` of `count` variants of one
  /// observation; what they read beside it is what `records` have of that observation.
  ///
  /// Comes with what leaves the network. `keep` gets what each of those layers made of it.
  func run(
    behind layer: Int, havingMade record: LayerRecord, of count: Int, beside records: [LayerRecord],
    _ input: Flow, _ interventions: Interventions, _ kernels: Kernels,
    keep: (LayerRecord) -> Void = { _ in }
  ) -> Flow {
    var made: [Int: LayerRecord] = [layer: record]
    for index in plan.layers.indices.dropFirst(layer + 1) {
      let sources = plan.layers[index].sources
      guard sources.contains(where: { $0.layer.map { made[$0] != nil } ?? false }) else { continue }
      let flows = sources.map { source in
        guard let place = source.layer else { return input.repeated(count) }
        return made[place]?.handing(source.output, of: count)
          ?? records[place].handing(source.output, of: 1).repeated(count)
      }
      let record = plan.layers[index].layer.computing.run(
        flows, of: count, on: desk(index, interventions, kernels))
      keep(record)
      made[index] = record
    }
    let last = plan.layers.count - 1
    return made[last]?.handing(0, of: count) ?? records[last].handing(0, of: 1).repeated(count)
  }
}
