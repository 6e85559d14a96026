import Kernels

extension Trace {
  /// One quantity of all units of a recurrent layer at one timestep, `[units]`.
  ///
  /// Timestep −1 is the state before the first, zeros or the initial state that was given; states
  /// have it, gates do not. A layer that has fewer timesteps, as behind a pooling layer, stands still
  /// at its last.
  package func values(
    _ quantity: QuantityName, layer: Int, timestep: Int, units: Range<Int>? = nil
  ) -> [Float] {
    let ran = ran(layer)
    let timestep = min(timestep, ran.timesteps - 1)
    return box(
      quantity, layer, timestep..<timestep + 1, units ?? 0..<ran.units, keepsGates: true)
  }

  /// One quantity of one unit of a recurrent layer at one timestep; −1 as for `values`.
  package func value(
    _ quantity: QuantityName, layer: Int, unit: Int, timestep: Int
  ) -> Float {
    let timestep = min(timestep, ran(layer).timesteps - 1)
    return box(quantity, layer, timestep..<timestep + 1, unit..<unit + 1, keepsGates: true)[0]
  }

  /// One quantity of one unit of a recurrent layer over a range of timesteps, one number for each that
  /// the layer has.
  package func series(
    _ quantity: QuantityName, layer: Int, unit: Int, timesteps: Range<Int>
  ) -> [Float] {
    let last = ran(layer).timesteps
    let timesteps = min(timesteps.lowerBound, last)..<min(timesteps.upperBound, last)
    return box(quantity, layer, timesteps, unit..<unit + 1, keepsGates: true)
  }

  /// One quantity of a recurrent layer at every timestep, `[timesteps, units]`.
  package func all(_ quantity: QuantityName, layer: Int) -> Tensor {
    let ran = ran(layer)
    return Tensor(
      shape: [ran.timesteps, ran.units],
      values: box(quantity, layer, 0..<ran.timesteps, 0..<ran.units))
  }

  /// One quantity of all units of a recurrent layer over a range of its timesteps, `[timesteps, units]`.
  package func rows(_ quantity: QuantityName, layer: Int, timesteps: Range<Int>) -> [Float] {
    box(quantity, layer, timesteps, 0..<ran(layer).units)
  }

  /// Goes through one quantity of a recurrent layer from its first timestep to its last, some of them at
  /// a time: a gate of a long run is never held whole. `body` gets `[timesteps, units]`.
  package func forEachPart(
    of quantity: QuantityName, layer: Int, _ body: (UnsafeBufferPointer<Float>) -> Void
  ) {
    let ran = ran(layer)
    if let place = ran.layer.states.firstIndex(of: quantity) {
      return ran.states[place].withUnsafeBufferPointer(body)
    }
    for start in stride(from: 0, to: ran.timesteps, by: Self.rowsAtOnce) {
      let part = start..<min(start + Self.rowsAtOnce, ran.timesteps)
      rows(quantity, layer: layer, timesteps: part).withUnsafeBufferPointer(body)
    }
  }

  private func ran(_ layer: Int) -> RecurrentRecord {
    guard recurrent.indices.contains(layer), let ran = recurrent[layer] else {
      preconditionFailure("quantities are asked of a recurrent layer that ran")
    }
    return ran
  }

  /// A box of timesteps × units, row major; with `keepsGates` those of a few units are kept.
  private func box(
    _ name: QuantityName, _ layer: Int, _ timesteps: Range<Int>, _ units: Range<Int>,
    keepsGates: Bool = false
  ) -> [Float] {
    let ran = ran(layer)
    precondition(timesteps.upperBound <= ran.timesteps, "a timestep that was read")
    precondition(units.lowerBound >= 0 && units.upperBound <= ran.units, "a unit of the layer")
    if timesteps.isEmpty { return [] }
    if let place = ran.layer.states.firstIndex(of: name) {
      return cut(ran.states[place], ran.before?[name], ran.units, timesteps, units)
    }
    if let state = name.gradientState, let place = ran.layer.states.firstIndex(of: state) {
      precondition(timesteps.lowerBound >= 0, "there is no gradient before the first timestep")
      let count = timesteps.count * units.count
      // A layer on which nothing hangs has none.
      guard let all = gradients?[layer]?[place] else { return [Float](repeating: 0, count: count) }
      return cut(all, nil, ran.units, timesteps, units)
    }
    guard let gate = ran.layer.quantity(name) else {
      preconditionFailure("a quantity of the layer")
    }
    precondition(timesteps.lowerBound >= 0, "there is no gate before the first timestep")
    guard keepsGates, GateColumns.keeps(gate, of: units.count, timesteps: ran.timesteps) else {
      return self.gate(gate, ran, layer, timesteps, units)
    }
    return cutFromColumns(gate, ran, layer, timesteps, units)
  }

