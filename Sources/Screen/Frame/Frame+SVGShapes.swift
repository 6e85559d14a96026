/// The contents that a picture draws as shapes, as SVG path data in a cell of 10 by 20.
enum Shape {
  /// The path of a content whose cell has its top left corner at (x, y); nil for what is text.
  /// The width is that of one cell, or of a run of cells that merge.
  static func path(_ content: Content, _ x: Int, _ y: Int, _ width: Int) -> String? {
    switch content {
    case .bar(0, _): return nil
    case .bar(let eighths, let hanging):
      // An eighth of the cell is two units and a half.
      let half = eighths * 5
      let height = half % 2 == 0 ? "\(half / 2)" : "\(half / 2).5"
      let rest = 40 - half
      let top = hanging ? "\(y)" : rest % 2 == 0 ? "\(y + rest / 2)" : "\(y + rest / 2).5"
      return "M\(x) \(top)h\(width)v\(height)h-\(width)z"
    case .halves(let halves): return path(halves.glyph, x, y, width)
    case .glyph(let scalar): return path(scalar, x, y, width)
    }
  }

  /// Whether neighbours of this content can be drawn as one.
  static func merges(_ content: Content) -> Bool {
    switch content {
    case .bar, .halves: true
    case .glyph(let scalar): "█▀▄─━".unicodeScalars.contains(scalar)
    }
  }

  static func rectangle(_ x: Int, _ y: Int, _ width: Int, _ height: Int) -> String {
    "M\(x) \(y)h\(width)v\(height)h-\(width)z"
  }

  private static func path(_ scalar: Unicode.Scalar, _ x: Int, _ y: Int, _ width: Int) -> String? {
    switch scalar {
    case "█": rectangle(x, y, width, 20)
    case "▀": rectangle(x, y, width, 10)
    case "▄": rectangle(x, y + 10, width, 10)
    case "▌": rectangle(x, y, 5, 20)
    case "▐": rectangle(x + 5, y, 5, 20)
    case "▁"..."▇":
      path(.bar(eighths: Int(scalar.value) - 0x2580, hanging: false), x, y, width)
    case "■": rectangle(x + 1, y + 6, 8, 8)
    case "□":
      // The inner square runs the other way round and so stays empty.
      rectangle(x + 1, y + 6, 8, 8) + "M\(x + 2) \(y + 7)v6h6v-6z"
    case "─": rectangle(x, y + 9, width, 1)
    case "━": rectangle(x, y + 9, width, 2)
    case "│": rectangle(x + 5, y, 1, 20)
    case "▼": "M\(x) \(y + 6)h10l-5 9z"
    case "▲": "M\(x) \(y + 14)h10l-5 -9z"
    case "▶": "M\(x + 1) \(y + 5)v10l8 -5z"
    case "▸": "M\(x + 2) \(y + 7)v6l5 -3z"
    case "◂": "M\(x + 8) \(y + 7)v6l-5 -3z"
    default: nil
    }
  }
}
