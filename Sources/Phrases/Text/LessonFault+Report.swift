import Lessons
import Wording

extension LessonFault: CustomStringConvertible {
  /// One sentence: where, what was found, what to do. Safe to print on a terminal.
  package var description: String {
    Cleaning.text("\(place): \(problem.sentence)")
  }

  /// The sentence, and below it the line with a caret under the place.
  package var report: String {
    guard let line, let column = place.column else { return description }
    let shown = Cleaning.text(line)
    // A long line is shown around the place.
    let first = max(0, column - 60)
    let part = String(shown.dropFirst(first).prefix(100))
    let caret = String(repeating: " ", count: max(0, column - 1 - first)) + "^"
    return "\(description)\n  \(part)\n  \(caret)"
  }
}

extension LessonFaults: CustomStringConvertible {
  /// The report of each fault.
  package var description: String { faults.map(\.report).joined(separator: "\n") }
}
