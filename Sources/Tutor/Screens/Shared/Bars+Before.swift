import Insight
import Screen

/// What stood in a bar's place before a what-if, behind what stands there now.
///
/// In a row of several lines ╌ stands where the bar ended, on the bar of now or beyond it. A row of one
/// line has no room for two heights: ╎ stands where there was a bar and hardly is one now. What has moved
/// within one cell is underlined.
extension Bar {
  /// The cell of a value, with the one before it where that is known and differs enough to be seen.
  static func cell(
    _ value: Float, before: Float?, scale: ValueScale, ink: Ink = .text, line: Int = 0,
    height: Int = 1, paper: Paper = .none
  ) -> Cell {
    var cell = cell(
      value, scale: scale, ink: ink, line: line, height: height, paper: paper)
    guard let before, before.isFinite, value.isFinite else { return cell }
    let now = level(value, scale, height)
    let old = level(before, scale, height)
    guard (now - old).magnitude >= (height == 1 ? leastMove : 2 * leastMove) else { return cell }
    if height == 1 {
      if now.magnitude < leastMove, old.magnitude > now.magnitude {
        return Cell(.glyph("╎"), Style(.quiet, on: paper))
      }
      cell.style.underlined = true
      return cell
    }
    guard line == end(old, scale, height) else { return cell }
    switch cell.content {
    case .glyph, .bar(eighths: 0...leastMove, _):
      return Cell(.glyph("╌"), Style(.quiet, on: paper))
    case .bar(eighths: 8, _):
      return Cell(.glyph("╌"), Style(cell.style.ink, on: paper, reversed: true))
    default:
      cell.style.underlined = true
      return cell
    }
  }

  /// The eighths of a line that one sees at once in a row of one line, a quarter of its scale; in a
  /// taller row it takes half a line.
  private static let leastMove = 2

  /// How far a bar reaches from its zero, in eighths of a line, with its sign.
  private static func level(_ value: Float, _ scale: ValueScale, _ height: Int) -> Int {
    switch scale {
    case .unit: Int((min(1, max(0, value)) * Float(8 * height)).rounded())
    case .decades(let most):
      Int((ValueScale.share(ofDecades: value, most) * Float(8 * height)).rounded())
    case .symmetric(let most):
      most > 0
        ? Int((min(1, max(-1, value / most)) * Float(8 * max(1, height / 2))).rounded()) : 0
    }
  }

  /// The line of a row on which a bar of a level ends; nil where there is none to see.
  private static func end(_ level: Int, _ scale: ValueScale, _ height: Int) -> Int? {
    guard level != 0 else { return nil }
    let lines = (Int(level.magnitude) - 1) / 8
    if case .symmetric = scale {} else { return height - 1 - lines }
    return level > 0 ? height / 2 - 1 - lines : height / 2 + lines
  }
}
