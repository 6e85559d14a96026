import Engine

/// What a safetensors header says of one tensor.
struct TensorEntry {
  let name: String
  let type: StoredType
  let shape: [Int]
  /// How many numbers the shape asks for.
  let count: Int
  /// Where its bytes begin and end, counted from the end of the header.
  let start: Int
  let end: Int

  init(name: String, _ value: JSON, file: String) throws(ModelFileError) {
    let shown = excerpt(name)
    func error(_ reason: String) -> ModelFileError {
      ModelFileError(file, .tensorEntry(tensor: shown, reason: reason))
    }
    guard case .object(let members) = value else { throw error("is not described by an object") }
    var typeName: String?
    var shape: [Int]?
    var offsets: [Int]?
    for (key, value) in members {
      switch (key, value) {
      case ("dtype", .string(let text)): typeName = text
      case ("shape", .array(let values)): shape = Self.integers(values)
      case ("data_offsets", .array(let values)): offsets = Self.integers(values)
      default: throw error("has an entry '\(excerpt(key))' that is not understood")
      }
    }
    guard let typeName else { throw error("has no data type") }
    guard let shape else { throw error("has no shape of whole numbers") }
    guard let offsets, offsets.count == 2, offsets[0] >= 0, offsets[0] <= offsets[1] else {
      throw error("has no pair of data offsets")
    }
    guard let type = StoredType(safetensors: typeName) else {
      throw ModelFileError(file, .dataType(tensor: shown, found: excerpt(typeName)))
    }
    guard let count = Tensor.count(of: shape), count <= Int.max / type.size else {
      throw ModelFileError(file, .tensorShape(tensor: shown, shape: shape))
    }
    guard offsets[1] - offsets[0] == count * type.size else {
      throw ModelFileError(
        file,
        .byteCount(
          tensor: shown, shape: shape, expected: count * type.size, found: offsets[1] - offsets[0]))
    }
    self.name = name
    self.type = type
    self.shape = shape
    self.count = count
    start = offsets[0]
    end = offsets[1]
  }

  private static func integers(_ values: [JSON]) -> [Int]? {
    let integers = values.compactMap(\.integer)
    return integers.count == values.count ? integers : nil
  }
}
