import Learning
import ModelFiles
import Phrases
import Vocabulary

// A network that is trained while one looks at it.
extension Explorer {
  mutating func carryOut(_ command: Training) {
    if position.screen == .reach { return carryOutSideBySide(command) }
    do throws(Refusal) {
      if !isOpenTraining {
        guard command.beginsTraining else { throw .noTraining }
        try beginTraining()
      }
    } catch { return refuse(error) }
    guard let live = training else { return }
    // Who asks for more wants to see it, and what has gone on meanwhile is more already.
    if hasGoneBack, command.beginsTraining {
      go(to: .last)
      if command == .train(.toggled) { return }
      if !isRefused { message = nil }
    }
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
    case .rate(let rate): setRate(rate.applied(to: live.rate))
    }
    // Where nobody trains beside it, it is done at once: a script and a test do not wait.
    if !trainsBeside { finishTraining() }
  }

  /// Whether the open model is the one that is trained here.
  var isOpenTraining: Bool { training != nil && openEpoch != nil }

  /// Whether steps are still to be taken.
  package var isTraining: Bool { nextTraining != nil }

  /// The training whose steps are to be taken next; that which is looked at comes first.
  package var nextTraining: LiveTraining? {
    let own = training?.isRunning == true ? training : nil
    return position.screen == .reach ? comparison?.next ?? own : own ?? comparison?.next
  }

  /// Stops after the batch.
  package mutating func stopTraining() {
    training?.stop()
    comparison?.stop()
  }

  /// Whether another one shows the same numbers: at an equal position, in the same version of the network,
  /// with a training that has come as far.
  package func isWhere(_ other: Explorer) -> Bool {
    position == other.position && moment.epoch == other.moment.epoch && training == other.training
      && comparison == other.comparison
  }

  /// Takes all steps that are still to be taken.
  package mutating func finishTraining() {
    while var live = training, live.isRunning {
      // Taken out of its box, so that the weights are changed in place.
      training = nil
      live.step()
      training = live
      if training?.run.batch == 0 || training?.isRunning != true { showNewest() }
    }
    comparison?.finish()
  }

  /// Takes steps that were taken elsewhere; those of another training, of one that was begun again, or
  /// beyond where it was stopped, do not count.
  package mutating func take(_ outcome: TrainingOutcome) {
    guard let live = training, live.expects(outcome) else {
      _ = comparison?.take(outcome)
      return
    }
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
    training = try freshTrainings.training(of: model, kernels: moment.kernels).get()
    training?.startOver()
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

// The networks side by side, which are none of the open model's.
extension Explorer {
  private mutating func carryOutSideBySide(_ command: Training) {
    var gaps = gaps
    if command.beginsTraining, command.goesOn(gaps), gaps.stage == .done {
      return refuse(.allLearnt(epochs: GapComparison.epochs))
    }
    switch command {
    case .train(.off): gaps.stop()
    case .train(.on): gaps.goOn()
    case .train(.toggled): if gaps.isRunning { gaps.stop() } else { gaps.goOn() }
    case .batches(let count): gaps.goOn(count)
    case .epochs(let count): gaps.goOn(count, epochs: true)
    case .over: gaps.startOver()
    case .rate(let rate):
      let rate = rate.applied(to: gaps.rate)
      guard LiveTraining.rates.contains(rate) else {
        return refuse(.learningRate(found: rate, allowed: LiveTraining.rates))
      }
      gaps.set(rate: rate)
      message = LearningPhrases.rate(rate)
    }
    if !trainsBeside { gaps.finish() }
    comparison = gaps
  }
}

extension Command.LearningRate {
  /// The learning rate that comes of another.
  fileprivate func applied(to rate: Double) -> Double {
    switch self {
    case .to(let rate): rate
    case .times(let factor): rate * factor
    }
  }
}

extension Training {
  /// Whether it asks for more steps.
  fileprivate func goesOn(_ gaps: GapComparison) -> Bool {
    self != .train(.toggled) || !gaps.isRunning
  }

  /// Whether it trains, and so begins where nothing has been trained.
  var beginsTraining: Bool {
    switch self {
    case .train(.on), .train(.toggled), .batches, .epochs: true
    case .train(.off), .over, .rate: false
    }
  }
}
