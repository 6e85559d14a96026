import Foundation

/// A JSON value, kept as it is written: keys in order and numbers as text.
///
/// The header of a safetensors file is read with it, and what is kept between two runs, which goes
/// back as it came; a recording is quoted with it. Keras's JSON goes through `Document`, which knows
/// lines and columns; a header is one line, and may hold what YAML refuses.
package enum JSON: Equatable, Sendable {
  case object([(key: String, value: JSON)])
  case array([JSON])
  case string(String)
  case number(String)
  case word(String)

  package static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.object(let left), .object(let right)):
      left.elementsEqual(right) { $0.key == $1.key && $0.value == $1.value }
    case (.array(let left), .array(let right)): left == right
    case (.string(let left), .string(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.word(let left), .word(let right)): left == right
    default: false
    }
  }

  /// The one value that a text in UTF-8 is; nil where it is none.
  package init?(parsing text: Data) {
    // What is no UTF-8 could not be written again as it came.
    guard String(bytes: text, encoding: .utf8) != nil,
      let value = try? JSONReader.read(Array(text)[...])
    else { return nil }
    self = value
  }

  /// The value as text, an object's members on lines of their own.
  package var text: String { text(indent: "\n") }

  /// The value as text on one line.
  package var line: String {
    switch self {
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0.key)):\($0.value.line)" }.joined(separator: ",") + "}"
    case .array(let elements): "[" + elements.map(\.line).joined(separator: ",") + "]"
    case .string, .number, .word: text
    }
  }

  private func text(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .object(let members):
      let lines = members.map { "\(Self.quoted($0.key)): \($0.value.text(indent: inner))" }
      guard !lines.isEmpty else { return "{}" }
      return "{" + inner + lines.joined(separator: "," + inner) + indent + "}"
    case .array(let elements):
      return "[" + elements.map { $0.text(indent: inner) }.joined(separator: ", ") + "]"
    case .string(let text): return Self.quoted(text)
    case .number(let text), .word(let text): return text
    }
  }

  /// A whole number that fits.
  var integer: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }

  /// Text with what JSON asks to be escaped.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
