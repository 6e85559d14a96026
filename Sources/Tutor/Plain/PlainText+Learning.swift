import Phrases

/// The learning screen: how far it has come, the measures beside the rules, and what it says.
extension PlainText {
  mutating func addLearning() {
    let course = TrainingCourse(state)
    if let training = state.shownTraining {
      let run = training.run
      add(
        LearningPhrases.progress(
          epoch: min(run.epoch + 1, run.settings.epochs), of: run.settings.epochs,
          batch: run.batch, of: run.batches, rate: training.rate, secondsLeft: nil)[0].text)
      for result in run.results { add(LearningPhrases.result(result)) }
      for score in training.baselines { add(LearningPhrases.rule(score)) }
    }
    for layer in state.recurrentLayers {
      if let settings = state.recurrent(layer) { add(gates(of: layer, settings)) }
      addReach(of: layer)
    }
    for sentence in LearningSentences(state, course).lines { add(sentence) }
  }

  /// How much the loss hangs on a layer's hidden states at the open timestep.
  private mutating func addReach(of layer: Int) {
    let timestep = state.timestep
    guard let sizes = state.moment.reach?.sizes[layer], sizes.indices.contains(timestep) else {
      return
    }
    add(
      LearningPhrases.reach(
        state.position.description.layers[layer].name, at: timestep, size: sizes[timestep]))
  }
}
