import Wording

/// One value of a document, which knows where it stands.
///
/// Scalars are taken as they are written: the YAML reader's own idea of types would turn `No` and
/// `1` into something else without a word.
package struct DocumentValue: Sendable {
  /// What a value can be.
  enum Content: Sendable {
    /// Text as it is written, and whether it stands there without quotation marks.
    case text(String, isPlain: Bool)
    case list([DocumentValue])
    case mapping([(key: DocumentValue, value: DocumentValue)])
    /// What an alias would repeat is not looked up.
    case alias
  }

  let content: Content
  /// Where the value begins.
  package let place: Place
  /// Which files are opened because they are named here.
  package let reach: Reach

  /// A problem of a document, at this value.
  package func error(_ problem: DocumentProblem) -> FileError {
    FileError(place, problem)
  }

  /// What stands here.
  package var found: FoundValue {
    switch content {
    case .text(let text, _): text.isEmpty ? .nothing : .text(excerpt(text))
    case .list: .list
    case .mapping: .mapping
    case .alias: .alias
    }
  }

  /// Whether it is text, empty or not.
  package var isText: Bool { if case .text = content { true } else { false } }

  /// The text as it is written, also where it is empty; nil for what is no text.
  package var written: String? { if case .text(let text, _) = content { text } else { nil } }

  /// Whether it is a list.
  package var isList: Bool { if case .list = content { true } else { false } }

  /// Whether it is a group of keys.
  package var isMapping: Bool { if case .mapping = content { true } else { false } }

  /// Whether it is text that stands there without quotation marks and on lines of its own: what the
  /// reader then takes for a comment is gone.
  package var isPlainText: Bool {
    if case .text(_, isPlain: true) = content { true } else { false }
  }

  /// `null`, `~` or nothing.
  package var isNull: Bool {
    guard case .text(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }
}

// MARK: - What is expected of a value

extension DocumentValue {
  /// The keys and values; a key that is not text is an error.
  package func mapping(_ name: ValueName) throws(FileError) -> DocumentMapping {
    guard case .mapping(let pairs) = content else {
      throw error(.wrongType(name: name, expected: .mapping, found: found))
    }
    var entries: [DocumentMapping.Entry] = []
    for (key, value) in pairs {
      guard case .text(let text, _) = key.content else {
        throw key.error(.wrongType(name: .anyKey, expected: .text, found: key.found))
      }
      entries.append(DocumentMapping.Entry(key: text, place: key.place, value: value))
    }
    return DocumentMapping(place: place, entries: entries)
  }

  /// The elements of a list.
  package func list(_ name: ValueName) throws(FileError) -> [DocumentValue] {
    guard case .list(let elements) = content else {
      throw error(.wrongType(name: name, expected: .list, found: found))
    }
    return elements
  }

  /// The text, as it is written.
  package func text(_ name: ValueName) throws(FileError) -> String {
    guard case .text(let text, _) = content, !text.isEmpty else {
      throw error(.wrongType(name: name, expected: .text, found: found))
    }
    return text
  }

  /// The path of a file that is within reach, as seen from the folder of this one.
  package func path(_ name: ValueName) throws(FileError) -> String {
    let named = Documents.path(try text(name), besides: place.file)
    do { try reach.check(named) } catch { throw FileError(at: place, of: error.problem) }
    return named
  }

  /// A text that will be shown: refused where a character of it would not be printed as it is.
  package func name(_ name: ValueName) throws(FileError) -> String {
    try checkedName(try text(name), at: place)
  }

  /// A whole number in `range`.
  package func integer(_ name: ValueName, in range: ClosedRange<Int>) throws(FileError) -> Int {
    guard case .text(let text, _) = content else {
      throw error(.wrongType(name: name, expected: .wholeNumber, found: found))
    }
    guard let number = Int(text), range.contains(number) else {
      throw error(
        .outOfRange(
          name: name, found: excerpt(text), lowest: range.lowerBound, highest: range.upperBound))
    }
    return number
  }

  /// A number from 0 to 1.
  package func fraction(_ name: ValueName) throws(FileError) -> Float {
    let text = try text(name)
    guard let number = Array(text.utf8).withUnsafeBytes(decimalNumber), (0...1).contains(number)
    else {
      throw error(
        .wrongType(name: name, expected: .number(from: 0, to: 1), found: .text(excerpt(text))))
    }
    return Float(number)
  }

  /// A finite number.
  package func real(_ name: ValueName) throws(FileError) -> Double {
    let text = try text(name)
    guard let number = Array(text.utf8).withUnsafeBytes(decimalNumber), number.isFinite else {
      throw error(
        .wrongType(
          name: name, expected: .number(from: -1_000_000_000, to: 1_000_000_000),
          found: .text(excerpt(text))))
    }
    return number
  }

  /// `true` or `false`, also with Python's capital.
  package func flag(_ name: ValueName) throws(FileError) -> Bool {
    if case .text(let text, _) = content {
      if ["true", "True"].contains(text) { return true }
      if ["false", "False"].contains(text) { return false }
    }
    throw error(.wrongType(name: name, expected: .truth, found: found))
  }
}

/// A name from a file as it is, refused where a character of it would not be printed so.
package func checkedName(_ name: String, at place: Place) throws(FileError) -> String {
  guard let hidden = Cleaning.firstUnsafe(in: name) else { return name }
  throw FileError(place, .hiddenCharacter(name: excerpt(name), hidden))
}
