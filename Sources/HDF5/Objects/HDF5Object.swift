import Documents

/// What a name of a group can lead to.
package enum HDF5Object: Sendable {
  case group(Group)
  case dataset(Dataset)
  /// A datatype with a name of its own, which others refer to.
  case datatype

  /// The object whose header stands at a position.
  static func open(_ address: Int, _ origin: Origin) throws(FileError) -> HDF5Object {
    try origin.placed { () throws(HDF5Fault) in
      let header = try ObjectHeader(origin.image, at: address)
      if header.message(.layout) != nil {
        return .dataset(try Dataset(header, origin))
      }
      if let links = try LinkTable.read(header, origin.image) {
        return .group(Group(header, links, origin))
      }
      guard header.message(.datatype) != nil else {
        throw .damaged(.objectHeader, at: address, .incomplete)
      }
      return .datatype
    }
  }
}
