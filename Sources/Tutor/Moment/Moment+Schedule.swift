import Engine
import Vocabulary

// The schedule screen: which cells have been computed.
extension Moment {
  /// The cells in the chosen order.
  var schedule: Schedule { schedule(position.schedule.engine) }

  /// The cells in one order: those kept for the screen, or counted anew.
  func schedule(_ order: ScheduleOrder) -> Schedule {
    schedules.first { $0.order == order }
      ?? Schedule(
        network.plan, timesteps: example.observation.timesteps, order: order)
  }

  /// Whether every cell has been computed.
  var isScheduleDone: Bool { position.cells >= schedule.steps.count }

  /// So many cells more, or less; along the diagonal so many wavefronts, whose cells can be computed
  /// side by side.
  func computing(_ distance: Int) -> Moment {
    var next = self
    let steps = schedule.steps
    guard position.schedule == .diagonal else {
      next.position.cells = moved(
        min(position.cells, steps.count), by: distance, within: 0...steps.count)
      return next
    }
    // Between two wavefronts there is no place to stand.
    let ends =
      [0]
      + steps.indices.filter {
        $0 + 1 == steps.count || steps[$0 + 1].wavefront != steps[$0].wavefront
      }.map { $0 + 1 }
    let now = ends.lastIndex { $0 <= position.cells } ?? 0
    next.position.cells = ends[moved(now, by: distance, within: 0...ends.count - 1)]
    return next
  }
}

extension Command.ScheduleName {
  var engine: ScheduleOrder {
    switch self {
    case .layers: .layerByLayer
    case .timesteps: .timestepByTimestep
    case .diagonal: .diagonal
    }
  }
}
