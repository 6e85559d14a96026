import Phrases

/// What the reach screen says below its rows.
struct ReachSentences {
  let lines: [String]

  /// In forms that fit a width, where there are several.
  init(_ gaps: GapComparison, chosen: Int, width: Int = .max) {
    guard gaps.cells.indices.contains(chosen) else {
      lines = []
      return
    }
    let cell = gaps.cells[chosen]
    if let problem = gaps.cells.lazy.compactMap(\.live.problem).first {
      lines = [LearningPhrases.stopped(problem)]
      return
    }
    let about = ReachPhrases.about(
      cell.kind, gap: cell.gap, arrives: cell.arrives, accuracy: cell.accuracy,
      chance: gaps.chance, epochs: cell.live.run.epoch)
    // Who has chosen one of them is told of that.
    let invites = gaps.hasBegun ? [] : [ReachPhrases.notBegun.fitted(to: width)]
    let isChosen = chosen != gaps.cells.count - 1
    lines =
      (isChosen ? [] : invites) + [about.fitted(to: width)] + (isChosen ? invites : [])
      + ReachPhrases.explanation
  }
}
