import Phrases
import Screen
import Vocabulary

/// The line in which a command is typed, in the place of the footer, with what may come next above.
enum PromptLine {
  static func draw(_ prompt: Prompt, _ state: Explorer, on canvas: inout Canvas) {
    let row = canvas.size.height - 1
    let width = canvas.size.width
    let bar = Style(.text, on: .bar)
    canvas.fill(row: row, style: bar)
    canvas.write(plain: ":", column: 1, row: row, style: Style(.accent, on: .bar, bold: true))
    let (before, under, behind) = prompt.window(max(1, width - 4))
    let column = canvas.write(plain: before, column: 2, row: row, style: bar)
    var reversed = bar
    reversed.reversed = true
    let next = canvas.write(plain: under, column: column, row: row, style: reversed)
    canvas.write(plain: behind, column: next, row: row, style: bar)
    let words = state.completions(of: String(prompt.before))
    let hint = hint(prompt, words)
    canvas.fill(row: row - 1, style: Style())
    canvas.write(plain: hint, column: 1, row: row - 1, style: Style(.quiet), width: width - 2)
  }

  /// How the command is written, and the words that may stand here.
  private static func hint(_ prompt: Prompt, _ words: [String]) -> String {
    let command = prompt.text.split(separator: ";").last?.split(separator: " ").first ?? ""
    let form = CommandForm.all.first { $0.name == command }
    let usage = form.map { $0.arguments.isEmpty ? $0.name : "\($0.name) \($0.arguments)" }
    guard !words.isEmpty else { return usage ?? HelpPhrases.prompt }
    return HelpPhrases.tab(
      words.prefix(12).joined(separator: " ") + (words.count > 12 ? " …" : ""))
  }
}
