import Engine
import Vocabulary

// The schedule screen: which cells have been computed.
extension Moment {
  /// The cells in the chosen order; of all orders those of Keras's, which goes furthest.
  var schedule: Schedule { schedule(position.schedule.engine) }

  /// The cells in one order: those kept for the screen, or counted anew.
  func schedule(_ order: ScheduleOrder) -> Schedule {
    schedules.first { $0.order == order }
      ?? Schedule(
        network.description.plan(of: example.observation).reaching(network.plan),
        timesteps: example.observation.timesteps, order: order)
  }

  /// Whether every cell has been computed.
  var isScheduleDone: Bool { position.cells >= schedule.steps.count }

  /// The place that a command means: so many cells, or so many more or less; along the diagonal a
  /// distance counts wavefronts, whose cells can be computed side by side.
  func computing(_ place: Command.Place) -> Moment {
    switch place {
    case .by(let distance): computing(distance)
    case .at(let cells): computing(cells: cells)
    case .start, .first: computing(cells: 0)
    case .last: computing(cells: Int.max)
    case .change, .day: self
    }
  }

  /// So many cells more, or less; along the diagonal so many wavefronts.
  func computing(_ distance: Int) -> Moment {
    let steps = schedule.steps
    let cells = min(position.cells, steps.count)
    guard position.schedule == .diagonal else {
      return computing(cells: moved(cells, by: distance, within: 0...steps.count))
    }
    let done = cells > 0 ? steps[cells - 1].wavefront + 1 : 0
    let wanted = moved(done, by: distance, within: 0...schedule.wavefronts)
    return computing(cells: steps.firstIndex { $0.wavefront >= wanted } ?? steps.count)
  }

  /// So many cells computed. Along the diagonal there is no place to stand within a wavefront: it ends
  /// with the one that has the last of them.
  func computing(cells count: Int) -> Moment {
    var next = self
    let steps = schedule.steps
    let cells = min(max(0, count), steps.count)
    next.position.cells = cells
    guard position.schedule == .diagonal, cells > 0 else { return next }
    let wavefront = steps[cells - 1].wavefront
    next.position.cells =
      steps[cells...].firstIndex { $0.wavefront != wavefront } ?? steps.count
    return next
  }
}

extension Command.ScheduleName {
  /// The orders that it shows.
  var shown: [ScheduleOrder] { self == .orders ? ScheduleOrder.allCases : [engine] }

  /// The order whose cells are counted.
  var engine: ScheduleOrder {
    switch self {
    case .orders, .layers: .layerByLayer
    case .timesteps: .timestepByTimestep
    case .diagonal: .diagonal
    }
  }

  /// The name that shows one order alone.
  init(_ order: ScheduleOrder) {
    switch order {
    case .layerByLayer: self = .layers
    case .timestepByTimestep: self = .timesteps
    case .diagonal: self = .diagonal
    }
  }
}
