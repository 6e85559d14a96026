import Wording

/// A JSON text as a tree whose every value knows its place.
///
/// It is what `Document` gives for YAML, with all that JSON may hold and YAML refuses: pairs of
/// surrogates in escapes, tabs. As Python writes them, `NaN` and `Infinity` are read too. Refused are
/// keys that stand twice and nesting more than 200 deep.
package enum JSONDocument {
  /// Far above any architecture, even with the words of a vocabulary in it; a value that knows its
  /// place takes up to a hundred times its bytes.
  package static let largestFile = 2 << 20
  /// How many lists and objects may stand inside one another: models within models, and shallow enough
  /// for any stack.
  static let deepest = 200

  /// The root of `file`; `expected` says what an empty file lacks.
  package static func read(
    _ file: String, expected: DocumentContent
  ) throws(FileError) -> DocumentValue {
    let text = Array(try FileBytes.read(file, limit: largestFile).text().utf8)
    return try root(of: text[...], in: file, part: nil, expected: expected)
  }

  /// The root of a text in UTF-8 that is a `part` of `file`, such as an attribute: its values have the
  /// file as their place.
  package static func root(
    of text: ArraySlice<UInt8>, in file: String, part: String?, expected: DocumentContent
  ) throws(FileError) -> DocumentValue {
    guard text.count <= largestFile else {
      throw FileError(
        file, part.map { .partTooLarge($0, limit: largestFile) } ?? .tooLarge(limit: largestFile))
    }
    guard text.contains(where: { !" \n\r\t".utf8.contains($0) }) else {
      throw FileError(file, .empty(expected: expected))
    }
    var reader = PlacedJSONReader(text, of: file, hasPlaces: part == nil)
    do throws(JSONError) {
      return try reader.root()
    } catch {
      throw problem(error, reader.place(of: text.startIndex + error.byte), part)
    }
  }

  private static func problem(_ error: JSONError, _ place: Place, _ part: String?) -> FileError {
    switch error.expected {
    case .lessNesting: FileError(place, .tooDeep(limit: deepest))
    case .noKeyAgain(let key): FileError(place, .duplicateKey(excerpt(key)))
    default:
      FileError(
        place, .syntax(part.map { .part($0, error) } ?? .json(error.expected)))
    }
  }
}
