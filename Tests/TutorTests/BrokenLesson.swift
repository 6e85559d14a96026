import Testing

/// A lesson with one fault, where it stands, and the whole sentence that its author gets.
struct BrokenLesson: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let line: Int?
  let column: Int?
  let sentence: String
  var testDescription: String { name }

  init(_ name: String, _ text: String, _ line: Int?, _ column: Int?, _ sentence: String) {
    self.name = name
    self.text = text
    self.line = line
    self.column = column
    self.sentence = sentence
  }

  /// As it is printed for a file of this name.
  func description(_ file: String) -> String {
    guard let line, let column else { return "\(file): \(sentence)" }
    return "\(file):\(line):\(column): \(sentence)"
  }
}
