import Foundation
import Testing

@testable import Screen

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct FrameSVGTests {
  private func texts(_ svg: String) throws -> [String] {
    let document = try XMLDocument(xmlString: svg)
    return try document.nodes(forXPath: "//*[local-name()='text']").compactMap(\.stringValue)
  }

  @Test("a picture is well-formed, whatever is written in it")
  func wellFormed() throws {
    var frame = Frame(Size(width: 30, height: 2))
    frame.write("a < b && \"c\" > 'd' ]]>", column: 0, row: 0)
    let svg = frame.svg(title: "<script>&\u{1b}")
    #expect(try texts(svg) == ["a < b && \"c\" > 'd' ]]>"])
    #expect(svg.contains("<title>&lt;script&gt;&amp;</title>"))
  }

  @Test("a picture of no size is well-formed")
  func empty() throws {
    #expect(try texts(Frame(Size(width: 0, height: 0)).svg()) == [])
  }

  @Test("bars and blocks are shapes and not text")
  func shapes() throws {
    var frame = Frame(Size(width: 12, height: 1))
    for (column, scalar) in "▁▄█▌■□▼▶▸─│".unicodeScalars.enumerated() {
      frame[column, 0] = Cell(.glyph(scalar), Style(.accent))
    }
    frame[11, 0] = Cell(.bar(eighths: 3, hanging: true), Style(.signed(-1)))
    #expect(try texts(frame.svg()) == [])
  }

  @Test("neighbours of the same height and colour are one rectangle, standing or hanging")
  func rectangles() {
    var frame = Frame(Size(width: 5, height: 1))
    for column in 0..<3 {
      frame[column, 0] = Cell(.bar(eighths: 3, hanging: false), Style(.gate(1)))
    }
    frame[3, 0] = Cell(.bar(eighths: 4, hanging: true), Style(.gate(1)))
    let colour = Colour.hexadecimal(255)
    #expect(
      frame.svg().contains(
        "<path fill=\"\(colour)\" d=\"M0 12.5h30v7.5h-30zM30 0h10v10h-10z\"/>"))
  }

  @Test("runs of one style are one text, parted by two spaces, and told their length")
  func runs() throws {
    var frame = Frame(Size(width: 40, height: 1))
    frame.write("forget gate   0.66", column: 2, row: 0)
    let svg = frame.svg()
    #expect(try texts(svg) == ["forget gate", "0.66"])
    #expect(svg.contains("<text x=\"20\" y=\"15\" textLength=\"110\""))
  }

  @Test("a character that a font may lack stands alone")
  func rareCharacters() throws {
    var frame = Frame(Size(width: 20, height: 1))
    frame.write("a → b", column: 0, row: 0)
    #expect(try texts(frame.svg()) == ["a", "→", "b"])
  }

  @Test("a bar whose colour is a ground elsewhere lies over its own ground")
  func order() throws {
    var frame = Frame(Size(width: 4, height: 1))
    frame[0, 0] = Cell(.glyph(" "), Style(.text, on: .bar))
    // Reversed, so its ink is the colour of the cursor's paper and its ground the text's colour.
    frame[1, 0] = Cell(.bar(eighths: 8, hanging: false), Style(.text, on: .bar, reversed: true))
    let lines = frame.svg().split(separator: "\n").filter { $0.hasPrefix("<path") }
    #expect(lines.count == 3)
    #expect(lines.first == "<path fill=\"#303030\" d=\"M0 0h10v20h-10z\"/>")
    #expect(lines.last == "<path fill=\"#303030\" d=\"M10 0h10v20h-10z\"/>")
  }

  @Test("a picture of a full screen stays small")
  func size() {
    var frame = Frame(Size(width: 100, height: 30))
    for row in 0..<30 {
      for column in 0..<50 {
        let value = Float((row * 7 + column * 3) % 21 - 10) / 10
        frame[column, row] = Cell(
          .bar(eighths: Int(value.magnitude * 8), hanging: value < 0), Style(.signed(value)))
      }
      frame.write("forget gate", column: 60, row: row, style: Style(.quiet))
    }
    #expect(frame.svg().utf8.count < 64_000)
  }

  @Test("a light picture has a light ground")
  func light() {
    #expect(Frame(Size(width: 1, height: 1)).svg(theme: .light).contains("fill=\"#ffffff\""))
  }
}
