import Documents

/// An HDF5 file in memory, read by the HDF5 File Format Specification, version 3.0.
///
/// ```swift
/// let file = try HDF5File(bytes: bytes, named: "model.h5")
/// let weights = try file.root.dataset("model_weights/lstm/lstm/lstm_cell/kernel:0")
/// let kernel = try weights.floats()                                   // row major
/// let names = try file.root.group("model_weights").attributes()["layer_names"]?.texts()
/// ```
///
/// Nothing is read before it is asked for. Read are superblocks 0 to 3; old and new groups; data in the
/// header, in one piece and in chunks of every index; deflate, shuffle and fletcher32; whole numbers,
/// floating-point numbers and Booleans of any width up to 64 bits and either order; texts; attributes.
/// All else is refused by name, among it links to other files, compound elements and further filters.
///
/// Any bytes cost an error at most. What is read takes, with the file, no more memory than four times
/// the file and 64 MB, for each group, dataset or attribute that is asked for.
package struct HDF5File: Sendable {
  /// The group that holds all others.
  package let root: Group

  /// The file of these bytes. Errors call it by `name`. What is read at a time takes no more memory
  /// than `memory`, in bytes; if that is not given, three times the file and 48 MB.
  package init(
    bytes: ArraySlice<UInt8>, named name: String, memory: Int? = nil
  ) throws(FileError) {
    var image = FileImage(bytes)
    if let memory { image.memoryLimit = memory }
    try self.init(image, named: name)
  }

  /// The same for a whole array.
  package init(bytes: [UInt8], named name: String, memory: Int? = nil) throws(FileError) {
    try self.init(bytes: bytes[...], named: name, memory: memory)
  }

  init(_ image: FileImage, named name: String) throws(FileError) {
    let unread = Origin(image: image, root: 0, file: name)
    let superblock = try unread.placed { () throws(HDF5Fault) in try Superblock(image) }
    let origin = Origin(image: superblock.image, root: superblock.root, file: name)
    guard case .group(let root) = try HDF5Object.open(superblock.root, origin) else {
      throw origin.error(.notAGroup)
    }
    self.root = root
  }

  /// Whether bytes begin as an HDF5 file does.
  package static func begins(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: Superblock.signature)
  }
}
