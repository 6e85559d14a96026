import CTerminal
import Screen
import Testing

@testable import Terminal

@Suite struct CellCodesTests {
  @Test("without colours a dimmed cell has the dim attribute, whatever it was")
  func dimmed() {
    let codes = CellCodes(Look(tier: .monochrome))
    for paper in Paper.allCases {
      let code = codes.code(
        of: Cell(.glyph("f"), Style(.title, on: paper, bold: true, dimmed: true)))
      #expect(Int(code.attributes) == Int(ct_dim), "\(paper)")
    }
    let plain = codes.code(of: Cell(.glyph("f"), Style(.title, bold: true)))
    #expect(Int(plain.attributes) == Int(ct_bold))
  }
}
