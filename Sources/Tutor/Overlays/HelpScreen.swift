import Phrases
import Screen
import Vocabulary

/// Every key and every command, from the tables that they are made of.
enum HelpScreen {
  static func canvas(_ help: Help, _ explorer: Explorer, size: Size) -> Canvas {
    var canvas = Canvas(size)
    canvas.wheel = Canvas.Wheel(up: .go(.by(-3)), down: .go(.by(3)))
    let bar = Style(on: .bar)
    canvas.fill(row: 0, style: bar)
    canvas.write(
      plain: " Unroll ", column: 0, row: 0, style: Style(.accent, on: .bar, bold: true))
    canvas.write(plain: " " + HelpPhrases.title, column: 8, row: 0, style: bar)
    let room = max(0, size.height - 2)
    let lines = lines(isFollowing: explorer.isFollowing)
    let first = min(help.line, lines.count - 1)
    for (index, line) in lines.dropFirst(first).prefix(room).enumerated() {
      let row = index + 1
      switch line {
      case .title(let text):
        canvas.write(plain: text, column: 1, row: row, style: Style(.title, bold: true))
      case .entry(let name, let text, let indent):
        canvas.write(plain: name, column: 2, row: row, style: Style(.accent, bold: true))
        canvas.write(
          plain: text, column: indent, row: row, style: Style(), width: size.width - indent - 1)
      case .text(let text):
        canvas.write(plain: text, column: 2, row: row, style: Style(.text), width: size.width - 3)
      }
    }
    if lines.count > room {
      let shown = first..<min(lines.count, first + room)
      let place = SharedPhrases.lines(shown, of: lines.count).text + "  ↑ ↓ "
      canvas.write(plain: place, column: max(14, size.width - place.count), row: 0, style: bar)
    }
    Footer.draw(explorer, context: .help, on: &canvas)
    return canvas
  }

  /// How many lines there are; those of the keys for epochs only while a file is followed.
  static func lineCount(isFollowing: Bool = false) -> Int { lines(isFollowing: isFollowing).count }

  /// The furthest that one can scroll: the smallest window is still full there.
  static func lastFirstLine(isFollowing: Bool) -> Int {
    max(0, lineCount(isFollowing: isFollowing) - (NetworkLayout.minimum.height - 2))
  }

  private enum Line: Sendable {
    case title(String)
    case entry(name: String, text: String, indent: Int)
    case text(String)
  }

  /// Wrapped for the smallest width, so that a line has the same number in every window.
  private static let allLines = lines(of: Keymap.groups)
  private static let usualLines = lines(of: Keymap.groups.filter { !$0.isForFollowing })

  private static func lines(isFollowing: Bool) -> [Line] { isFollowing ? allLines : usualLines }

  private static func lines(of groups: [Keymap.Group]) -> [Line] {
    let width = NetworkLayout.minimum.width - 2
    var lines: [Line] = [.title(HelpPhrases.keys)]
    let keyWidth = (Keymap.groups.map(\.keys.count).max() ?? 0) + 4
    lines += groups.map { .entry(name: $0.keys, text: $0.summary, indent: keyWidth) }
    lines.append(.text(HelpPhrases.counts))
    lines.append(.text(""))
    lines.append(.title(HelpPhrases.reading))
    for text in HelpPhrases.legend { lines += Fitted.lines(text, width: width - 2).map(Line.text) }
    lines.append(.text(""))
    lines.append(.title(HelpPhrases.words))
    for (word, meaning) in Glossary.words {
      lines.append(.entry(name: word, text: "", indent: 2))
      lines += Fitted.lines(meaning, width: width - 6).map { .text("    " + $0) }
    }
    lines.append(.text(""))
    lines.append(.title(HelpPhrases.commands))
    for form in CommandForm.all {
      let name = form.arguments.isEmpty ? form.name : form.name + " " + form.arguments
      lines.append(.entry(name: name, text: "", indent: 2))
      lines += Fitted.lines(form.summary, width: width - 6).map { .text("    " + $0) }
    }
    return lines
  }
}
