import Engine

/// How far the cells of a schedule have been computed, and what is held of them.
package struct ScheduleProgress {
  /// The cells in their order.
  package let schedule: Schedule
  /// How many cells have been computed.
  package let cells: Int
  /// How many timesteps each of the schedule's layers has computed.
  package let done: [Int]
  /// The cells computed last: one, or those of a wavefront.
  package let now: [Schedule.Step]
  /// How many numbers must be held.
  package let held: Int
  /// The most numbers that had to be held so far.
  package let mostSoFar: Int
  private let settings: [any RecurrentLayer]
  /// The wavefront of each cell, `[layers, timesteps]`.
  private let wavefronts: [Int]

  /// The first so many cells of a schedule over these layers.
  package init(_ schedule: Schedule, cells: Int, layers: [Layer]) {
    self.schedule = schedule
    let count = min(max(0, cells), schedule.steps.count)
    self.cells = count
    let past = schedule.steps.prefix(count)
    var done = [Int](repeating: 0, count: schedule.layers.count)
    var most = 0
    for step in past {
      done[step.layer] += 1
      most = max(most, step.held)
    }
    self.done = done
    mostSoFar = most
    held = past.last?.held ?? 0
    let wavefront = past.last?.wavefront
    var wavefronts = [Int](repeating: 0, count: schedule.layers.count * schedule.timesteps)
    for step in schedule.steps {
      wavefronts[step.layer * schedule.timesteps + step.timestep] = step.wavefront
    }
    self.wavefronts = wavefronts
    now = Array(past.suffix(schedule.layers.count).drop { $0.wavefront != wavefront })
    settings = schedule.layers.map {
      guard let settings = layers[$0].recurrent else { preconditionFailure("a recurrent layer") }
      return settings
    }
  }

  /// Whether all cells have been computed.
  package var isDone: Bool { cells == schedule.steps.count }

  /// The step in which a cell is computed, from 0: its wavefront, which is one cell but on the diagonal.
  package func step(_ layer: Int, _ timestep: Int) -> Int {
    wavefronts[layer * schedule.timesteps + timestep]
  }

  /// When a cell is computed, from 0 with the first to 1 with the last.
  package func when(_ layer: Int, _ timestep: Int) -> Float {
    let last = schedule.wavefronts - 1
    guard last > 0 else { return 0 }
    return Float(step(layer, timestep)) / Float(last)
  }

  /// The states that a layer carries from timestep to timestep.
  package func states(of layer: Int) -> [QuantityName] { settings[layer].states }

  /// The timesteps of a layer whose h the cells computed last have read: the one before in the layer
  /// itself, and what the next layer read of it.
  package func rowsRead(of layer: Int) -> [Int] {
    now.compactMap { step in
      if step.layer == layer { return step.timestep - 1 }
      return schedule.readers[layer].contains(step.layer) ? rowRead(by: step) : nil
    }
  }

  /// The row of the layer before that a cell reads; the timestep of the observation for the first.
  package func rowRead(by step: Schedule.Step) -> Int {
    settings[step.layer].goBackwards
      ? schedule.lengths[step.layer] - 1 - step.timestep : step.timestep
  }

  /// The rows of a layer's h that something later still reads: the next layer, the layer itself, or
  /// after the last layer the head.
  package func held(by layer: Int) -> Range<Int> {
    let done = done[layer]
    if done == 0 { return 0..<0 }
    let isRunning = done < schedule.lengths[layer]
    guard settings[layer].returnSequences else { return done - 1..<done }
    let readers = schedule.readers[layer]
    let read = readers.map { self.done[$0] }.min() ?? 0
    if readers.contains(where: { settings[$0].goBackwards }) { return 0..<done - read }
    return (isRunning ? min(read, done - 1) : read)..<done
  }

  /// Whether a layer still carries its c.
  package func holdsCell(of layer: Int) -> Bool {
    (1..<max(1, schedule.lengths[layer])).contains(done[layer])
  }
}
