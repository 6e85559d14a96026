import Phrases

/// The reach screen: each network with what arrives at its first timestep and how often it is right.
extension PlainText {
  mutating func addReach() {
    let gaps = state.gaps
    add(
      ReachPhrases.place(
        LearningPhrases.state(gaps.stage), epoch: gaps.epoch, of: GapComparison.epochs) + ".")
    for cell in gaps.cells {
      add(
        ReachPhrases.about(
          cell.kind, gap: cell.gap, arrives: cell.arrives, accuracy: cell.accuracy,
          chance: gaps.chance, epochs: cell.live.run.epoch
        ).fitted(to: .max))
    }
    if !gaps.hasBegun { add(ReachPhrases.notBegun.fitted(to: .max)) }
    for sentence in ReachPhrases.explanation { add(sentence) }
  }
}
