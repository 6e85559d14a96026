import Foundation
import Wording
import Yams

/// A YAML or JSON file as a tree whose every value knows its place.
///
/// One document of at most 1 MiB, in UTF-8. Refused are aliases, keys that stand twice, nesting more
/// than 1,000 deep, and what the YAML reader cannot read on from.
package enum Document {
  /// Far above any model, and below what makes the YAML reader slow.
  package static let largestFile = 1 << 20
  /// How many lists and groups of keys may stand inside one another, by the YAML reader's own limit.
  private static let deepest = 1_000

  /// The root of `file`; `expected` says what an empty file lacks.
  package static func read(
    _ file: String, expected: DocumentContent, reach: Reach = .everything
  ) throws(FileError) -> DocumentValue {
    try root(of: try text(of: file), file, expected: expected, reach: reach)
  }

  /// The whole text of `file`, which is refused where it is too large or not UTF-8.
  package static func text(of file: String) throws(FileError) -> String {
    try FileBytes.read(file, limit: largestFile).text()
  }

  /// The root of the `text` of `file`; `expected` says what an empty one lacks, `reach` which files
  /// are opened because it names them.
  package static func root(
    of text: String, _ file: String, expected: DocumentContent, reach: Reach = .everything
  ) throws(FileError) -> DocumentValue {
    if let (name, place) = alias(in: text, file) { throw FileError(place, .alias(name)) }
    let root: Node?
    do {
      // What a scalar is, whoever asks for it says: no pattern has to be compiled for that.
      root = try Yams.compose(yaml: text, .basic)
    } catch {
      throw translated(error, text, file)
    }
    guard let root else { throw FileError(file, .empty(expected: expected)) }
    return DocumentValue(root, of: file, reach: reach)
  }

  /// The first `*name` whose `&name` is there too.
  ///
  /// Looked for before the reader runs: aliases of aliases stand for more than any memory holds, and
  /// already comparing such keys would not end. A lone `&` or `*` in a text is not meant, nor is a `*`
  /// in the middle of one: an alias stands where a value begins.
  private static func alias(in text: String, _ file: String) -> (String, Place)? {
    guard text.utf8.contains(UInt8(ascii: "*")), text.utf8.contains(UInt8(ascii: "&")) else {
      return nil
    }
    var anchors: Set<Substring> = []
    var (line, column) = (1, 0)
    var before: Unicode.Scalar = " "
    // What stands last on the line but blanks.
    var mark: Unicode.Scalar?
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      (line, column) = scalar == "\n" ? (line + 1, 0) : (line, column + 1)
      if scalar == "&" || scalar == "*", !isNameScalar(before) {
        let next = text.unicodeScalars.index(after: index)
        let name = Substring(text.unicodeScalars[next...].prefix(while: isNameScalar))
        if scalar == "&", !name.isEmpty { anchors.insert(name) }
        if scalar == "*", mark.map(isBeforeValue) ?? true, anchors.contains(name) {
          return (excerpt(String(name)), Place(file, line: line, column: column))
        }
      }
      before = scalar
      if scalar == "\n" || scalar == "\r" { mark = nil } else if scalar != " " { mark = scalar }
    }
    return nil
  }

  private static func isBeforeValue(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", ":", ",", "[", "{", "?", "\t": true
    default: false
    }
  }

  /// What the YAML reader takes as part of a name.
  private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: false
    }
  }

  private static func translated(_ error: any Error, _ text: String, _ file: String)
    -> FileError
  {
    func syntax(_ context: String?, _ problem: String, _ mark: Mark) -> FileError {
      let words = [context, problem].compactMap(\.self).joined(separator: ", ")
      return FileError(
        Place(file, line: mark.line, column: mark.column),
        .syntax(.reader(words)))
    }
    switch error as? YamlError {
    // The reader's own limit, and its own words for it.
    case .parser(_, let problem, let mark, _) where problem.contains("nesting level"):
      return FileError(
        Place(file, line: mark.line, column: mark.column), .tooDeep(limit: deepest))
    case .scanner(let context?, "found unexpected end of stream", _, _)
    where context.text.contains("quoted"):
      // The end of the file is far from the mark that is missed.
      return FileError(
        Place(file, line: context.mark.line, column: context.mark.column),
        .syntax(.openQuote))
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return syntax(context?.text, problem, mark)
    case .duplicatedKeysInMapping(let keys, let context):
      return FileError(
        Place(file, line: context.mark.line, column: context.mark.column),
        .duplicateKey(excerpt(keys.first ?? "")))
    case .reader(let problem, let offset, _, _):
      let before = text.prefix(offset ?? 0).split(
        omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      return FileError(
        Place(file, line: max(before.count, 1), column: (before.last?.count ?? 0) + 1),
        .syntax(.reader(problem)))
    default:
      return FileError(file, .syntax(.noDocument))
    }
  }
}
