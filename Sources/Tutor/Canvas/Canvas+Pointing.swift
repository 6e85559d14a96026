import Phrases
import Screen
import Vocabulary

// Pointing at parts of a canvas, and covering them.
extension Canvas {
  /// The rectangles of what a name or an address stands for; none where it is not on the canvas.
  package func rects(of name: String) -> [Rect] {
    let address = Quantity(parsing: name)?.part
    return parts.filter { $0.name?.text == name || $0.name == address }.map(\.rect)
  }

  /// Covers what some names or addresses stand for, and gives the rectangles.
  package mutating func hide(_ names: [String]) -> [Rect] {
    let named = names.flatMap { rects(of: $0) }
    cover(named)
    return named
  }

  /// Puts question marks in the place of everything that stands in rectangles.
  package mutating func cover(_ rects: [Rect]) {
    for rect in rects { frame.cover(rect) }
    covered += rects
  }

  /// Puts a question mark in the place of each character of the numbers and shapes that a question asks
  /// for, but in the title; it may ask for the names of the parts that each of them stands in.
  package mutating func cover(where isAsked: (Told, () -> [PartName]) -> Bool) {
    for writing in writings where writing.row > 0 {
      for figure in writing.phrase.figures {
        let column = writing.column + (figure.cells.first ?? 0)
        func parts() -> [PartName] {
          regions.filter { $0.rect.contains(column: column, row: writing.row) }.compactMap(\.name)
        }
        if isAsked(figure.told, parts) { cover(figure, of: writing) }
      }
    }
  }

  /// A space in the middle of a shape stays; what was cut off or covered already has nothing to cover.
  private mutating func cover(_ figure: Phrase.Figure, of writing: Writing) {
    let scalars = Array(writing.phrase.text.unicodeScalars)
    for place in figure.cells where scalars.indices.contains(place) && scalars[place] != " " {
      let column = writing.column + place
      guard column < writing.end else { break }
      if covered.contains(where: { $0.contains(column: column, row: writing.row) }) { continue }
      frame[column, writing.row].content = .glyph("?")
    }
  }
}

extension Quantity {
  /// The name of the part that shows it: its address without indices.
  package var part: PartName { kind == .x ? .x : .quantity("\(layer).\(kind.rawValue)") }
}
