import Wording

/// An array as `numpy.save` writes it: `.npy` of version 1 to 3, floats, whole numbers or Booleans.
///
/// Row by row (C order) or column by column (Fortran order, in which pandas keeps its columns), either
/// order of bytes. Objects, texts, dates and named fields are refused.
package enum NumPyFile {
  /// Reads `file` as float32; throws when header and size do not fit together, and when it holds more
  /// than `limit` numbers.
  package static func read(
    _ file: String, limit: Int = .max
  ) throws(FileError) -> NumberArray {
    let reader = try FileReader(file)
    return try read(reader, named: file, limit)
  }

  /// Reads bytes that are such a file, called `name` in errors.
  package static func read(
    _ bytes: ArraySlice<UInt8>, named name: String, limit: Int = .max
  ) throws(FileError) -> NumberArray {
    try read(NumPyBytes(bytes), named: name, limit)
  }

  private static func read(
    _ source: borrowing some NumPySource & ~Copyable, named file: String, _ limit: Int
  ) throws(FileError) -> NumberArray {
    let opening = try source.bytes(10, after: 0)
    guard opening.count == 10, opening.starts(with: [0x93] + Array("NUMPY".utf8)) else {
      throw FileError(file, .notNumPy)
    }
    let (major, minor) = (Int(opening[6]), Int(opening[7]))
    guard (1...3).contains(major), minor == 0 else {
      throw FileError(file, .numPyVersion(major, minor))
    }
    // The header's length takes two bytes in version 1 and four in the later ones.
    let more = try source.bytes(major == 1 ? 0 : 2, after: 10)
    guard major == 1 || more.count == 2 else {
      throw FileError(file, .numPyHeader(.endsWithin))
    }
    let length = (opening[8...] + more).reversed().reduce(0) { $0 << 8 | Int($1) }
    let start = opening.count + more.count
    guard length <= source.size - start else {
      throw FileError(
        file, .numPyHeader(.beyondFile(length: length, available: source.size - start)))
    }
    let written = try source.bytes(min(length, NumPyHeader.longest + 1), after: start)
    let header: NumPyHeader
    do throws(DocumentProblem.NumPyHeader) {
      header = try NumPyHeader(written)
    } catch {
      throw FileError(file, .numPyHeader(error))
    }
    guard let type = StoredType(numPy: header.type) else {
      throw FileError(file, .numPyType(excerpt(header.type)))
    }
    guard let count = NumberArray.count(of: header.shape), count <= Int.max / type.size else {
      throw FileError(file, .numPyHeader(.shape(header.shape)))
    }
    let found = source.size - start - length
    guard found == count * type.size else {
      throw FileError(
        file, .numPyLength(shape: header.shape, expected: count * type.size, found: found))
    }
    guard count <= limit else {
      throw FileError(file, .tooManyNumbers(found: count, limit: limit))
    }
    let array = NumberArray(
      shape: header.shape,
      values: try source.floats(
        count, as: type, bigEndian: header.type.hasPrefix(">"), after: start + length))
    return header.fortranOrder ? array.fromColumnMajor() : array
  }
}
