import Kernels

extension Trace {
  /// One quantity of all units of an LSTM at one timestep, `[units]`.
  ///
  /// Timestep −1 is the state before the first, zeros or the initial state that was given; the two
  /// states have it, gates do not.
  package func values(_ quantity: LSTMQuantity, layer: Int, timestep: Int) -> [Float] {
    box(quantity, layer, timestep..<timestep + 1, 0..<ran(layer).units)
  }

  /// One quantity of one unit of an LSTM over a range of timesteps, one number each.
  package func series(
    _ quantity: LSTMQuantity, layer: Int, unit: Int, timesteps: Range<Int>
  ) -> [Float] {
    box(quantity, layer, timesteps, unit..<unit + 1)
  }

  /// One quantity of an LSTM at every timestep, `[timesteps, units]`.
  package func all(_ quantity: LSTMQuantity, layer: Int) -> Tensor {
    let ran = ran(layer)
    let timesteps = ran.hidden.count / ran.units
    return Tensor(
      shape: [timesteps, ran.units],
      values: box(quantity, layer, 0..<timesteps, 0..<ran.units))
  }

  private struct Ran {
    var settings: LSTM
    var hidden: [Float]
    var cell: [Float]
    var before: LSTMState?
    var units: Int { settings.units }
  }

  private func ran(_ layer: Int) -> Ran {
    guard records.indices.contains(layer), case .lstm(let hidden, let cell) = records[layer],
      case .lstm(let settings) = network.plan.layers[layer].layer
    else { preconditionFailure("quantities are asked of an LSTM that ran") }
    return Ran(
      settings: settings, hidden: hidden, cell: cell,
      before: interventions.initialStates[settings.name])
  }

  /// A box of timesteps × units, row major.
  private func box(
    _ quantity: LSTMQuantity, _ layer: Int, _ timesteps: Range<Int>, _ units: Range<Int>
  ) -> [Float] {
    let ran = ran(layer)
    let length = ran.hidden.count / ran.units
    precondition(timesteps.upperBound <= length, "a timestep that was read")
    precondition(units.lowerBound >= 0 && units.upperBound <= ran.units, "a unit of the layer")
    if timesteps.isEmpty { return [] }
    switch quantity {
    case .cellState: return cut(ran.cell, ran.before?.c, ran.units, timesteps, units)
    case .hiddenState: return cut(ran.hidden, ran.before?.h, ran.units, timesteps, units)
    case .inputGate, .forgetGate, .cellCandidate, .outputGate:
      precondition(timesteps.lowerBound >= 0, "there is no gate before the first timestep")
      return gate(quantity, ran, layer, timesteps, units)
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
    _ quantity: LSTMQuantity, _ ran: Ran, _ layer: Int, _ timesteps: Range<Int>,
    _ units: Range<Int>
  ) -> [Float] {
    let inputs = self.inputs(of: layer)
    let features = network.plan.layers[layer].inputShape.features ?? 0
    let length = ran.hidden.count / ran.units
    let offset = (quantity.block ?? 0) * ran.units
    let changes = LSTMInterventions(interventions, of: ran.settings, timesteps: length)
    let columns = offset + units.lowerBound..<offset + units.upperBound
    return [Float](unsafeUninitializedCapacity: timesteps.count * units.count) { buffer, count in
      count = timesteps.count * units.count
      guard let start = buffer.baseAddress else { return }
      network.layerWeights[layer].withCell(ran.settings, features: features, kernels: kernels) {
        cell in
        inputs.withUnsafeBufferPointer { inputs in
          guard let inputs = inputs.baseAddress else { return }
          cell.startSums(
            MutableRows(start, stride: units.count),
            inputs: cell.rows(
              inputs, from: timesteps.lowerBound, of: length, ran.settings.goBackwards),
            rows: timesteps.count, columns: columns)
        }
        for run in runs(timesteps, changes) {
          let target = MutableRows(
            start + (run.lowerBound - timesteps.lowerBound) * units.count, stride: units.count)
          let states = run.lowerBound == 0 ? ran.before?.h ?? [] : ran.hidden
          states.withUnsafeBufferPointer { states in
            guard let states = states.baseAddress else { return }
            cell.addStates(
              target,
              before: Rows(states + max(run.lowerBound - 1, 0) * ran.units, stride: ran.units),
              rows: run.count, columns: columns)
          }
        }
        let box = MutableRows(start, stride: units.count)
        kernels.apply(
          cell.curve(of: quantity), to: box, rows: timesteps.count, columns: units.count)
        changes?.clamp(box, of: quantity, timesteps: timesteps, units: units, kernels: kernels)
      }
    }
  }

  /// The timesteps that a state reaches, in stretches whose states before them lie together: the
  /// first timestep, which an initial state reaches, is one alone.
  private func runs(_ timesteps: Range<Int>, _ changes: LSTMInterventions?) -> [Range<Int>] {
    guard let changes else { return [max(timesteps.lowerBound, 1)..<max(timesteps.upperBound, 1)] }
    var runs: [Range<Int>] = []
    for timestep in timesteps where !changes.hiddenErased.contains(timestep) {
      if timestep == 0 && changes.initialState == nil { continue }
      if let last = runs.last, last.upperBound == timestep, timestep > 1 {
        runs[runs.count - 1] = last.lowerBound..<timestep + 1
      } else {
        runs.append(timestep..<timestep + 1)
      }
    }
    return runs
  }

  /// What a layer read, `[timesteps, features]`.
  func inputs(of layer: Int) -> [Float] {
    if layer == 0 { return input.values }
    switch records[layer - 1] {
    case .lstm(let hidden, _): return hidden
    case .dense(let values): return values
    }
  }
}
