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
    let about = Self.about(cell, gaps)
    // Who has chosen one of them is told of that.
    let invites = gaps.hasBegun ? [] : [ReachPhrases.notBegun(gaps.cells.count).fitted(to: width)]
    let isChosen = chosen != 0
    lines =
      (isChosen ? [] : invites) + [about.fitted(to: width)] + (isChosen ? invites : [])
      + Self.comparison(gaps) + [ReachPhrases.explanation]
  }

  /// One of the networks.
  static func about(_ cell: GapComparison.Cell, _ gaps: GapComparison) -> Sentence {
    ReachPhrases.about(
      cell.kind, gap: cell.gap, arrives: cell.arrives, factor: cell.factor,
      accuracy: cell.accuracy, chance: gaps.chance, epochs: cell.live.run.epoch)
  }

  /// What a step multiplies by in each kind over the longest gap, and what that says.
  static func comparison(_ gaps: GapComparison) -> [String] {
    let longest = gaps.cells.map(\.gap).max() ?? 0
    let cells = gaps.cells.filter { $0.gap == longest }
    let factors = cells.compactMap { cell in
      cell.factor.map { (kind: cell.kind, factor: $0, isSolved: cell.accuracy ?? 0 > solved) }
    }
    guard factors.count == cells.count else { return [] }
    let says =
      factors.contains(where: \.isSolved)
      ? ReachPhrases.solved : gaps.hasBegun ? ReachPhrases.underWay : ReachPhrases.fresh
    return [
      ReachPhrases.factors(factors.map { ($0.kind, $0.factor) }, gap: longest), says,
    ]
  }

  /// The share from which on a network has learnt it.
  private static let solved = 0.95
}
