import Kernels

/// The way back through a recurrent layer over whole sequences, `[observations, timesteps, …]` in the order
/// of processing.
final class BackwardRun<Settings: SteppingLayer> {
  private let layer: Settings
  private let step: BackwardStep
  private let kernels: Kernels
  private let states: StateRecord
  private let changes: LayerChanges?
  private let count: Int
  private let timesteps: Int
  private let units: Int
  private let features: Int
  private let columns: Int
  /// What the layer read.
  private let read: [Float]
  /// Each state as it entered each timestep.
  private let before: [[Float]]
  /// ∂loss/∂ the sums.
  private var sums: [Float]
  /// ∂loss/∂ what stands within a reset.
  private var inner: [Float]
  /// All of ∂loss/∂ each state at each timestep.
  private var atTimesteps: [[Float]]
  /// ∂loss/∂ the initial states, `[observations, units]`.
  private var initial: [[Float]] = []

  init(of layer: Settings, _ step: BackwardStep, read: [Float]) {
    guard case .states(let states) = step.made.record else {
      preconditionFailure("a recurrent layer has states")
    }
    self.layer = layer
    self.step = step
    self.states = states
    self.read = read
    kernels = step.desk.kernels
    count = step.count
    timesteps = states.timesteps
    units = states.units
    features = step.inputs[0].width
    columns = step.desk.weights.columns
    let changes = LayerChanges(step.desk.interventions, of: layer, timesteps: timesteps)
    self.changes = changes
    let initial = changes?.initialStates ?? states.before
    before = states.states.enumerated().map { place, values in
      values.entering(
        each: states.timesteps, units: states.units, initial: initial?[place],
        isErased: { changes?.isErased(place, at: $0) ?? false })
    }
    let rows = step.count * states.timesteps
    // Every timestep writes its own; of what stands within a reset only a cell that has one.
    sums = written(rows * columns) { _ in }
    inner = written(rows * states.units) { _ in }
    atTimesteps =
      step.keepsStates ? states.states.map { values in written(values.count) { _ in } } : []
  }

  /// Goes from the last timestep to the first.
  func goBack(through cell: any RecurrentCell) {
    let weights = step.desk.weights
    let turned = transposed(weights.recurrentKernel, rows: units, columns: columns)
    let gates = step.made.kept[0]
    let entered = layer.needsSums ? enteredSums(of: cell) : []
    var now = states.states.map { _ in [Float](repeating: 0, count: count * units) }
    var next = now
    let stride = timesteps * columns
    for timestep in (0..<timesteps).reversed() {
      addLeaving(at: timestep, to: &now)
      let carried = states.mask == nil ? [] : now
      pointers(to: [turned, gates, entered] + before + states.states) { read in
        mutablePointers(to: &now, &next) { now, next in
          withSums { sums, inner in
            func rows(_ place: Int) -> Rows {
              Rows(read[place] + timestep * units, stride: timesteps * units)
            }
            let number = now.count
            cell.stepBackward(
              CellStepBackward(
                rows: count, gates: Rows(read[1] + timestep * columns, stride: stride),
                sums: entered.isEmpty
                  ? nil : Rows(read[2] + timestep * columns, stride: stride),
                before: (0..<number).map { rows(3 + $0) },
                after: (0..<number).map { rows(3 + number + $0) },
                states: now.map { MutableRows($0, stride: units) },
                statesBefore: next.map { MutableRows($0, stride: units) },
                sumGradients: MutableRows(sums + timestep * columns, stride: stride),
                innerGradients: MutableRows(inner + timestep * units, stride: timesteps * units),
                recurrentKernel: Rows(read[0], stride: units),
                release: { gradients, blocks in
                  self.addGate(to: gradients, blocks, gates: gates, entered, timestep)
                  self.changes?.release(
                    gradients, blocks, timestep: timestep, rows: self.count, units: self.units)
                }))
          }
        }
      }
      for place in next.indices where changes?.isErased(place, at: timestep) == true {
        next[place] = [Float](repeating: 0, count: next[place].count)
      }
      // Where a timestep is skipped a state passes it, erased there or not.
      carry(carried, over: timestep, &now, &next)
      for place in atTimesteps.indices { keep(now[place], at: timestep, in: &atTimesteps[place]) }
      swap(&now, &next)
    }
    initial = now
  }

