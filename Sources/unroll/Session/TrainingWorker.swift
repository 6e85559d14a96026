import Dispatch
import Learning
import Synchronization
import Tutor

/// Takes the steps of a training on a thread of its own, so that no key waits for one.
///
/// It works on a copy: what is shown is changed by the event loop alone, by whole versions.
final class TrainingWorker: Sendable {
  private enum Work {
    case none, underWay
    case done(TrainingOutcome)
  }

  /// How long it works before it shows what it has: often enough to be seen moving.
  private static let share = Duration.milliseconds(40)

  private let work = Mutex(Work.none)
  private let queue = DispatchQueue(label: "training")

  /// Whether it can begin.
  var isIdle: Bool { work.withLock { if case .none = $0 { true } else { false } } }

  /// Takes at most so many steps of a training, up to the end of an epoch.
  func begin(_ training: LiveTraining) {
    work.withLock { $0 = .underWay }
    let (run, ticket, steps) = (training.run, training.ticket, training.stepsLeft)
    queue.async {
      let clock = ContinuousClock()
      let start = clock.now
      var outcome = TrainingOutcome(run: run, ticket: ticket)
      for _ in 0..<steps {
        outcome.problem = outcome.run.stepOrProblem()
        let isEnough = clock.now - start >= Self.share || outcome.run.batch == 0
        if outcome.problem != nil || isEnough { break }
      }
      outcome.finish(training)
      let time = (clock.now - start).components
      outcome.seconds = Double(time.seconds) + Double(time.attoseconds) * 1e-18
      let done = outcome
      self.work.withLock { $0 = .done(done) }
    }
  }

  /// What it has done, once; nil where it is at work or has not begun.
  func take() -> TrainingOutcome? {
    work.withLock {
      guard case .done(let outcome) = $0 else { return nil }
      $0 = .none
      return outcome
    }
  }
}
