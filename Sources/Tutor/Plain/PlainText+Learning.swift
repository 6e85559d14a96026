import Phrases

/// The learning screen: how far it has come, the measures beside the rules, and what it says.
extension PlainText {
  mutating func addLearning() {
    let course = TrainingCourse(state)
    if let training = state.shownCourse {
      add(training.progress[0].text)
      if let fresh = training.atStart { add(LearningPhrases.fresh(fresh)) }
      for result in training.run.results { add(LearningPhrases.result(result)) }
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
    guard let reach = state.reach(of: layer), reach.sizes.indices.contains(state.timestep) else {
      return
    }
    add(
      LearningPhrases.reach(
        state.position.description.layers[layer].name, at: state.timestep,
        size: Phrase(gradient: reach.sizes[state.timestep], signed: false)))
  }
}
