import Kernels

extension Network {
  /// Computes an observation cell by cell in one order, every cell a product of its own, and then
  /// what is behind the last LSTM.
  ///
  /// At one level of kernels all orders and `forward` agree to the last bit. Layers before one that
  /// cannot follow still run. Throws for an observation or interventions that the network does not
  /// have, as `forward`.
  package func run(
    _ observation: Observation, in order: ScheduleOrder,
    under interventions: Interventions = .none, kernels: Kernels = .chosen
  ) throws(EngineError) -> ScheduledRun {
    try check([observation], interventions)
    let schedule = Schedule(
      description.plan(timesteps: observation.timesteps).reaching(plan),
      timesteps: observation.timesteps, order: order)
    var run = CellRun(
      self, observation, schedule,
      masks: hasMasks ? try forward(observation, under: interventions, kernels: kernels) : nil,
      interventions, kernels)
    for step in schedule.steps { run.compute(step) }
    let output = schedule.failure == nil ? run.whole(plan.layers.count - 1).handing(0, of: 1) : nil
    return ScheduledRun(
      schedule: schedule, hidden: run.hidden,
      output: output.map { Tensor(shape: $0.shape, values: $0.values) })
  }

  /// Whether a layer says that timesteps do not count.
  private var hasMasks: Bool {
    plan.layers.contains {
      $0.layer.settings is Masking || ($0.layer.settings as? Embedding)?.maskZero == true
    }
  }
}

/// The cells of a network while they are computed one at a time.
private struct CellRun {
  let network: Network
  let input: Flow
  let others: [Observation]
  let schedule: Schedule
  /// A run from which masks are taken, which hang on the input alone; nil where there are none.
  let masks: Trace?
  let interventions: Interventions
  let kernels: Kernels
  private let changes: [LayerChanges?]
  private var states: [ScheduledStates]
  /// What layers made that need more than one row, once all of it is there.
  private var finished: [Int: LayerRecord] = [:]
  /// What layers made of one row for the cell that is being computed.
  private var rows: [Int: Flow] = [:]

  init(
    _ network: Network, _ observation: Observation, _ schedule: Schedule, masks: Trace?,
    _ interventions: Interventions, _ kernels: Kernels
  ) {
    self.network = network
    self.schedule = schedule
    self.masks = masks
    self.interventions = interventions
    self.kernels = kernels
    input = Flow(observation, hasTimesteps: network.description.input.hasTimesteps)
    others = observation.beside
    var changes: [LayerChanges?] = []
    var states: [ScheduledStates] = []
    for (place, length) in zip(schedule.layers, schedule.lengths) {
      guard let layer = network.plan.layers[place].layer.stepping else {
        preconditionFailure("a schedule has recurrent layers")
      }
      changes.append(LayerChanges(interventions, of: layer, timesteps: length))
      states.append(ScheduledStates(layer, timesteps: length))
    }
    self.changes = changes
    self.states = states
  }

  /// The hidden states of each layer, `[timesteps, units]`.
  var hidden: [Tensor] {
    states.map { Tensor(shape: [$0.timesteps, $0.layer.units], values: $0.states[0]) }
  }

  /// Computes one cell.
  mutating func compute(_ step: Schedule.Step) {
    let place = schedule.layers[step.layer]
    let sources = network.plan.layers[place].sources
    let row =
      states[step.layer].layer.goBackwards
      ? schedule.lengths[step.layer] - 1 - step.timestep : step.timestep
    rows.removeAll(keepingCapacity: true)
    let read = self.row(row, of: sources[0])
    let before = sources.count > 1 ? sources.dropFirst().map { whole($0).values } : nil
    states[step.layer].compute(
      step.timestep, reading: read, network.layerWeights[place], from: before,
      skips: masks?.mask(place).map { !$0[step.timestep] } ?? false, changes[step.layer], kernels)
  }

