import Engine

/// An array as `numpy.save` writes it: `.npy` of version 1 to 3, floats or whole numbers, C order.
///
/// Fortran order is refused rather than turned round: what asks for it is nearly always a transpose
/// that the author did not mean to save.
package enum NumPyFile {
  /// The largest file that is read.
  package static let largestFile = 512 << 20

  /// Reads `file` as float32; throws when header and size do not fit together.
  package static func read(_ file: String) throws(ModelFileError) -> Tensor {
    let source = try FileBytes.read(file, limit: largestFile)
    let bytes = source.bytes
    guard bytes.count >= 10, bytes.starts(with: [0x93] + Array("NUMPY".utf8)) else {
      throw ModelFileError(file, .notNumPy)
    }
    let (major, minor) = (Int(bytes[6]), Int(bytes[7]))
    guard (1...3).contains(major), minor == 0 else {
      throw ModelFileError(file, .numPyVersion(major, minor))
    }
    // The header's length takes two bytes in version 1 and four in the later ones.
    let start = major == 1 ? 10 : 12
    guard bytes.count >= start else {
      throw ModelFileError(file, .numPyHeader("the file ends within it"))
    }
    let length = bytes[8..<start].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= bytes.count - start else {
      throw ModelFileError(
        file, .numPyHeader("it should take \(length) bytes, but \(bytes.count - start) follow"))
    }
    let header: NumPyHeader
    do throws(NumPyHeaderError) {
      header = try NumPyHeader(bytes[start..<start + length])
    } catch {
      throw ModelFileError(file, .numPyHeader(error.reason))
    }
    guard let type = StoredType(numPy: header.type) else {
      throw ModelFileError(file, .numPyType(excerpt(header.type)))
    }
    guard !header.fortranOrder || header.shape.count < 2 else {
      throw ModelFileError(file, .numPyOrder)
    }
    guard let count = Tensor.count(of: header.shape), count <= Int.max / type.size else {
      throw ModelFileError(file, .numPyHeader("no array can have the shape \(header.shape)"))
    }
    let found = bytes.count - start - length
    guard found == count * type.size else {
      throw ModelFileError(
        file, .numPyLength(shape: header.shape, expected: count * type.size, found: found))
    }
    return Tensor(
      shape: header.shape, values: type.floats(bytes, at: start + length, count: count))
  }
}
