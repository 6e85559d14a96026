/// Texts of fixed or variable length. Bytes that are no UTF-8 become the replacement character.
struct TextDecoder: ElementDecoder {
  private let image: FileImage
  private let type: Datatype
  private var heap: GlobalHeap
  /// The memory that texts may still take.
  private var left: Int

  /// For so many texts, as many as the memory for an array of them was checked for.
  init(_ type: Datatype, _ image: FileImage, count: Int) {
    self.image = image
    self.type = type
    heap = GlobalHeap(image)
    left = image.memoryLimit - count * Self.bytesPerValue
  }

  static var blank: String { "" }

  static var bytesPerValue: Int { MemoryLayout<String>.stride }

  mutating func decode(
    _ bytes: ArraySlice<UInt8>, into values: inout [String], at index: Int
  ) throws(HDF5Fault) {
    for element in 0..<bytes.count / type.size {
      let start = bytes.startIndex + element * type.size
      values[index + element] = try text(bytes[start..<start + type.size])
    }
  }

  private mutating func text(_ element: ArraySlice<UInt8>) throws(HDF5Fault) -> String {
    if case .fixedText(let padding) = type.content {
      try take(element.count)
      return padding.text(element)
    }
    return try variableText(element)
  }

  /// Its length, the address of a collection and a number in it (specification 3.0, section IV.A.2.d,
  /// class 9, and III.E).
  private mutating func variableText(
    _ element: ArraySlice<UInt8>
  ) throws(HDF5Fault) -> String {
    var fields = Cursor(
      FileImage(element, like: image), 0..<element.count, .globalHeap)
    let length = try fields.count(4)
    guard let address = try fields.address(), address > image.base, length > 0 else { return "" }
    let index = UInt16(truncatingIfNeeded: try fields.unsigned(4))
    let known = heap.memory
    let object = try heap.object(index, at: address)
    guard length <= object.count else { throw .damaged(.globalHeap, at: address, .length) }
    try take(length, besides: heap.memory - known)
    return TextPadding.terminated.text(
      image[object.lowerBound..<object.lowerBound + length])
  }

  /// Counts what a text keeps outside its array, at most: a short one nothing, a longer one its bytes and
  /// a head. A byte that is no UTF-8 becomes three.
  private mutating func take(_ count: Int, besides more: Int = 0) throws(HDF5Fault) {
    let needed = (count > 5 ? 3 * count + 32 : 0) + more
    guard needed <= left else { throw .tooLarge(bytes: nil, limit: image.memoryLimit) }
    left -= needed
  }
}
