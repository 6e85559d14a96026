import Insight
import Phrases
import Screen

extension UnitScreen {
  /// The phases, the present one marked.
  mutating func drawPhases(_ row: Int) {
    canvas.name(.word("phases"), row: row)
    var column = 1
    for (index, name) in phases.names.enumerated() {
      let phase = index + 1
      if index > 0 {
        column = canvas.write(plain: " ▸ ", column: column, row: row, style: Style(.ghost))
      }
      let isNow = phase == self.phase
      var style = isNow ? Style(.accent, bold: true) : style(phase)
      style.underlined = isNow
      column = canvas.write(plain: "\(phase) \(name)", column: column, row: row, style: style)
    }
    let hint = UnitPhrases.nextPhase
    guard size.width - column > hint.count + 3 else { return }
    canvas.write(
      plain: hint, column: size.width - hint.count - 1, row: row, style: Style(.quiet))
  }

  /// Marks the rows of the present phase.
  mutating func mark(_ phase: Int, _ row: Int) {
    guard ledger != nil, self.phase == phase else { return }
    canvas[0, row] = Cell(.glyph("▌"), Style(.accent))
  }

  /// A number that ends where its column ends; a dot where it is not there yet.
  mutating func put(
    _ figure: PrintedNumber?, column: Int, row: Int, style: Style, mark: Bool = false
  ) {
    let shown = figure.map { $0.phrase(width: columns.figure) } ?? "·"
    let start = column + max(0, columns.figure - shown.count)
    let end = canvas.write(
      shown, column: start, row: row, style: figure == nil ? Style(.ghost) : style,
      width: columns.figure)
    if mark { canvas[end, row] = Cell(.glyph("*"), Style(.warning, bold: true)) }
  }

  /// The sign before a column of weights.
  mutating func putTimes(_ column: Int, _ row: Int) {
    canvas.write(
      plain: columns.times, column: column - columns.times.count, row: row, style: Style(.ghost))
  }

  /// A word that ends where its column ends.
  mutating func put(word: String, column: Int, row: Int, style: Style) {
    canvas.write(
      plain: word, column: column + max(0, columns.figure - word.count), row: row, style: style,
      width: columns.figure)
  }
}

/// A number as the ledger prints it.
struct PrintedNumber {
  private let text: String

  /// A number to three decimals, with its sign.
  init(_ number: Double, signed: Bool = true) { text = PrintedSum.text(number, signed: signed) }

  /// Thousandths as they add up.
  init(thousandths: Int) { text = PrintedSum.text(thousandths) }

  /// Nothing, where every addend is 0.
  static let nothing = PrintedNumber(text: "0")

  private init(text: String) { self.text = text }

  /// The number in so many characters, with fewer decimals where it is too long.
  func phrase(width: Int) -> Phrase {
    Phrase(reading: text.count > width ? PrintedSum.text(text, width: width) : text)
  }
}
