import Screen
import Testing

@testable import Tutor

@Suite("Marks in a chart")
struct BarMarksTests {
  private func cell(_ eighths: Int) -> Cell {
    Cell(.bar(eighths: eighths, hanging: false), Style(.good))
  }

  @Test("a full bar stays behind the marks on it, one over another")
  func full() {
    let rule = Bar.rule(on: cell(8), isBeyond: true)
    #expect(rule.content == .glyph("╌") && rule.style.reversed && rule.style.ink == .good)
    let second = Bar.rule(on: rule, isBeyond: true)
    #expect(second.style.reversed && second.style.ink == .good)
    let mark = Bar.mark("○", on: second, isBeyond: false, Style(.text))
    #expect(mark.content == .glyph("○") && mark.style.reversed && mark.style.ink == .good)
  }

  @Test("a bar that ends at a rule is on its own side of it", arguments: 1...7)
  func partial(eighths: Int) {
    guard case .bar(let above, _) = Bar.rule(on: cell(eighths), isBeyond: true).content,
      case .bar(let below, _) = Bar.rule(on: cell(eighths), isBeyond: false).content
    else {
      Issue.record("the bar is gone")
      return
    }
    #expect(above > 4 && below < 4)
  }
}
