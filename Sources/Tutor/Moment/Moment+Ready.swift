import Engine
import Phrases
import Vocabulary

// What the open screen needs beside the run, computed once when it is first needed and then kept.
extension Moment {
  /// The same moment with nothing chosen that the chosen layer does not have.
  consuming func settled() -> Moment {
    position.settle()
    return self
  }

  /// The same moment with everything its screen shows.
  func ready() throws(Refusal) -> Moment { try position.screen.view.preparing(self) }

  /// The same moment with the two runs of the contrast screen.
  func withContrast() throws(Refusal) -> Moment {
    // Other screens choose layers that this one has nothing to say of.
    guard let layer = nearestRecurrent else { return self }
    var next = self
    next.position.layer = .layer(layer)
    if contrast?.layer != layer {
      try check(.contrast)
      next.contrast = try contrasting(layer)
    }
    return next
  }

  /// The same moment with the cells of the schedule screen and, once all are computed, its three runs.
  func withSchedules() throws(Refusal) -> Moment {
    var next = self
    if schedules.isEmpty {
      try check(.schedule)
      next.schedules = ScheduleOrder.allCases.map { schedule($0) }
    }
    // Another order may have been chosen in the middle of a wavefront.
    if position.schedule == .diagonal { next = next.computing(cells: position.cells) }
    if next.isScheduleDone, orders == nil {
      try check(.orders)
      next.orders = try comparingOrders()
    }
    return next
  }

  /// The chosen recurrent layer, or the last one before what is chosen, or the first; nil where none runs.
  private var nearestRecurrent: Int? {
    let layers = network.plan.layers
    let recurrent = layers.indices.filter { layers[$0].layer.isRecurrent }
    return recurrent.last { $0 < position.layer.place } ?? recurrent.first
  }
}
