import Documents

/// The attributes of a group or a dataset: small arrays with a name.
package struct Attributes: Sendable {
  /// Their names, in the order of their bytes.
  package let names: [String]
  private let table: AttributeTable
  private let origin: Origin

  init(_ header: ObjectHeader, _ origin: Origin) throws(FileError) {
    table = try origin.placed { () throws(HDF5Fault) in
      try AttributeTable(header, origin.image)
    }
    self.origin = origin
    names = table.elements.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The attribute of that name; nil where there is none.
  package subscript(name: String) -> Attribute? {
    table.elements[name].map {
      Attribute(
        name: name, content: StoredContent(elements: $0, origin: origin.attribute(name)))
    }
  }

  /// The attribute of that name; throws where there is none.
  package func attribute(_ name: String) throws(FileError) -> Attribute {
    guard let attribute = self[name] else {
      throw origin.error(.noAttribute(name, present: names))
    }
    return attribute
  }
}
