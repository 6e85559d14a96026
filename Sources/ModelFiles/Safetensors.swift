import Engine

/// The tensors of a safetensors file: a length in 8 bytes, a JSON header, the numbers.
///
/// F32 is taken as it stands; F64, F16 and BF16 are rounded or widened to it. Numbers that are not
/// finite are kept: who uses them as weights or input refuses them there.
package struct Safetensors: Hashable, Sendable {
  /// The largest file that is read.
  package static let largestFile = 512 << 20
  /// The longest header that is read.
  package static let longestHeader = 16 << 20

  /// The tensors by name.
  package var tensors: [String: Tensor]
  /// What the header says under `__metadata__`.
  package var metadata: [String: String]

  /// A set of tensors to write.
  package init(tensors: [String: Tensor], metadata: [String: String] = [:]) {
    self.tensors = tensors
    self.metadata = metadata
  }

  /// Reads `file`; throws when its header, sizes or offsets do not fit together.
  package init(contentsOf file: String) throws(ModelFileError) {
    self = try Self.decode(try FileBytes.read(file, limit: Self.largestFile))
  }

  /// The tensor of that name; throws with the names there are.
  func tensor(_ name: String, in file: String) throws(ModelFileError) -> Tensor {
    guard let tensor = tensors[name] else {
      throw ModelFileError(file, .noTensor(name, present: tensors.keys.sorted().map { "'\($0)'" }))
    }
    return tensor
  }

  private static func decode(_ source: FileBytes) throws(ModelFileError) -> Safetensors {
    let bytes = source.bytes
    func error(_ problem: ModelFileError.Problem) -> ModelFileError {
      ModelFileError(source.file, problem)
    }
    guard bytes.count >= 8 else { throw error(.noHeader(bytes: bytes.count)) }
    let length = bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    }
    guard length <= UInt64(min(bytes.count - 8, longestHeader)) else {
      throw error(.headerBeyondFile(length: length, available: bytes.count - 8))
    }
    let dataStart = 8 + Int(length)
    let header: JSON
    do throws(JSONError) {
      header = try JSONReader.read(bytes[8..<dataStart])
    } catch {
      throw ModelFileError(
        source.file,
        .headerUnreadable("\(excerpt(error.expected)) is expected after \(error.byte) bytes"))
    }
    guard case .object(let members) = header else {
      throw error(.headerUnreadable("it is not an object of tensors"))
    }

    var result = Safetensors(tensors: [:])
    var entries: [TensorEntry] = []
    for (name, value) in members {
      if name == "__metadata__" {
        result.metadata = try metadata(value, source.file)
      } else {
        entries.append(try TensorEntry(name: name, value, file: source.file))
      }
    }
    try checkLayout(&entries, available: bytes.count - dataStart, file: source.file)
    for entry in entries {
      result.tensors[entry.name] = Tensor(
        shape: entry.shape,
        values: entry.type.floats(
          bytes, at: dataStart + entry.start,
          count: entry.count))
    }
    return result
  }

  private static func metadata(
    _ value: JSON, _ file: String
  ) throws(ModelFileError) -> [String: String] {
    guard case .object(let members) = value else {
      throw ModelFileError(file, .headerUnreadable("__metadata__ is not an object"))
    }
    var metadata: [String: String] = [:]
    for (key, value) in members {
      guard case .string(let text) = value else {
        throw ModelFileError(file, .headerUnreadable("__metadata__ holds more than text"))
      }
      metadata[key] = text
    }
    return metadata
  }

  /// The tensors in the order of their bytes, which follow each other without gap or overlap.
  private static func checkLayout(
    _ entries: inout [TensorEntry], available: Int, file: String
  ) throws(ModelFileError) {
    entries.sort { ($0.start, $0.end, $0.name) < ($1.start, $1.end, $1.name) }
    var reached = 0
    var before = ""
    for entry in entries {
      guard entry.end <= available else {
        throw ModelFileError(
          file, .offsetsBeyondData(tensor: entry.name, end: entry.end, available: available))
      }
      guard entry.start >= reached else {
        throw ModelFileError(file, .overlap(tensor: entry.name, other: before))
      }
      guard entry.start == reached else {
        throw ModelFileError(file, .unusedBytes(from: reached, to: entry.start))
      }
      reached = entry.end
      before = entry.name
    }
    guard reached == available else {
      throw ModelFileError(file, .unusedBytes(from: reached, to: available))
    }
  }
}
