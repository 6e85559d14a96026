import Wording

/// The tensors of a safetensors file: a length in 8 bytes, a JSON header, the numbers.
///
/// F32 is taken as it stands; F64, F16 and BF16 are rounded or widened to it. Tensors of other types,
/// as the state of a random generator, are passed over and named; who asks for one of them is told.
/// Refused are headers, shapes and offsets that do not fit together. Numbers that are not finite are
/// kept: who uses them as weights or input refuses them there.
package struct Safetensors: Hashable, Sendable {
  /// The longest header that is read: some thousand tensors. Each of its values takes many times
  /// its bytes until the tensors are read.
  package static let longestHeader = 4 << 20

  /// The tensors by name.
  package var tensors: [String: NumberArray]
  /// What the header says under `__metadata__`.
  package var metadata: [String: String]
  /// The tensors of a type that is not read, by name: what the header calls their type.
  package private(set) var passedOver: [String: String] = [:]

  /// A set of tensors to write.
  package init(tensors: [String: NumberArray], metadata: [String: String] = [:]) {
    self.tensors = tensors
    self.metadata = metadata
  }

  /// Reads `file`; throws when its header, sizes or offsets do not fit together, and when it holds
  /// more than `limit` numbers.
  package init(contentsOf file: String, limit: Int = .max) throws(FileError) {
    self = try Self.decode(try FileReader(file), limit)
  }

  /// The tensor of that name; throws with the names there are, or with its type where that is not
  /// read.
  package func tensor(_ name: String, in file: String) throws(FileError) -> NumberArray {
    if let type = passedOver[name] {
      throw FileError(file, .dataType(tensor: excerpt(name), found: excerpt(type)))
    }
    guard let tensor = tensors[name] else {
      throw FileError(file, .noTensor(name, present: tensors.keys.sorted().map { "'\($0)'" }))
    }
    return tensor
  }

  private static func decode(
    _ reader: borrowing FileReader, _ limit: Int
  ) throws(FileError) -> Safetensors {
    let file = reader.file
    let opening = try reader.bytes(8)
    guard opening.count == 8 else { throw FileError(file, .noHeader(bytes: opening.count)) }
    let length = opening.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    }
    let left = reader.size - opening.count
    guard length <= UInt64(max(left, 0)) else {
      throw FileError(file, .headerBeyondFile(length: length, available: left))
    }
    guard length <= UInt64(longestHeader) else {
      throw FileError(file, .headerTooLong(limit: longestHeader))
    }
    let written = try reader.bytes(Int(length))
    let header: JSON
    do throws(JSONError) {
      header = try JSONReader.read(written[...])
    } catch {
      throw FileError(file, .headerUnreadable(.json(error)))
    }
    guard case .object(let members) = header else {
      throw FileError(file, .headerUnreadable(.noObject))
    }

    var result = Safetensors(tensors: [:])
    var entries: [TensorEntry] = []
    for (name, value) in members {
      if name == "__metadata__" {
        result.metadata = try metadata(value, file)
      } else {
        entries.append(try TensorEntry(name: name, value, file: file))
      }
    }
    try checkLayout(&entries, available: left - Int(length), file: file)
    // No more than the file has bytes: this sum fits.
    let count = entries.reduce(0) { $0 + ($1.type == nil ? 0 : $1.count) }
    guard count <= limit else {
      throw FileError(file, .tooManyNumbers(found: count, limit: limit))
    }
    for entry in entries {
      guard let type = entry.type else {
        result.passedOver[entry.name] = entry.typeName
        try reader.skip(entry.end - entry.start)
        continue
      }
      result.tensors[entry.name] = NumberArray(
        shape: entry.shape, values: try reader.floats(entry.count, as: type))
    }
    return result
  }

  private static func metadata(
    _ value: JSON, _ file: String
  ) throws(FileError) -> [String: String] {
    guard case .object(let members) = value else {
      throw FileError(file, .headerUnreadable(.metadataIsNoObject))
    }
    var metadata: [String: String] = [:]
    for (key, value) in members {
      guard case .string(let text) = value else {
        throw FileError(file, .headerUnreadable(.metadataIsNoText))
      }
      metadata[key] = text
    }
    return metadata
  }

  /// The tensors in the order of their bytes, which follow each other without gap or overlap.
  private static func checkLayout(
    _ entries: inout [TensorEntry], available: Int, file: String
  ) throws(FileError) {
    entries.sort { ($0.start, $0.end, $0.name) < ($1.start, $1.end, $1.name) }
    var reached = 0
    var before = ""
    for entry in entries {
      guard entry.end <= available else {
        throw FileError(
          file, .offsetsBeyondData(tensor: entry.name, end: entry.end, available: available))
      }
      guard entry.start >= reached else {
        throw FileError(file, .overlap(tensor: entry.name, other: before))
      }
      guard entry.start == reached else {
        throw FileError(file, .unusedBytes(from: reached, to: entry.start))
      }
      reached = entry.end
      before = entry.name
    }
    guard reached == available else {
      throw FileError(file, .unusedBytes(from: reached, to: available))
    }
  }
}
