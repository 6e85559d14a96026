import Lessons
import Phrases
import Tutor
import Vocabulary

// From step to step: a step's state is a fold of the commands up to it.
extension LessonPlay {
  /// Enters a step, and those behind it as long as they are silent.
  mutating func enterStep(_ index: Int, of explorer: inout Explorer, instantly: Bool = false) {
    let steps = lesson.steps
    var index = index
    while index < steps.count, !steps[index].isShown {
      entries[index] = explorer.bare
      for command in steps[index].commands { finish(command.command, in: &explorer) }
      index += 1
    }
    self.index = index
    typed = nil
    left = nil
    votes = nil
    steady = nil
    settled = nil
    offersWay = false
    entries[index] = explorer.bare
    guard index < steps.count else { return settle(explorer) }
    pending = steps[index].commands
    if case .line(let line) = steps[index].question?.kind.entry {
      typed = Prompt(line, history: [])
    }
    instantly ? completeStep(of: &explorer) : continueStep(of: &explorer)
    repeatWhatWasDone(in: &explorer)
  }

  /// A step that one comes back to shows what its question made of it.
  private mutating func repeatWhatWasDone(in explorer: inout Explorer) {
    guard outcome.isDone, let question = step?.question else { return }
    carryOut(answerOf: question, in: &explorer)
    if question.hasEffect { settle(explorer) }
    if question.isAttempt { settled = explorer.bare }
  }

  /// Carries out what is pending, up to something that moves by itself, or a training that takes its time.
  mutating func continueStep(of explorer: inout Explorer) {
    if explorer.isTraining { return }
    while let next = pending.first {
      pending.removeFirst()
      if next.command == .restore, explorer.position.changes.isEmpty { continue }
      carryOutSilently(next.command, in: &explorer)
      if explorer.isPlaying || explorer.isTraining { return }
    }
    settle(explorer)
  }

  /// Whether the step has still something to do; what the learner plays beside the path is not it.
  var isStepMoving: Bool { steady == nil || !pending.isEmpty }

  /// Carries out all that is pending at once; nothing where the step is where it leads.
  package mutating func completeStep(of explorer: inout Explorer) {
    guard isStepMoving else { return }
    explorer.motion.stop()
    // What the step has begun to train is trained to its end, or what comes behind it would differ.
    explorer.finishTraining()
    if let target = explorer.motion.target {
      finish(.playTo(target, milliseconds: nil), in: &explorer)
    }
    while let next = pending.first {
      pending.removeFirst()
      finish(next.command, in: &explorer)
    }
    settle(explorer)
  }

  /// Carries a command out to where it ends.
  mutating func finish(_ command: Command, in explorer: inout Explorer) {
    explorer.finish(command)
    watchAttempt(after: command, in: &explorer)
  }

  /// What the tutor says of a command is for the one who gave it; a lesson has its own words.
  mutating func carryOutSilently(_ command: Command, in explorer: inout Explorer) {
    explorer.carryOutSilently(command)
    watchAttempt(after: command, in: &explorer)
  }

  mutating func settle(_ explorer: Explorer) { steady = explorer.bare }

  /// The next step; back to the present one where it was left; the answer where it is still open.
  mutating func goOn(in explorer: inout Explorer) -> [Effect] {
    if isStepMoving {
      // Nobody is to wait for it without a picture.
      if explorer.isTraining, explorer.trainsBeside {
        explorer.refuse(.isLearning)
        return []
      }
      completeStep(of: &explorer)
      return []
    }
    explorer.motion.stop()
    explorer.motion.forgetTarget()
    if isStray(explorer) || isWandering(explorer) {
      comeBack(to: &explorer)
      offersWay = false
      explorer.greet(LessonPhrases.back(atStep: number))
    } else if asksByHand, !offersWay {
      offersWay = true
    } else if openQuestion != nil {
      reveal(in: &explorer)
    } else if isAtEnd {
      return [.loadNextLesson(after: lesson.name)]
    } else {
      if let question = step?.question, question.isAttempt {
        // The lesson goes on from its own way, so that every step is the same for everyone.
        comeBack(to: &explorer)
        carryOut(answerOf: question, in: &explorer)
      }
      enterStep(index + 1, of: &explorer)
    }
    return []
  }

  mutating func goBack(in explorer: inout Explorer) {
    guard let before = shownSteps.last(where: { $0 < index }) else {
      if isStray(explorer) {
        comeBack(to: &explorer)
      } else {
        explorer.greet(LessonPhrases.isFirst)
      }
      return
    }
    go(toPlace: before, in: &explorer)
  }

  /// Goes to a step that was entered before, or through all steps up to it; steps count from 0 here,
  /// the silent ones among them.
  mutating func go(toPlace wanted: Int, in explorer: inout Explorer) {
    let wanted = min(max(0, wanted), lesson.steps.count)
    if let entry = entries[wanted] {
      explorer = entry
      enterStep(wanted, of: &explorer, instantly: true)
      return
    }
    completeStep(of: &explorer)
    comeBack(to: &explorer)
    while index < wanted {
      if let question = step?.question, question.isAttempt || !outcome.isDone {
        if question.isAttempt { comeBack(to: &explorer) }
        carryOut(answerOf: question, in: &explorer)
      }
      enterStep(index + 1, of: &explorer, instantly: true)
    }
  }

  /// Goes to a step, counted from 1 among those at which the lesson stops.
  package mutating func go(toStep number: Int, in explorer: inout Explorer) {
    guard let last = shownSteps.last else { return }
    let place =
      shownSteps.indices.contains(number - 1) ? shownSteps[number - 1] : number < 1 ? 0 : last
    go(toPlace: place, in: &explorer)
  }

  /// What is pointed at. A question that points at nothing keeps what the step before it pointed at,
  /// unless it looks elsewhere.
  var points: [Pointer] {
    guard let step else { return [] }
    guard step.points.isEmpty, let question = step.question, !question.isAttempt,
      !step.commands.contains(where: \.looksElsewhere)
    else { return step.points }
    let before = lesson.steps[..<index].last {
      $0.isShown
        && ($0.question == nil || !$0.points.isEmpty
          || $0.commands.contains(where: \.looksElsewhere))
    }
    return before?.points ?? []
  }

  /// Whether something waits to be done by hand.
  package var asksByHand: Bool { openQuestion?.isAttempt == true }

  /// Whether the next `n` shows a way to do by hand what is asked.
  package func isOffering(in explorer: Explorer) -> Bool {
    offersWay && asksByHand && !isWandering(explorer)
  }

  /// Whether one is elsewhere than where what is to be done by hand begins: that is no straying, but
  /// there is something to come back to.
  func isWandering(_ explorer: Explorer) -> Bool {
    guard let steady, asksByHand else { return false }
    return !explorer.isWhere(steady)
  }

  func comeBack(to explorer: inout Explorer) { if let steady { explorer = steady } }

  /// Whether the learner left the path: something was chosen or changed that no step did.
  package func isStray(_ explorer: Explorer) -> Bool {
    guard let steady else { return false }
    if step?.question?.isAttempt == true { return false }
    return !explorer.isWhere(steady)
  }
}

extension PlacedCommand {
  /// Whether another part of the network, or another screen, is looked at after it.
  fileprivate var looksElsewhere: Bool {
    switch command {
    case .navigation(.open), .navigation(.enter), .navigation(.back), .navigation(.select),
      .navigation(.observation), .viewing:
      true
    default: false
    }
  }
}
