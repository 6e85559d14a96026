import Wording
import Yams

extension JSON {
  /// The value as a YAML document, as it would be written by hand: a list's entries set in below its
  /// key, words and paths without quotation marks where they mean nothing else. `Document` reads it.
  package var yaml: String {
    yamlLines.joined(separator: "\n") + "\n"
  }

  private var yamlLines: [String] {
    switch self {
    case .object(let members):
      members.flatMap { key, value -> [String] in
        let key = Self.scalar(key) + ":"
        guard value.isBlock else { return [key + " " + value.yamlLines[0]] }
        return [key] + value.yamlLines.map { "  " + $0 }
      }
    case .array(let elements):
      elements.flatMap { element in
        zip(element.yamlLines.indices, element.yamlLines).map { ($0 == 0 ? "- " : "  ") + $1 }
      }
    case .string(let text): [Self.scalar(text)]
    case .number(let text), .word(let text): [text]
    }
  }

  /// Whether it takes lines of its own.
  private var isBlock: Bool {
    switch self {
    case .object(let members): !members.isEmpty
    case .array(let elements): !elements.isEmpty
    default: false
    }
  }

  /// A text on one line, in quotation marks where it would be read as something else without, and
  /// with escapes where it holds what steers a terminal.
  private static func scalar(_ text: String) -> String {
    let isSafe = Cleaning.firstUnsafe(in: text) == nil
    let isPlain =
      isSafe && text.first?.isLetter == true && text.last != " " && !text.contains("  ")
      && !text.contains { ":#\"'\\".contains($0) }
    let node = Node.scalar(
      Node.Scalar(text, Tag(.str), isPlain ? .plain : isSafe ? .singleQuoted : .doubleQuoted))
    // In a list, since a scalar that is a whole document may be followed by the mark of its end.
    let written = try? Yams.serialize(
      node: .sequence(Node.Sequence([node])), width: -1, allowUnicode: isSafe)
    guard let written, written.hasPrefix("- ") else { return quoted(text) }
    return String(written.dropFirst(2).prefix { $0 != "\n" })
  }
}
