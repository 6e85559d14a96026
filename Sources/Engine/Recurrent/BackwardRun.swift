import Kernels

/// The way back through a recurrent layer over whole sequences, `[observations, timesteps, …]` in the order
/// of processing.
struct BackwardRun<Settings: SteppingLayer> {
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
  private let before: StatesBefore
  /// h₋ as a matrix.
  private let hiddenBefore: [Float]

  /// What the timesteps come to.
  fileprivate struct Gathered {
    /// ∂loss/∂ the sums.
    var sums: [Float]
    /// ∂loss/∂ what stands within a reset.
    var inner: [Float]
    /// All of ∂loss/∂ each state at each timestep.
    var atTimesteps: [[Float]]
    /// ∂loss/∂ the initial states, `[observations, units]`.
    var initial: [[Float]] = []
  }

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
    changes = LayerChanges(step.desk.interventions, of: layer, timesteps: timesteps)
    before = StatesBefore(states, under: changes)
    hiddenBefore = before.matrix(0)
  }

  /// Goes from the last timestep to the first, and makes of it the gradients of the weights and of what was
  /// read.
  func gradients(through cell: any RecurrentCell) -> LayerGradients {
    let gathered = goneBack(through: cell)
    let rows = count * timesteps
    var result = LayerGradients(inputs: [], states: gathered.atTimesteps)
    result.weights = cell.recurrentGradients(
      GatheredGradients(
        sums: gathered.sums, inner: gathered.inner, gates: step.made.kept[0],
        hiddenBefore: hiddenBefore, rows: rows))
    result.weights["kernel"] = transposedProduct(
      read, gathered.sums, rows: features, columns: columns, depth: rows, kernels)
    if !layer.useBias { result.weights["bias"] = nil }
    if step.isAsked[0] {
      let gradient = step.desk.weights.turnedKernel.product(
        of: gathered.sums, rows: rows, kernels)
      result.inputs.append(layer.goBackwards ? turnedRound(gradient) : gradient)
    } else {
      result.inputs.append([])
    }
    if step.inputs.count > 1 {
      // Where a what-if puts other states in their place, nothing hangs on those that were handed over.
      result.inputs +=
        changes?.initialStates == nil ? gathered.initial : gathered.initial.map { _ in [] }
    }
    return result
  }

  private func goneBack(through cell: any RecurrentCell) -> Gathered {
    let (changes, count, units) = (self.changes, self.count, self.units)
    let gates = step.made.kept[0]
    let entered = layer.needsSums ? enteredSums(of: cell) : []
    let allRows = count * timesteps
    // Every timestep writes its own; of what stands within a reset only a cell that has one.
    var gathered = Gathered(
      sums: written(allRows * columns) { _ in }, inner: written(allRows * units) { _ in },
      atTimesteps: step.keepsStates
        ? states.states.map { values in written(values.count) { _ in } } : [])
    let gate = step.seed?.gate.map {
      GateStart(
        gate: $0, gates: gates, entered: entered, columns: columns, units: units, kernels: kernels)
    }
    let isFree = gate == nil && changes == nil
    var now = states.states.map { _ in [Float](repeating: 0, count: count * units) }
    var next = now
    let number = now.count
    let stride = timesteps * columns
    for timestep in (0..<timesteps).reversed() {
      addLeaving(at: timestep, to: &now)
      let carried = states.mask == nil ? [] : now
      withStarts(of: [gates, entered] + before.lists) { read in
        withMutableStarts(of: &now) { now in
          withMutableStarts(of: &next) { next in
            gathered.withStarts { sums, inner in
              let own = read[2...]
              cell.stepBackward(
                CellStepBackward(
                  rows: count, gates: Rows(read[0] + timestep * columns, stride: stride),
                  sums: entered.isEmpty
                    ? nil : Rows(read[1] + timestep * columns, stride: stride),
                  before: (0..<number).map { before.rows($0, at: timestep, own) },
                  after: (0..<number).map {
                    Rows(read[2 + $0] + timestep * units, stride: timesteps * units)
                  },
                  states: now.map { MutableRows($0, stride: units) },
                  statesBefore: next.map { MutableRows($0, stride: units) },
                  sumGradients: MutableRows(sums + timestep * columns, stride: stride),
                  innerGradients: MutableRows(inner + timestep * units, stride: timesteps * units),
                  recurrentKernel: step.desk.weights.turnedRecurrentKernel,
                  release: isFree
                    ? nil
                    : { gradients, blocks in
                      gate?.add(to: gradients, blocks, at: timestep)
                      changes?.release(
                        gradients, blocks, timestep: timestep, rows: count, units: units)
                    }))
            }
          }
        }
      }
      for place in next.indices where changes?.isErased(place, at: timestep) == true {
        next[place] = [Float](repeating: 0, count: next[place].count)
      }
      // Where a timestep is skipped a state passes it, erased there or not.
      carry(carried, over: timestep, &now, &next, &gathered)
      for place in gathered.atTimesteps.indices {
        keep(now[place], at: timestep, in: &gathered.atTimesteps[place])
      }
      swap(&now, &next)
    }
    gathered.initial = now
    return gathered
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
    _ carried: [[Float]], over timestep: Int, _ now: inout [[Float]], _ next: inout [[Float]],
    _ gathered: inout Gathered
  ) {
    guard let mask = states.mask else { return }
    for observation in 0..<count where !mask[observation * timesteps + timestep] {
      let range = observation * units..<(observation + 1) * units
      for place in now.indices {
        now[place].replaceSubrange(range, with: carried[place][range])
        next[place].replaceSubrange(range, with: carried[place][range])
      }
      let row = observation * timesteps + timestep
      gathered.sums.replaceSubrange(
        row * columns..<(row + 1) * columns, with: repeatElement(0, count: columns))
      gathered.inner.replaceSubrange(
        row * units..<(row + 1) * units, with: repeatElement(0, count: units))
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

  /// What entered the curves.
  private func enteredSums(of cell: any RecurrentCell) -> [Float] {
    var sums: [Float] = []
    withStarts(of: [read, hiddenBefore, step.made.kept[0]]) { starts in
      sums = cell.enteredSums(
        Rows(starts[0], stride: features), before: Rows(starts[1], stride: units),
        gates: Rows(starts[2], stride: columns), rows: count * timesteps)
    }
    return sums
  }

  private func turnedRound(_ values: [Float]) -> [Float] {
    Flow(values: values, timesteps: timesteps, width: features, mask: nil)
      .turnedRound(of: count).values
  }
}

extension BackwardRun.Gathered {
  mutating func withStarts(
    _ body: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>) -> Void
  ) {
    sums.withUnsafeMutableBufferPointer { sums in
      inner.withUnsafeMutableBufferPointer { inner in
        guard let sums = sums.baseAddress, let inner = inner.baseAddress else { return }
        body(sums, inner)
      }
    }
  }
}

extension SteppingLayer {
  /// Whether one of the curves asks for what entered it.
  fileprivate var needsSums: Bool {
    sums.contains { $0.sum?.activation.curve?.slopeNeedsSum == true }
  }
}
