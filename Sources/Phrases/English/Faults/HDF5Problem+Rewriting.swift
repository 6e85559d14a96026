import HDF5

/// The line of h5py that writes an object again so that it can be read.
struct HDF5Rewriting {
  let file: String
  let object: String
  let attribute: String?

  /// The object as it is, without filters, in one piece and in this file.
  var plain: String { line("x = \(value)", "x") }

  /// The object with its elements as something that is read.
  func converted(_ elements: ElementType.Other) -> String {
    switch elements {
    case .integer, .float, .bitfield: line("x = \(value)", "x.astype('float32')")
    case .complex: line("x = \(value)", "x.real.astype('float32')")
    case .opaque: line("x = \(value)", "x.view(ml_dtypes.bfloat16).astype('float32')")
    case .compound: line("x = \(value)", "x['FIELD'].astype('float32')")
    case .sequence: line("x = \(value)", "numpy.stack(x).astype('float32')")
    case .array: plain
    case .time, .reference: without
    }
  }

  /// The file without the object.
  private var without: String {
    let group = "f[\(quoted(object))]"
    return attribute.map { "\(open); del \(group).attrs[\(quoted($0))]" } ?? "\(open); del \(group)"
  }

  /// The object copied from the file that it links to.
  func copied(from file: String, _ path: String) -> String {
    "\(open); del f[\(quoted(object))]; "
      + "f.copy(h5py.File(\(quoted(file)))[\(quoted(path))], \(quoted(object)))"
  }

  /// All objects in a new file of the oldest form that holds them.
  var wholeFile: String {
    "write it again with: a = h5py.File(\(quoted(file))); b = h5py.File('new.h5', 'w'); "
      + "[a.copy(k, b) for k in a]; b.attrs.update(a.attrs); b.close()"
  }

  private var open: String { "f = h5py.File(\(quoted(file)), 'r+')" }

  /// What reads the value.
  private var value: String {
    attribute.map { "f[\(quoted(object))].attrs[\(quoted($0))]" } ?? "f[\(quoted(object))][()]"
  }

  private func line(_ reading: String, _ result: String) -> String {
    guard let attribute else {
      return "\(open); \(reading); del f[\(quoted(object))]; f[\(quoted(object))] = \(result)"
    }
    return "\(open); \(reading); f[\(quoted(object))].attrs[\(quoted(attribute))] = \(result)"
  }

  /// A text as Python writes it.
  private func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
  }
}
