/// What a network made of one observation, computed cell by cell in one order.
package struct ScheduledRun: Sendable {
  /// The order, cell by cell.
  package let schedule: Schedule
  /// The hidden states of each of `schedule.layers`, `[timesteps, units]`, in the order of processing.
  package let hidden: [Tensor]
  /// What leaves the network; `nil` where the schedule does not reach its last layer.
  package let output: Tensor?
}
