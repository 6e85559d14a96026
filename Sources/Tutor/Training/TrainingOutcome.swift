import Insight
import Learning

/// What steps that were taken beside the interface came to.
package struct TrainingOutcome: Sendable {
  /// The run behind them.
  package var run: TrainingRun
  /// The ticket of the training that they are of.
  package let ticket: TrainingTicket
  /// How long they took.
  package var seconds: Double
  /// Why they ended early.
  package var problem: TrainingProblem?
  /// How far back gradients reach behind them, where that is shown.
  var reach: GradientReach?

  package init(
    run: TrainingRun, ticket: TrainingTicket, seconds: Double = 0, problem: TrainingProblem? = nil
  ) {
    self.run = run
    self.ticket = ticket
    self.seconds = seconds
    self.problem = problem
  }

  /// Works out what is shown of it beside its numbers, where the steps were taken.
  package mutating func finish(_ training: LiveTraining) {
    if training.showsReach { reach = GapComparison.reach(of: run) }
  }
}
