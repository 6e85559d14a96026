import Wording

/// The keys of a document value, in their order.
package struct DocumentMapping: Sendable {
  /// A key with its value.
  package struct Entry: Sendable {
    package let key: String
    /// Where the key stands.
    package let place: Place
    package let value: DocumentValue
  }

  /// Where the group of keys begins.
  package let place: Place
  package let entries: [Entry]

  /// A group of keys; none where a file has another form in its place.
  package init(place: Place, entries: [Entry] = []) {
    self.place = place
    self.entries = entries
  }

  /// The value of a key; nil where it is not there.
  package subscript(key: String) -> DocumentValue? {
    entries.first { $0.key == key }?.value
  }

  /// The value of a key that must be there; `example` shows how to write it.
  package func required(_ key: String, example: String) throws(FileError) -> DocumentValue {
    guard let value = self[key] else {
      throw FileError(place, .missingKey(key, example: example))
    }
    return value
  }

  /// Throws for the first key that is not among `known`.
  package func allow(_ known: [String]) throws(FileError) {
    for entry in entries where !known.contains(entry.key) {
      throw FileError(
        entry.place,
        .unknownKey(excerpt(entry.key), nearest: nearest(to: entry.key, in: known), known: known)
      )
    }
  }
}
