import Documents

/// An array of numbers or texts. Its elements are read each time they are asked for.
package struct Dataset: StoredElements {
  package let content: StoredContent
  private let header: ObjectHeader

  init(_ header: ObjectHeader, _ origin: Origin) throws(HDF5Fault) {
    let image = origin.image
    var reader = MessageReader(image)
    guard let space = try reader.cursor(.dataspace, of: header, as: .dataspace),
      let type = try reader.cursor(.datatype, of: header, as: .datatype),
      let layout = try reader.cursor(.layout, of: header, as: .layout)
    else { throw .damaged(.objectHeader, at: header.address, .incomplete) }
    self.header = header
    let elements = try Elements(
      image: image, type: Datatype(type), space: Dataspace(space),
      storage: Self.storage(Layout(layout), header, &reader))
    content = StoredContent(elements: elements, origin: origin)
  }

  /// Its path within the file.
  package var path: String { content.origin.path }

  /// Its attributes.
  package func attributes() throws(FileError) -> Attributes {
    try Attributes(header, content.origin)
  }

  private static func storage(
    _ layout: Layout, _ header: ObjectHeader, _ reader: inout MessageReader
  ) throws(HDF5Fault) -> Elements.Storage {
    let fill = try FillValue.bytes(of: header, &reader)
    switch layout {
    case .compact(let range): return .together(range)
    case .contiguous(let position, let size):
      if header.message(.externalFiles) != nil { return .unread(.externalData) }
      guard let position else { return .nowhere(fill: fill) }
      return .from(position, size: size)
    case .chunked(let chunks):
      let filters =
        if let message = try reader.cursor(.filters, of: header, as: .filters) {
          try FilterPipeline(message)
        } else {
          FilterPipeline()
        }
      return .chunked(chunks, filters, fill: fill)
    case .virtual: return .unread(.virtualDataset)
    }
  }
}