  /// Adds what the way back starts from where that is a gate: 1 times the slope of its curve.
  private func addGate(
    to gradients: MutableRows, _ blocks: Range<Int>, gates: [Float], _ entered: [Float],
    _ timestep: Int
  ) {
    guard let gate = step.seed?.gate, gate.timestep == timestep, blocks.contains(gate.block)
    else { return }
    let place = timestep * columns + gate.block * units + gate.unit
    var slope: [Float] = [1]
    kernels.back(
      through: gate.activation, made: [gates[place]], &slope, rows: 1, columns: 1
    ) { [entered[place]] }
    gradients.start[(gate.block - blocks.lowerBound) * units + gate.unit] += slope[0]
  }

  /// What the loss makes of the states at a timestep because they leave the layer there.
  private func addLeaving(at timestep: Int, to now: inout [[Float]]) {
    let isLast = timestep == timesteps - 1
    if let output = step.outputs.first, !output.isEmpty {
      if states.handsOnAll {
        let skips = states.zerosWhereSkipped ? states.mask : nil
        for observation in 0..<count where skips?[observation * timesteps + timestep] != false {
          add(output, from: (observation * timesteps + timestep) * units, to: &now[0], observation)
        }
      } else if isLast {
        for observation in 0..<count {
          add(output, from: observation * units, to: &now[0], observation)
        }
      }
    }
    if isLast {
      for (place, values) in step.outputs.dropFirst().enumerated() where !values.isEmpty {
        for observation in 0..<count {
          add(values, from: observation * units, to: &now[place], observation)
        }
      }
    }
    for (place, values) in (step.seed?.states ?? []).enumerated() where !values.isEmpty {
      for observation in 0..<count {
        add(
          values, from: (observation * timesteps + timestep) * units, to: &now[place], observation)
      }
    }
  }

  private func add(
    _ source: [Float], from start: Int, to target: inout [Float], _ observation: Int
  ) {
    source.withUnsafeBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        addEach(
          Rows(from + start, stride: units),
          to: MutableRows(to + observation * units, stride: units), rows: 1, columns: units)
      }
    }
  }

  /// Carries the gradients over a timestep for the observations that skipped it.
  private func carry(
    _ carried: [[Float]], over timestep: Int, _ now: inout [[Float]], _ next: inout [[Float]]
  ) {
    guard let mask = states.mask else { return }
    for observation in 0..<count where !mask[observation * timesteps + timestep] {
      let range = observation * units..<(observation + 1) * units
      for place in now.indices {
        now[place].replaceSubrange(range, with: carried[place][range])
        next[place].replaceSubrange(range, with: carried[place][range])
      }
      let row = observation * timesteps + timestep
      sums.replaceSubrange(
        row * columns..<(row + 1) * columns, with: repeatElement(0, count: columns))
      inner.replaceSubrange(row * units..<(row + 1) * units, with: repeatElement(0, count: units))
    }
  }

  private func keep(_ values: [Float], at timestep: Int, in all: inout [Float]) {
    values.withUnsafeBufferPointer { values in
      all.withUnsafeMutableBufferPointer { all in
        guard let from = values.baseAddress, let to = all.baseAddress else { return }
        for observation in 0..<count {
          (to + (observation * timesteps + timestep) * units).update(
            from: from + observation * units, count: units)
        }
      }
    }
  }

  private func withSums(
    _ body: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  ) {
    sums.withUnsafeMutableBufferPointer { sums in
      inner.withUnsafeMutableBufferPointer { inner in
        guard let sums = sums.baseAddress, let inner = inner.baseAddress else { return }
        body(sums, inner)
      }
    }
  }

  /// What entered the curves.
  private func enteredSums(of cell: any RecurrentCell) -> [Float] {
    var sums: [Float] = []
    pointers(to: [read, before[0], step.made.kept[0]]) { starts in
      sums = cell.enteredSums(
        Rows(starts[0], stride: features), before: Rows(starts[1], stride: units),
        gates: Rows(starts[2], stride: columns), rows: count * timesteps)
    }
    return sums
  }

  /// What the gradients of the sums come to for the weights and for what was read.
  func gradients(of cell: any RecurrentCell) -> LayerGradients {
    let rows = count * timesteps
    var result = LayerGradients(inputs: [], states: atTimesteps)
    result.weights = cell.recurrentGradients(
      GatheredGradients(
        sums: sums, inner: inner, gates: step.made.kept[0], hiddenBefore: before[0], rows: rows))
    result.weights["kernel"] = transposedProduct(
      read, sums, rows: features, columns: columns, depth: rows, kernels)
    if !layer.useBias { result.weights["bias"] = nil }
    if step.isAsked[0] {
      let kernel = transposed(step.desk.weights.kernel, rows: features, columns: columns)
      let gradient = product(
        sums, kernel, rows: rows, columns: features, depth: columns, kernels)
      result.inputs.append(layer.goBackwards ? turnedRound(gradient) : gradient)
    } else {
      result.inputs.append([])
    }
    if step.inputs.count > 1 { result.inputs += initial }
    return result
  }

  private func turnedRound(_ values: [Float]) -> [Float] {
    Flow(values: values, timesteps: timesteps, width: features, mask: nil)
      .turnedRound(of: count).values
  }
}