  /// One row of what a layer hands on, of no more than it needs.
  private mutating func row(_ row: Int, of source: PlannedSource) -> Flow {
    guard let place = source.layer else { return input.row(row) }
    if let scheduled = schedule.layers.firstIndex(of: place) {
      return states[scheduled].record(masks?.mask(place), before: nil).handing(0, of: 1).row(row)
    }
    let planned = network.plan.layers[place]
    guard planned.isRowwise, planned.handsOnSequence, !(planned.layer.settings is AnotherInput)
    else { return whole(source).row(row) }
    // Where layers meet again and again, each is asked for more than once.
    if let made = rows[place] { return made }
    let read = planned.sources.map { self.row(row, of: $0) }
    let made = planned.layer.computing.run(
      read, of: 1, on: network.desk(place, interventions, kernels)
    ).handing(0, of: 1)
    rows[place] = made
    return made
  }

  private mutating func whole(_ source: PlannedSource) -> Flow {
    source.layer.map { whole($0).handing(source.output, of: 1) } ?? input
  }

  /// All that a layer makes, once what it reads is there.
  mutating func whole(_ place: Int) -> LayerRecord {
    if let record = finished[place] { return record }
    let planned = network.plan.layers[place]
    let record: LayerRecord
    if let scheduled = schedule.layers.firstIndex(of: place) {
      let before = planned.sources.dropFirst().map { whole($0).values }
      record = .states(
        states[scheduled].record(
          masks?.inputMask(place), before: before.isEmpty ? nil : before))
    } else if planned.layer.settings is AnotherInput {
      let earlier = network.plan.layers[..<place].filter { $0.layer.settings is AnotherInput }.count
      record = .output(Flow(others[earlier], hasTimesteps: planned.outputShape.rank == 3))
    } else {
      let flows = planned.sources.map { whole($0) }
      record = planned.layer.computing.run(
        flows, of: 1, on: network.desk(place, interventions, kernels))
    }
    finished[place] = record
    return record
  }
}

/// The states of one recurrent layer while its cells are computed one at a time, each
/// `[timesteps, units]`.
private struct ScheduledStates {
  let layer: any SteppingLayer
  let timesteps: Int
  /// In the order in which the layer names them.
  var states: [[Float]]

  init(_ layer: any SteppingLayer, timesteps: Int) {
    self.layer = layer
    self.timesteps = timesteps
    let zeros = [Float](repeating: 0, count: timesteps * layer.units)
    states = layer.states.map { _ in zeros }
  }

  /// What is kept of them.
  func record(_ mask: [Bool]?, before: [[Float]]?) -> StateRecord {
    layer.record(states, timesteps: timesteps, mask: mask, before: before)
  }

  /// Computes the cell of one timestep from the row it reads; one that it skips carries over.
  mutating func compute(
    _ timestep: Int, reading input: Flow, _ weights: LayerWeights, from before: [[Float]]?,
    skips: Bool, _ changes: LayerChanges?, _ kernels: Kernels
  ) {
    let units = layer.units
    let layer = layer
    let stride = timesteps * units
    withStarts { starts in
      input.values.withUnsafeBufferPointer { input in
        guard let features = input.baseAddress else { return }
        layer.withCell(weights, features: input.count, kernels: kernels) { cell in
          let columns = cell.weights.columns
          withUnsafeTemporaryAllocation(of: Float.self, capacity: columns) { sums in
            guard let start = sums.baseAddress else { return }
            let sums = MutableRows(start, stride: columns)
            cell.weights.startSums(
              sums, inputs: Rows(features, stride: input.count), rows: 1, columns: 0..<columns)
            CellStatesBefore.lend(
              starts.count, units: units, initial: changes?.initialStates ?? before
            ) {
              let states = CellStates(starts: starts, stride: stride, rows: 1, units: units)
              cell.advance(states, to: timestep, from: $0, sums: sums, under: changes)
              if skips { cell.carry(states, over: timestep, from: $0) { _ in true } }
            }
          }
        }
      }
    }
  }

  /// Lends the places of all states.
  private mutating func withStarts(_ body: ([UnsafeMutablePointer<Float>]) -> Void) {
    func lend(_ starts: [UnsafeMutablePointer<Float>], _ states: inout [[Float]]) {
      guard starts.count < states.count else { return body(starts) }
      // Taken out while it is lent: the list that holds it is lent too.
      var values: [Float] = []
      swap(&values, &states[starts.count])
      values.withUnsafeMutableBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        lend(starts + [start], &states)
      }
      swap(&values, &states[starts.count])
    }
    lend([], &states)
  }
}
