import Screen

/// Which rows and columns of the reach screen show what, for one size.
struct ReachLayout: Hashable {
  /// The row of the progress; nil where it has no room beside the title.
  let progressRow: Int?
  let headRow: Int
  /// The first row of each network.
  let cellRows: [Int]
  /// How many rows each network has.
  let cellHeight: Int
  let sentenceRows: Range<Int>
  /// The columns that a timestep takes.
  let labelWidth: Int
  let valueColumn: Int
  /// Where the accuracy of each epoch stands, and how many columns one has; 0 where there is no room.
  let chartColumn: Int
  let columnsPerEpoch: Int

  static let valueWidth = 5

  /// `names` and short ones in columns; `kinds` rows of `gaps` networks.
  init(kinds: Int, gaps: Int, timesteps: Int, epochs: Int, size: Size) {
    let count = kinds * gaps
    // Title and footer.
    let content = max(0, size.height - 2)
    let rest = content - 1 - 1
    // In a high window a row is free between the networks, otherwise between the kinds, and there is room
    // for all that is said.
    let isHigh = size.height >= 30
    let areApart = rest - 7 - (count - 1) >= 2 * count
    let kept = areApart ? 7 + count - 1 : (isHigh ? 4 : 0) + kinds - 1
    let height = max(1, min(6, (rest - kept) / max(1, count)))
    cellHeight = height
    var room = rest - count * height
    func take(_ rows: Int) -> Bool {
      guard room >= rows else { return false }
      room -= rows
      return true
    }
    let hasGaps = take(areApart ? count - 1 : kinds - 1)
    let hasProgress = take(1)
    let hasBlank = isHigh && take(1)
    let more = min(room, 6)
    progressRow = hasProgress ? 1 : nil
    headRow = hasProgress ? 2 : 1
    let first = headRow + 1
    cellRows = (0..<count).map { place in
      first + place * height
        + (!hasGaps ? 0 : areApart ? place : place / max(1, gaps))
    }
    let end = (cellRows.last ?? first) + height + (hasBlank ? 1 : 0)
    sentenceRows = min(end, size.height - 2)..<min(size.height - 1, end + 1 + more)

    let isWide = size.width >= 78
    labelWidth = size.width >= 116 ? 30 : isWide ? 15 : 9
    // The axis, a gap, the number, a gap, and a column for each epoch at least.
    let value = 1 + Self.valueWidth
    let chart = isWide ? 1 + epochs : 0
    let each = TimeAxis.columnsEach(timesteps, room: size.width - labelWidth - value - chart)
    let last = labelWidth + each * timesteps
    valueColumn = last + 1
    chartColumn = valueColumn + Self.valueWidth + 1
    columnsPerEpoch = isWide ? min(4, max(0, size.width - chartColumn) / max(1, epochs)) : 0
  }

  /// What stands behind the last timestep.
  func behind(width: Int, timesteps: Int) -> Int {
    width - labelWidth - (valueColumn - 1 - labelWidth)
  }
}
