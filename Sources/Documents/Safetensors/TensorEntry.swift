import Wording

/// What a safetensors header says of one tensor.
struct TensorEntry {
  let name: String
  /// How its numbers are stored; nil where that is not read.
  let type: StoredType?
  let typeName: String
  let shape: [Int]
  /// How many numbers the shape asks for.
  let count: Int
  /// Where its bytes begin and end, counted from the end of the header.
  let start: Int
  let end: Int

  init(name: String, _ value: JSON, file: String) throws(FileError) {
    let shown = excerpt(name)
    func error(_ problem: DocumentProblem.TensorHeader) -> FileError {
      FileError(file, .tensorEntry(tensor: shown, problem))
    }
    guard case .object(let members) = value else { throw error(.noObject) }
    var typeName: String?
    var shape: [Int]?
    var offsets: [Int]?
    for (key, value) in members {
      switch (key, value) {
      case ("dtype", .string(let text)): typeName = text
      case ("shape", .array(let values)): shape = Self.integers(values)
      case ("data_offsets", .array(let values)): offsets = Self.integers(values)
      default: throw error(.unknownEntry(excerpt(key)))
      }
    }
    guard let typeName else { throw error(.noType) }
    guard let shape else { throw error(.noShape) }
    guard let offsets, offsets.count == 2, offsets[0] >= 0, offsets[0] <= offsets[1] else {
      throw error(.noOffsets)
    }
    let type = StoredType(safetensors: typeName)
    let size = type?.size ?? Self.otherSizes[typeName]
    guard let count = NumberArray.count(of: shape), count <= Int.max / (size ?? 1) else {
      throw FileError(file, .tensorShape(tensor: shown, shape: shape))
    }
    if let size, offsets[1] - offsets[0] != count * size {
      throw FileError(
        file,
        .byteCount(
          tensor: shown, shape: shape, expected: count * size, found: offsets[1] - offsets[0]))
    }
    self.name = name
    self.type = type
    self.typeName = typeName
    self.shape = shape
    self.count = count
    start = offsets[0]
    end = offsets[1]
  }

  /// Bytes a number of the types that are not read. What is packed tighter than bytes, or new, is
  /// not here: of such a tensor only its offsets are looked at.
  private static let otherSizes = [
    "BOOL": 1, "U8": 1, "I8": 1, "F8_E5M2": 1, "F8_E4M3": 1, "F8_E8M0": 1, "U16": 2, "I16": 2,
    "U32": 4, "I32": 4, "U64": 8, "I64": 8, "C64": 8,
  ]

  private static func integers(_ values: [JSON]) -> [Int]? {
    let integers = values.compactMap(\.integer)
    return integers.count == values.count ? integers : nil
  }
}
