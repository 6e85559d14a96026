import Documents

/// Follows a path through groups and links.
struct PathSearch {
  /// Steps that may still be taken: links can lead to one another in a circle.
  private var left = 64

  /// The object of a path that begins at a group, or with `/` at the root.
  mutating func object(_ path: String, from start: Group) throws(FileError) -> HDF5Object {
    let origin = start.origin(at: "/")
    var object: HDF5Object =
      path.hasPrefix("/") ? try HDF5Object.open(origin.root, origin) : .group(start)
    var reached = path.hasPrefix("/") ? "/" : start.path
    for name in path.split(separator: "/").map(String.init) where name != "." {
      guard case .group(let group) = object else { throw origin.at(reached).error(.notAGroup) }
      reached = Self.joined(reached, name)
      let place = origin.at(reached)
      guard left > 0 else { throw place.error(.linkLoop) }
      left -= 1
      switch group.target(of: name) {
      case nil: throw origin.at(group.path).error(.noObject(name, present: group.names))
      case .hard(let address): object = try HDF5Object.open(address, place)
      case .soft(let path): object = try self.object(path, from: group)
      case .external(let file, let path):
        throw place.error(.unread(.externalLink(file: file, path: path)))
      case .userDefined: throw place.error(.unread(.userDefinedLink))
      }
    }
    return object
  }

  /// A path, and another one behind it.
  static func joined(_ path: String, _ more: String) -> String {
    more.hasPrefix("/") ? more : path == "/" ? "/" + more : path + "/" + more
  }
}
