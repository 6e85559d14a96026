import Learning
import Phrases

/// What the learning screen says below its pictures.
struct LearningSentences {
  let lines: [String]

  init(_ state: Explorer, _ course: TrainingCourse?) {
    guard let course else {
      lines = [LearningPhrases.nothingToLearn]
      return
    }
    guard let training = course.training else {
      lines = LearningPhrases.notBegun(state.model.task?.kind.sentence ?? "")
      return
    }
    if let problem = training.problem {
      lines = [problem.sentence]
      return
    }
    if training.steps == 0 {
      lines = LearningPhrases.notBegun(training.task.kind.sentence)
      return
    }
    lines =
      [Self.comparison(course), Self.reach(state)].compactMap(\.self)
      + [training.task.kind.sentence]
  }

  /// The epoch that is shown beside the best rule.
  private static func comparison(_ course: TrainingCourse) -> String? {
    guard let run = course.training?.run, let epoch = course.openEpoch else { return nil }
    let shown = run.results.last { $0.epoch <= epoch }
    guard let validation = shown?.validation else { return nil }
    if let accuracy = validation.accuracy {
      let best = course.rules(.accuracy).max { $0.value < $1.value }
      return best.map {
        LearningPhrases.comparison(
          accuracy: accuracy, rule: $0.rule, baseline: Double($0.value))
      }
    }
    let best = course.rules(.loss).min { $0.value < $1.value }
    return best.map {
      LearningPhrases.comparison(
        loss: validation.loss, rule: $0.rule, baseline: Double($0.value))
    }
  }

  /// How far back the gradient reaches in the chosen layer.
  private static func reach(_ state: Explorer) -> String? {
    guard let layer = state.chosenRecurrentLayer, let sizes = state.moment.reach?.sizes[layer],
      let largest = sizes.indices.max(by: { sizes[$0] < sizes[$1] }), sizes[largest] > 0
    else { return nil }
    let name = state.position.description.layers[layer].name
    let first = sizes.firstIndex { $0 >= sizes[largest] / 100 } ?? 0
    return first == 0
      ? LearningPhrases.reachesAll(name, largest: largest)
      : LearningPhrases.reach(name, largest: largest, from: first)
  }
}
