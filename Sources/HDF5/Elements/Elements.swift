/// The elements of a dataset or an attribute, which are read when they are asked for.
struct Elements: Sendable {
  let image: FileImage
  let type: Datatype
  let space: Dataspace
  let storage: Storage

  enum Storage: Sendable {
    /// One after the other, at some positions.
    case together(Range<Int>)
    /// One after the other, from a position on that was not checked; the size is what the file says.
    case from(Int, size: Int?)
    /// Nothing was written: each is the fill value, zero where there is none.
    case nowhere(fill: ArraySlice<UInt8>?)
    case chunked(ChunkLayout, FilterPipeline, fill: ArraySlice<UInt8>?)
    /// In a way that is not read.
    case unread(HDF5Feature)
  }

  /// The numbers, as a type that holds them.
  func numbers<Number: StoredNumber>(
    _ type: Number.Type, onlyIntegers: Bool = false
  ) throws(HDF5Fault) -> [Number] {
    switch self.type.content {
    case .number(let format) where !(onlyIntegers && format.isFloat),
      .enumeration(let format, _):
      return try values(NumberDecoder<Number>(format))
    case .other(let other): throw .unread(.elements(other))
    default:
      throw .wrongType(
        expected: onlyIntegers ? .integers : .numbers, found: self.type.elementType)
    }
  }

  /// The texts.
  func texts() throws(HDF5Fault) -> [String] {
    switch type.content {
    case .fixedText, .variableText:
      try checkMemory(TextDecoder.bytesPerValue)
      return try values(TextDecoder(type, image, count: space.count))
    case .other(let other): throw .unread(.elements(other))
    default: throw .wrongType(expected: .strings, found: type.elementType)
    }
  }

  /// All elements in the order of their axes, the last axis lying together.
  private func values<Decoder: ElementDecoder>(
    _ decoder: Decoder
  ) throws(HDF5Fault) -> [Decoder.Value] {
    guard space.count > 0 else { return [] }
    var decoder = decoder
    try checkMemory(Decoder.bytesPerValue)
    switch storage {
    case .together(let range): return try values(at: range, &decoder)
    case .from(let position, let size):
      let needed = try byteCount()
      guard needed <= size ?? needed else {
        throw .damaged(.layout, at: position, .length)
      }
      return try values(
        at: image.range(at: position, count: needed, of: .data), &decoder)
    case .nowhere(let fill):
      return try filled(&decoder, fill)
    case .chunked(let layout, let filters, let fill):
      var values = try filled(&decoder, fill)
      try ChunkedReading(layout, space, type, filters, image).read(&decoder, into: &values)
      return values
    case .unread(let feature): throw .unread(feature)
    }
  }

  /// Values that stand one after the other.
  private func values<Decoder: ElementDecoder>(
    at range: Range<Int>, _ decoder: inout Decoder
  ) throws(HDF5Fault) -> [Decoder.Value] {
    let needed = try byteCount()
    guard range.count >= needed else { throw .damaged(.data, at: range.lowerBound, .length) }
    var values = [Decoder.Value](repeating: Decoder.blank, count: space.count)
    try decoder.decode(image[range].prefix(needed), into: &values, at: 0)
    return values
  }

  /// As many fill values as there are elements.
  private func filled<Decoder: ElementDecoder>(
    _ decoder: inout Decoder, _ fill: ArraySlice<UInt8>?
  ) throws(HDF5Fault) -> [Decoder.Value] {
    var value = [Decoder.blank]
    if let fill {
      guard fill.count == type.size else { throw .damaged(.fillValue, at: 0, .length) }
      try decoder.decode(fill, into: &value, at: 0)
    }
    return [Decoder.Value](repeating: value[0], count: space.count)
  }

  /// Bytes of all elements as they are stored.
  private func byteCount() throws(HDF5Fault) -> Int {
    let (bytes, overflow) = space.count.multipliedReportingOverflow(by: type.size)
    guard !overflow else { throw .tooLarge(bytes: nil, limit: image.memoryLimit) }
    return bytes
  }

  /// Throws where all values take more memory than is given to a file of this size.
  private func checkMemory(_ bytesPerValue: Int) throws(HDF5Fault) {
    let (bytes, overflow) = space.count.multipliedReportingOverflow(by: bytesPerValue)
    guard !overflow, bytes <= image.memoryLimit else {
      throw .tooLarge(bytes: overflow ? nil : bytes, limit: image.memoryLimit)
    }
  }
}
