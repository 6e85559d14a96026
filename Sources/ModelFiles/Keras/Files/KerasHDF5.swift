import Documents
import Engine
import HDF5

/// What Keras's HDF5 files have in common.
enum KerasHDF5 {
  /// The largest file that is read: the most weights thrice, since an optimiser keeps two numbers for
  /// each, and 16 MiB for all else.
  static let largestFile = NetworkPlan.mostWeights * 4 * 3 + 16 << 20

  /// The root group of `file`.
  static func open(_ file: String) throws(FileError) -> Group {
    let bytes = try FileBytes.read(file, limit: largestFile).bytes
    return try HDF5File(bytes: bytes, named: file).root
  }

  /// The version that wrote a file; Keras 1 wrote none.
  static func version(_ attributes: Attributes) throws(FileError) -> KerasVersion? {
    guard let written = attributes["keras_version"] else { return nil }
    return KerasVersion(written: try written.text())
  }

  /// Whether weights stand below a group, filed in the older way or the newer.
  static func holdsWeights(_ root: Group) -> Bool {
    root.names.contains { name in FilingByClass.names.contains(where: name.hasPrefix) }
      || (try? root.attributes().names.contains { $0.hasPrefix("layer_names") }) == true
  }

  /// The texts of an attribute that may be split: `layer_names`, or `layer_names0`, `layer_names1` and
  /// so on where it is too long for one.
  static func texts(_ name: String, of attributes: Attributes) throws(FileError) -> [String]? {
    if let whole = attributes[name] { return try texts(whole) }
    var found: [String]?
    var number = 0
    while let part = attributes["\(name)\(number)"] {
      found = (found ?? []) + (try texts(part))
      number += 1
    }
    return found
  }

  /// The texts of a list; an empty one is written as numbers.
  private static func texts(_ attribute: Attribute) throws(FileError) -> [String] {
    attribute.count == 0 ? [] : try attribute.texts()
  }
}
