import Phrases

/// The reach screen: each network with what arrives at its first timestep and how often it is right.
extension PlainText {
  mutating func addReach() {
    let gaps = state.gaps
    add(
      ReachPhrases.place(
        LearningPhrases.state(gaps.stage), epoch: gaps.epoch, of: GapComparison.epochs) + ".")
    for cell in gaps.cells {
      add(ReachSentences.about(cell, gaps).fitted(to: .max))
    }
    if !gaps.hasBegun { add(ReachPhrases.notBegun(gaps.cells.count).fitted(to: .max)) }
    for sentence in ReachSentences.comparison(gaps) { add(sentence) }
    add(ReachPhrases.explanation)
  }
}
