/// Which rows of the shapes screen show what, for one height of the terminal.
struct ShapesLayout: Hashable {
  static let tabRow = 1

  let sizesRow: Int
  let headerRow: Int
  /// The rows of the input and the layers.
  let tableRows: Range<Int>
  /// Which of them are shown, the input as 0, one a row.
  let visible: Range<Int>
  /// How many layers there are, the input among them.
  let count: Int
  let totalRow: Int
  let detailRows: Range<Int>
  let sentenceRows: Range<Int>

  /// The table comes first, then what is said, then the chosen layer's own lines; gaps last.
  init(layers: Int, chosen: Int, detail: Int, height: Int) {
    count = layers + 1
    // Tabs, sizes, header, total, one sentence; title and footer are not among them.
    var left = height - 2 - 5
    let wantedDetail = min(detail, max(0, left - min(count, 6)))
    let axis = Axis(count: count, current: chosen, columns: max(1, left - wantedDetail))
    visible = axis.visible
    left -= visible.count
    let detailCount = min(detail, max(0, left))
    left -= detailCount
    func take() -> Int {
      guard left > 0 else { return 0 }
      left -= 1
      return 1
    }
    let beforeDetail = take()
    let beforeHeader = take()
    let secondSentence = take()
    let beforeSentence = take()
    let afterTabs = take()
    let thirdSentence = take()
    sizesRow = Self.tabRow + 1 + afterTabs
    headerRow = sizesRow + 1 + beforeHeader
    tableRows = headerRow + 1..<headerRow + 1 + visible.count
    totalRow = tableRows.upperBound
    let first = totalRow + 1 + beforeDetail
    detailRows = first..<first + detailCount
    let sentences = detailRows.upperBound + beforeSentence
    sentenceRows = sentences..<sentences + 1 + secondSentence + thirdSentence
  }
}