  /// A box of a gate, cut out of the columns that are kept.
  private func cutFromColumns(
    _ gate: LayerQuantity, _ ran: RecurrentRecord, _ layer: Int, _ timesteps: Range<Int>,
    _ units: Range<Int>
  ) -> [Float] {
    [Float](unsafeUninitializedCapacity: timesteps.count * units.count) { buffer, count in
      count = timesteps.count * units.count
      for columns in GateColumns.columns(around: units, of: ran.units) {
        let key = GateColumns.Key(gate: gate.name, layer: layer, units: columns)
        let values = gates.values(of: key) {
          self.gate(gate, ran, layer, 0..<ran.timesteps, columns)
        }
        let part = units.clamped(to: columns)
        values.withUnsafeBufferPointer { values in
          guard let values = values.baseAddress, let start = buffer.baseAddress else { return }
          kernels.copyRows(
            Rows(
              values + timesteps.lowerBound * columns.count + part.lowerBound - columns.lowerBound,
              stride: columns.count),
            to: MutableRows(start + part.lowerBound - units.lowerBound, stride: units.count),
            rows: timesteps.count, columns: part.count)
        }
      }
    }
  }

  private func cut(
    _ states: [Float], _ before: [Float]?, _ width: Int, _ timesteps: Range<Int>,
    _ units: Range<Int>
  ) -> [Float] {
    precondition(timesteps.lowerBound >= -1, "the state before the first timestep is number −1")
    if timesteps.lowerBound == 0 && timesteps.count * width == states.count
      && units.count == width
    {
      return states
    }
    return [Float](unsafeUninitializedCapacity: timesteps.count * units.count) { buffer, count in
      count = timesteps.count * units.count
      states.withUnsafeBufferPointer { states in
        guard let states = states.baseAddress, let start = buffer.baseAddress else { return }
        let isBefore = timesteps.lowerBound == -1
        if isBefore {
          start.initialize(repeating: 0, count: units.count)
          for (place, unit) in units.enumerated() { if let before { start[place] = before[unit] } }
        }
        let first = max(timesteps.lowerBound, 0)
        kernels.copyRows(
          Rows(states + first * width + units.lowerBound, stride: width),
          to: MutableRows(start + (isBefore ? units.count : 0), stride: units.count),
          rows: timesteps.upperBound - first, columns: units.count)
      }
    }
  }

  private func gate(
    _ gate: LayerQuantity, _ ran: RecurrentRecord, _ layer: Int, _ timesteps: Range<Int>,
    _ units: Range<Int>
  ) -> [Float] {
    let features = network.plan.layers[layer].inputShape.features ?? 0
    return [Float](unsafeUninitializedCapacity: timesteps.count * units.count) { buffer, count in
      count = timesteps.count * units.count
      guard let start = buffer.baseAddress else { return }
      inputs(of: layer).withUnsafeBufferPointer { inputs in
        guard let inputs = inputs.baseAddress else { return }
        let run = FinishedRun(
          inputs: inputs, timesteps: ran.timesteps, isBackwards: ran.layer.goBackwards,
          hidden: ran.states[0], hiddenBefore: ran.before?[.hiddenState],
          changes: LayerChanges(interventions, of: ran.layer, timesteps: ran.timesteps))
        ran.layer.withCell(network.layerWeights[layer], features: features, kernels: kernels) {
          $0.recompute(
            gate, at: timesteps, of: units, into: MutableRows(start, stride: units.count),
            from: run)
        }
      }
    }
  }

  /// What a layer read first, `[timesteps, features]`.
  func inputs(of layer: Int) -> [Float] { flow(into: layer).values }

  /// What a layer reads first.
  func flow(into layer: Int) -> Flow {
    let source = network.plan.layers[layer].sources.first ?? .input
    guard let place = source.layer else { return inputFlow }
    return records[place].handing(source.output, of: 1)
  }

  /// What a layer reads, `[timesteps, features]` or `[features]`; the first of several where nothing
  /// else is said.
  package func arriving(at layer: Int, source: Int = 0) -> Tensor {
    let source = network.plan.layers[layer].sources[source]
    let flow = source.layer.map { records[$0].handing(source.output, of: 1) } ?? inputFlow
    return Tensor(shape: flow.shape, values: flow.values)
  }

  /// What enters the network.
  var inputFlow: Flow { Flow(input, hasTimesteps: network.description.input.hasTimesteps) }
}
