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

  /// Tabs, sizes, header, total and one sentence, and title and footer: the lines that are always there.
  private static let fixed = 7

  /// How many lines below the table the chosen layer may take: where there are enough, some are left
  /// for gaps, sentences and code.
  static func detailRoom(layers: Int, height: Int) -> Int {
    let room = max(0, height - fixed - min(layers + 1, 6))
    return room <= 7 ? room : min(room - 2, max(9, room * 2 / 3))
  }

  /// The table comes first, then what is said, then the chosen layer's own lines; gaps last.
  init(layers: Int, chosen: Int, detail: Int, height: Int) {
    count = layers + 1
    var left = height - Self.fixed
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
    let secondSentence = take()
    let beforeSentence = take()
    let beforeHeader = take()
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
