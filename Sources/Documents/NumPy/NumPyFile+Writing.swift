extension NumPyFile {
  /// What stands before the float32 numbers of an array, row by row: the file's sign, version 1.0, and
  /// the header, filled with blanks so that the numbers begin at a multiple of 64 bytes, as
  /// `numpy.save` has it. The shape has at most 32 axes, as NumPy's own have.
  package static func opening(shape: [Int]) -> [UInt8] {
    precondition(shape.count <= 32, "more axes than an array of NumPy's has")
    let sizes = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(sizes)), }"
    // The sign, the version and the length take ten bytes, the end of the line one.
    let blanks = (64 - (10 + header.utf8.count + 1) % 64) % 64
    let length = header.utf8.count + blanks + 1
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)]
      + Array(header.utf8) + [UInt8](repeating: UInt8(ascii: " "), count: blanks)
      + [UInt8(ascii: "\n")]
  }
}
