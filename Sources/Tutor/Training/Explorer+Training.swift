import Learning
import ModelFiles
import Phrases
import Vocabulary

// A network that is trained while one looks at it.
extension Explorer {
  mutating func carryOut(_ command: Training) {
    do throws(Refusal) {
      if !isOpenTraining {
        guard command.beginsTraining else { throw .noTraining }
        try beginTraining()
      }
    } catch { return refuse(error) }
    guard let live = training else { return }
    switch command {
    case .train(.off): training?.stop()
    case .train(.on): goOn(to: live.allSteps)
    case .train(.toggled):
      if live.isRunning { training?.stop() } else { goOn(to: live.allSteps) }
    case .batches(let count): goOn(to: live.steps + count)
    case .epochs(let count):
      let begun = live.run.epoch * live.run.batches
      let (steps, isTooMany) = count.multipliedReportingOverflow(by: live.run.batches)
      goOn(to: isTooMany ? live.allSteps : begun + steps)
    case .over:
      training?.startOver()
      showFresh()
    case .rate(.to(let rate)): setRate(rate)
    case .rate(.times(let factor)): setRate(live.rate * factor)
    }
    // Where nobody trains beside it, it is done at once: a script and a test do not wait.
    if !trainsBeside { finishTraining() }
  }

  /// Whether the open model is the one that is trained here.
  var isOpenTraining: Bool { training != nil && openEpoch != nil }

  /// Whether steps are still to be taken.
  package var isTraining: Bool { training?.isRunning == true }

  /// Stops after the batch.
  package mutating func stopTraining() { training?.stop() }

  /// Whether another one shows the same numbers: at an equal position, in the same version of the network,
  /// with a training that has come as far.
  package func isWhere(_ other: Explorer) -> Bool {
    position == other.position && moment.epoch == other.moment.epoch && training == other.training
  }

  /// Takes all steps that are still to be taken.
  package mutating func finishTraining() {
    while isTraining {
      training?.step()
      if training?.run.batch == 0 || !isTraining { showNewest() }
    }
  }

  /// Takes steps that were taken elsewhere; those of another training, of one that was begun again, or
  /// beyond where it was stopped, do not count.
  package mutating func take(_ outcome: TrainingOutcome) {
    guard let live = training, live.expects(outcome) else { return }
    training?.take(outcome)
    showNewest()
    noteTraining()
  }

  private mutating func goOn(to step: Int) {
    guard let live = training else { return }
    if let problem = live.problem { return refuse(.stoppedLearning(problem)) }
    if live.steps >= live.allSteps { return refuse(.allLearnt(epochs: live.run.settings.epochs)) }
    training?.go(to: step)
  }

  private mutating func setRate(_ rate: Double) {
    guard LiveTraining.rates.contains(rate) else {
      return refuse(.learningRate(found: rate, allowed: LiveTraining.rates))
    }
    training?.set(rate: rate)
    message = LearningPhrases.rate(rate)
  }

  /// Begins to train the open model from fresh weights.
  private mutating func beginTraining() throws(Refusal) {
    guard versions == nil || training != nil else { throw .followsFile }
    if prediction != nil { throw .whileGuessing(.epochs) }
    training = try LiveTraining(model, kernels: moment.kernels)
    showFresh()
  }

  /// Shows the network as it was before its first step.
  private mutating func showFresh() {
    guard let training else { return }
    var fresh = model
    fresh.network = training.run.network
    fresh.weights = .untrained(seed: LiveTraining.seed)
    let versions = Versions(fresh, generation: (self.versions?.generation ?? 0) + 1, first: 0)
    self.versions = versions
    commit(.model) { moment throws(Refusal) in
      var position = moment.position
      position.epoch = nil
      position.changes = []
      position.changesBefore = []
      position.description = fresh.description
      do {
        return try Moment(
          model: fresh, position: position, kernels: moment.kernels,
          epoch: versions.epoch(of: versions.newest))
      } catch { throw Refusal(error) }
    }
  }

  /// Puts the network of now among the versions, and shows it to who has not gone back.
  private mutating func showNewest() {
    guard let run = training?.run, var versions, !run.steps.isEmpty else { return }
    let number = run.epoch + (run.batch > 0 ? 1 : 0)
    versions.add(Versions.Version(number: number, batch: run.batch, network: run.network))
    self.versions = versions
    guard isOpenTraining, position.epoch == nil else { return }
    // What is guessed is not to change meanwhile: this version stays.
    if prediction != nil { return moment.position.epoch = moment.epoch?.number }
    do throws(Refusal) {
      moment = try self.versions.newest(moment).settled().withSheet().ready()
      followCount()
    } catch { refuse(error) }
  }
}

extension Training {
  /// Whether it trains, and so begins where nothing has been trained.
  fileprivate var beginsTraining: Bool {
    switch self {
    case .train(.on), .train(.toggled), .batches, .epochs: true
    case .train(.off), .over, .rate: false
    }
  }
}
