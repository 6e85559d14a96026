import Documents

/// The file that an object comes from, under which name its errors are told, and the object's path.
struct Origin: Sendable {
  let image: FileImage
  /// The object header of the root group.
  let root: Int
  /// The file as it was named.
  let file: String
  /// The path of the object within the file.
  var path = "/"
  /// The attribute, where it is one.
  var attribute: String?

  /// What `body` gives; what it throws gets its place.
  func placed<Value>(
    _ body: () throws(HDF5Fault) -> Value
  ) throws(FileError) -> Value {
    do throws(HDF5Fault) {
      return try body()
    } catch {
      throw self.error(error)
    }
  }

  /// A fault at this object.
  func error(_ fault: HDF5Fault) -> FileError {
    FileError(
      at: Place(file),
      of: HDF5Problem(file: file, object: path, attribute: attribute, fault: fault))
  }

  /// The object of that path.
  func at(_ path: String) -> Origin {
    var origin = self
    origin.path = path
    return origin
  }

  /// The attribute of that name.
  func attribute(_ name: String) -> Origin {
    var origin = self
    origin.attribute = name
    return origin
  }
}
