import Documents

/// Names that lead to datasets and further groups.
package struct Group: Sendable {
  /// The names in it, in the order of their bytes.
  package let names: [String]
  private let links: LinkTable
  private let header: ObjectHeader
  private let origin: Origin

  init(_ header: ObjectHeader, _ links: LinkTable, _ origin: Origin) {
    self.header = header
    self.links = links
    self.origin = origin
    names = links.targets.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Its path within the file, `/` for the root group.
  package var path: String { origin.path }

  /// The object of a name or a path, from this group on or with `/` before it from the root; throws
  /// where it is not there, and where a link leads to another file.
  package subscript(path: String) -> HDF5Object {
    get throws(FileError) {
      var search = PathSearch()
      return try search.object(path, from: self)
    }
  }

  /// The group of a name or a path; throws where it is something else.
  package func group(_ path: String) throws(FileError) -> Group {
    guard case .group(let group) = try self[path] else {
      throw origin.at(PathSearch.joined(self.path, path)).error(.notAGroup)
    }
    return group
  }

  /// The dataset of a name or a path; throws where it is something else.
  package func dataset(_ path: String) throws(FileError) -> Dataset {
    guard case .dataset(let dataset) = try self[path] else {
      throw origin.at(PathSearch.joined(self.path, path)).error(.notADataset)
    }
    return dataset
  }

  /// Its attributes.
  package func attributes() throws(FileError) -> Attributes { try Attributes(header, origin) }

  /// Where a name leads to; nil where it is not there.
  func target(of name: String) -> LinkTarget? { links.targets[name] }

  /// Its file, at a path.
  func origin(at path: String) -> Origin { origin.at(path) }
}
