import Wording

/// How names and texts are written in Python.
package enum Python {
  /// A text as a literal in double quotes.
  package static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        // Controls and marks that turn a line round would not survive a terminal or an editor.
        if scalar.value < 0x20 || Cleaning.text(String(scalar)).isEmpty {
          let digits = String(scalar.value, radix: 16)
          result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// Names as identifiers, each different from all others and from `taken`.
  package static func identifiers(_ names: [String], taken: Set<String>) -> [String] {
    var used = taken.union(keywords)
    return names.map { name in
      var identifier = String(
        name.map { character in
          character.isASCII && (character.isLetter || character.isNumber) ? character : "_"
        })
      // Two underscores in front would make Python rename it inside a class.
      while identifier.hasPrefix("__") { identifier.removeFirst() }
      if identifier.first.map({ $0.isNumber }) ?? true { identifier = "layer_" + identifier }
      if identifier == "_" { identifier = "layer" }
      while !used.insert(identifier).inserted { identifier += "_" }
      return identifier
    }
  }

  /// `True` and `False`.
  package static func literal(_ value: Bool) -> String { value ? "True" : "False" }

  /// A comment behind code, in one column where the code leaves room for it.
  static func commented(_ code: String, _ comment: String, column: Int = 44) -> String {
    let gap = max(2, column - code.count)
    return code + String(repeating: " ", count: gap) + "# " + comment
  }

  private static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
  ]
}
