import Engine
import Foundation

/// The tensors of a reference file: a length, a JSON header, the numbers.
///
/// A small reader for these files only; the program's own one is tested elsewhere.
struct Safetensors {
  var tensors: [String: Tensor] = [:]

  init(contentsOf url: URL) throws {
    let data = try Data(contentsOf: url)
    let length = data.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
    let header = try JSONDecoder().decode(
      [String: Entry].self, from: data.subdata(in: 8..<8 + length))
    for (name, entry) in header {
      let bytes = data.subdata(
        in: 8 + length + entry.data_offsets[0]..<8 + length + entry.data_offsets[1])
      let values = [Float](unsafeUninitializedCapacity: bytes.count / 4) { buffer, count in
        count = bytes.copyBytes(to: buffer) / 4
      }
      tensors[name] = Tensor(shape: entry.shape, values: values)
    }
  }

  private struct Entry: Decodable {
    var dtype: String
    var shape: [Int]
    var data_offsets: [Int]
  }
}
