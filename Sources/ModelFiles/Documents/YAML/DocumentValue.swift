import Yams
import Wording

/// One value of a document.
///
/// Scalars are taken as they are written: the YAML reader's own idea of types would turn `No` and
/// `1` into something else without a word.
package struct DocumentValue {
  let node: Node
  let file: String
  /// Which files are opened because they are named here.
  let reach: Reach

  /// Where the value begins.
  package var place: Place {
    Place(file, line: node.mark?.line, column: node.mark?.column)
  }

  package func error(_ problem: ModelFileError.Problem) -> ModelFileError {
    ModelFileError(place, problem)
  }

  /// What stands here, for a sentence.
  package var found: String {
    switch node {
    case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "'\(excerpt(scalar.string))'"
    case .sequence: "a list"
    case .mapping: "a group of keys"
    case .alias: "an alias"
    }
  }

  /// Whether it is text, empty or not.
  package var isText: Bool { if case .scalar = node { true } else { false } }

  /// Whether it is text that stands there without quotation marks and on lines of its own: what the
  /// reader then takes for a comment is gone.
  package var isPlainText: Bool {
    guard case .scalar(let scalar) = node else { return false }
    return scalar.style == .plain || scalar.style == .any
  }

  /// `null`, `~` or nothing.
  package var isNull: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else {
      return false
    }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// The keys and values; a key that is not text is an error.
  package func mapping(_ name: String) throws(ModelFileError) -> DocumentMapping {
    guard case .mapping(let mapping) = node else {
      throw error(.wrongType(name: name, expected: "a group of keys", found: found))
    }
    var entries: [DocumentMapping.Entry] = []
    for (key, value) in mapping {
      let key = DocumentValue(node: key, file: file, reach: reach)
      guard case .scalar(let scalar) = key.node else {
        throw key.error(.wrongType(name: "a key", expected: "text", found: key.found))
      }
      entries.append(
        DocumentMapping.Entry(
          key: scalar.string, place: key.place,
          value: DocumentValue(node: value, file: file, reach: reach)))
    }
    return DocumentMapping(place: place, entries: entries)
  }

  /// The elements of a list.
  package func list(_ name: String) throws(ModelFileError) -> [DocumentValue] {
    guard case .sequence(let sequence) = node else {
      throw error(.wrongType(name: name, expected: "a list", found: found))
    }
    return sequence.map { DocumentValue(node: $0, file: file, reach: reach) }
  }

  /// The text, as it is written.
  package func text(_ name: String) throws(ModelFileError) -> String {
    guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
      throw error(.wrongType(name: name, expected: "text", found: found))
    }
    return scalar.string
  }

  /// The path of a file that is within reach, as seen from the folder of this one.
  func path(_ name: String) throws(ModelFileError) -> String {
    let named = ModelFiles.path(try text(name), besides: file)
    do { try reach.check(named) } catch { throw self.error(error.problem) }
    return named
  }

  /// A text that will be shown: refused where a character of it would not be printed as it is.
  func name(_ name: String) throws(ModelFileError) -> String {
    try checkedName(try text(name), at: place)
  }

  /// A whole number in `range`.
  package func integer(_ name: String, in range: ClosedRange<Int>) throws(ModelFileError) -> Int {
    guard case .scalar(let scalar) = node else {
      throw error(.wrongType(name: name, expected: "a whole number", found: found))
    }
    guard let number = Int(scalar.string), range.contains(number) else {
      throw error(
        .outOfRange(
          name: name, found: excerpt(scalar.string), lowest: range.lowerBound,
          highest: range.upperBound))
    }
    return number
  }

  /// A number from 0 to 1.
  func fraction(_ name: String) throws(ModelFileError) -> Float {
    let text = try text(name)
    guard let number = Array(text.utf8).withUnsafeBytes(decimalNumber), (0...1).contains(number)
    else {
      throw error(
        .wrongType(name: name, expected: "a number from 0 to 1", found: "'\(excerpt(text))'"))
    }
    return Float(number)
  }

  /// `true` or `false`, also with Python's capital.
  package func flag(_ name: String) throws(ModelFileError) -> Bool {
    if case .scalar(let scalar) = node {
      if ["true", "True"].contains(scalar.string) { return true }
      if ["false", "False"].contains(scalar.string) { return false }
    }
    throw error(.wrongType(name: name, expected: "true or false", found: found))
  }
}

/// A name from a file as it is, refused where a character of it would not be printed so.
func checkedName(_ name: String, at place: Place) throws(ModelFileError) -> String {
  guard let hidden = Cleaning.firstUnsafe(in: name) else { return name }
  throw ModelFileError(place, .hiddenCharacter(name: excerpt(name), hidden))
}

/// The keys of a document value, in their order.
package struct DocumentMapping {
  package struct Entry {
    package let key: String
    package let place: Place
    package let value: DocumentValue
  }

  package let place: Place
  package let entries: [Entry]

  package subscript(key: String) -> DocumentValue? {
    entries.first { $0.key == key }?.value
  }

  /// The value of a key that must be there; `example` shows how to write it.
  package func required(_ key: String, example: String) throws(ModelFileError) -> DocumentValue {
    guard let value = self[key] else {
      throw ModelFileError(place, .missingKey(key, example: example))
    }
    return value
  }

  /// Throws for the first key that is not among `known`.
  package func allow(_ known: [String]) throws(ModelFileError) {
    for entry in entries where !known.contains(entry.key) {
      throw ModelFileError(
        entry.place,
        .unknownKey(excerpt(entry.key), nearest: nearest(to: entry.key, in: known), known: known)
      )
    }
  }
}
