import Documents
import Pickle

/// The form before PyTorch 1.6: pickles one after another, a magic number, the version of the form,
/// facts of the machine, the object and the keys of its storages, then the storages in that order, each
/// with a count of its numbers in eight bytes before it.
struct LegacyTorch {
  let pickle: Pickle
  let isBigEndian: Bool
  let storages: [String: ArraySlice<UInt8>]

  /// 0x1950A86A20F9469CFC6C, the lowest byte first.
  private static let magic: [UInt8] = [0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19]

  /// Whether bytes begin with a pickle of the magic number: protocol 2, a long number of ten bytes.
  static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.dropFirst(2).starts(with: [0x8A, 0x0A] + magic) && bytes.first == 0x80
  }

  init(_ bytes: ArraySlice<UInt8>, named name: String) throws(FileError) {
    var rest = bytes
    func next() throws(FileError) -> Pickle {
      let pickle = try Pickle(rest, named: name, knowing: TorchNames.isKnown)
      rest = rest[pickle.end...]
      return pickle
    }
    guard Self.begins(bytes), try next().root == .longInteger(Self.magic) else {
      throw FileError(name, .torch(.notTorch))
    }
    _ = try next()
    let machine = try next()
    isBigEndian = machine.entries(machine.root)["little_endian"] == .truth(false)
    pickle = try next()
    let keys = try next()

    var sizes: [String: Int] = [:]
    for case .persistent(let value) in pickle.objects {
      if let storage = TorchStorage(value, in: pickle) {
        sizes[storage.key] = storage.type.size
      }
    }
    var storages: [String: ArraySlice<UInt8>] = [:]
    for case .text(let key) in keys.elements(keys.root) {
      guard rest.count >= 8 else { throw FileError(name, .torch(.cutShort)) }
      let count = rest.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      rest = rest.dropFirst(8)
      // Without a known width nobody knows where the next one begins.
      guard let size = sizes[key] else { throw FileError(name, .torch(.storageType(key))) }
      guard count <= UInt64(rest.count / size) else { throw FileError(name, .torch(.cutShort)) }
      storages[key] = rest.prefix(Int(count) * size)
      rest = rest.dropFirst(Int(count) * size)
    }
    self.storages = storages
  }
}
