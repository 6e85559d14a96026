import Engine
import Insight
import Learning
import Phrases

/// What the learning screen says below its pictures.
struct LearningSentences {
  let lines: [String]

  /// In forms that fit a width, where there are several.
  init(_ state: Explorer, _ course: TrainingCourse?, width: Int = .max) {
    guard let course else {
      lines = LearningPhrases.nothingToLearn
      return
    }
    guard let training = course.training else {
      lines = LearningPhrases.notBegun(state.model.task?.kind.sentence ?? "", isTrained: false)
      return
    }
    if let problem = training.problem {
      lines = [LearningPhrases.stopped(problem)]
      return
    }
    if training.steps == 0 {
      lines = LearningPhrases.notBegun(
        training.task.kind.sentence,
        isTrained: !state.isOpenTraining && state.model.weights.isTrained)
      return
    }
    let said = [
      Self.comparison(course)?.fitted(to: width), Self.truth(state),
      Self.reach(state)?.fitted(to: width),
    ]
    // The rules that need explaining come first; 'always the same answer' nearly explains itself.
    lines =
      said.compactMap(\.self) + [training.task.kind.sentence]
      + training.baselines.reversed().map { LearningPhrases.meaning(of: $0.rule) }
  }

  /// What the network makes of the open observation, where the true answer is a number.
  private static func truth(_ state: Explorer) -> String? {
    guard let truth = state.example.facts.truth, truth.isYes == nil, state.trace.end.count == 1
    else { return nil }
    return LearningPhrases.truth(
      state.example.facts.name, state.trace.end[0], truth: truth.value)
  }

  /// The epoch that is shown beside the best rule.
  private static func comparison(_ course: TrainingCourse) -> Sentence? {
    guard let result = course.judged, let validation = result.validation else { return nil }
    if let accuracy = validation.accuracy {
      let best = course.rules(.accuracy).max { $0.value < $1.value }
      return best.map {
        LearningPhrases.comparison(
          epoch: result.epoch, accuracy: accuracy, rule: $0.rule, baseline: Double($0.value))
      }
    }
    let best = course.rules(.loss).min { $0.value < $1.value }
    return best.map {
      LearningPhrases.comparison(
        epoch: result.epoch, loss: validation.loss, rule: $0.rule, baseline: Double($0.value))
    }
  }

  /// How far back the gradient reaches in the chosen layer.
  private static func reach(_ state: Explorer) -> Sentence? {
    guard let layer = state.chosenRecurrentLayer, let reach = state.reach(of: layer) else {
      return nil
    }
    let name = state.position.description.layers[layer].name
    return GradientPhrases.reaches(
      reach, of: QuantityName.hiddenState.letter, in: name, isLoss: true)
  }
}
