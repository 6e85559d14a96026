/// The names of an old group (specification 3.0, section III.D).
struct LocalHeap {
  private let image: FileImage
  /// The positions of the names.
  private let segment: Range<Int>

  init(_ image: FileImage, at address: Int) throws(HDF5Fault) {
    var cursor = try image.cursor(at: address, of: .localHeap, signature: "HEAP")
    try cursor.version(0...0)
    try cursor.skip(3)
    let size = try cursor.length()
    // Where its free space begins.
    try cursor.skip(image.lengthSize)
    self.image = image
    segment = try image.range(at: cursor.definedAddress(), count: size, of: .localHeap)
  }

  /// The text that begins so many bytes behind the heap's first.
  func text(at offset: Int, _ walk: inout Walk) throws(HDF5Fault) -> String {
    guard offset < segment.count else {
      throw .damaged(.localHeap, at: segment.lowerBound, .value)
    }
    var cursor = Cursor(image, segment.lowerBound + offset..<segment.upperBound, .localHeap)
    let text = try cursor.terminatedText()
    try walk.take(cursor)
    return text
  }
}