/// What a way back gathered, `rows` being all timesteps of all observations.
struct GatheredGradients {
  /// ∂loss/∂ the sums, `[rows, columns]`.
  let sums: [Float]
  /// ∂loss/∂ what stands within a reset, `[rows, units]`.
  let inner: [Float]
  /// The gates, `[rows, columns]`.
  let gates: [Float]
  /// h₋, `[rows, units]`.
  let hiddenBefore: [Float]
  let rows: Int
}

extension RecurrentCell {
  func enteredSums(_ inputs: Rows, before: Rows, gates: Rows, rows: Int) -> [Float] {
    plainSums(inputs, before: before, rows: rows)
  }

  func recurrentGradients(_ gathered: GatheredGradients) -> [String: [Float]] {
    [
      "recurrent_kernel": transposedProduct(
        gathered.hiddenBefore, gathered.sums, rows: weights.units, columns: weights.columns,
        depth: gathered.rows, weights.kernels),
      "bias": rowSums(gathered.sums, columns: weights.columns, weights.kernels),
    ]
  }
}

extension SteppingLayer {
  /// Whether one of the curves asks for what entered it.
  fileprivate var needsSums: Bool {
    sums.contains { $0.sum?.activation.curve?.slopeNeedsSum == true }
  }
}

extension [Float] {
  /// The states of each timestep as they entered it, for observations of `timesteps` × `units`: those of
  /// the timestep before, `initial` at first, which all observations may share.
  fileprivate func entering(
    each timesteps: Int, units: Int, initial: [Float]?, isErased: (Int) -> Bool
  ) -> [Float] {
    let length = timesteps * units
    var entering: [Float] = []
    entering.reserveCapacity(count)
    for start in stride(from: 0, to: count, by: length) {
      if let initial {
        let offset = initial.count == units ? 0 : start / timesteps
        entering += initial[offset..<offset + units]
      } else {
        entering += repeatElement(0, count: units)
      }
      entering += self[start..<start + length - units]
    }
    for timestep in 0..<timesteps where isErased(timestep) {
      for start in stride(from: timestep * units, to: count, by: length) {
        entering.replaceSubrange(start..<start + units, with: repeatElement(0, count: units))
      }
    }
    return entering
  }
}

/// Lends the starts of some lists.
private func pointers(
  to lists: [[Float]], _ found: [UnsafePointer<Float>] = [],
  _ body: ([UnsafePointer<Float>]) -> Void
) {
  guard found.count < lists.count else { return body(found) }
  lists[found.count].withUnsafeBufferPointer { buffer in
    // An empty list is not looked at; any address will do.
    guard let start = buffer.baseAddress ?? found.first else { return }
    pointers(to: lists, found + [start], body)
  }
}

/// Lends the starts of two lists of lists, to be written.
private func mutablePointers(
  to first: inout [[Float]], _ second: inout [[Float]],
  _ body: ([UnsafeMutablePointer<Float>], [UnsafeMutablePointer<Float>]) -> Void
) {
  mutablePointers(to: &first) { starts in
    mutablePointers(to: &second) { body(starts, $0) }
  }
}

private func mutablePointers(
  to lists: inout [[Float]], _ found: [UnsafeMutablePointer<Float>] = [],
  _ body: ([UnsafeMutablePointer<Float>]) -> Void
) {
  guard found.count < lists.count else { return body(found) }
  var list: [Float] = []
  swap(&list, &lists[found.count])
  list.withUnsafeMutableBufferPointer { buffer in
    if let start = buffer.baseAddress { mutablePointers(to: &lists, found + [start], body) }
  }
  swap(&list, &lists[found.count])
}
