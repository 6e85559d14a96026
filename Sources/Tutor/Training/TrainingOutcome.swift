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

  package init(
    run: TrainingRun, ticket: TrainingTicket, seconds: Double = 0, problem: TrainingProblem? = nil
  ) {
    self.run = run
    self.ticket = ticket
    self.seconds = seconds
    self.problem = problem
  }
}
