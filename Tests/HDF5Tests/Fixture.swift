import Documents
import Foundation
import Phrases

@testable import HDF5

/// The files that h5py wrote.
enum Fixture {
  /// Everything that is read, in the oldest and in the newest form.
  static let everything = ["earliest.h5", "latest.h5"]

  static let all =
    everything + ["deep.h5", "sizes_4_8.h5", "sizes_8_4.h5", "shared.h5", "refused.h5"]

  static func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appendingPathComponent("Fixtures/\(name)")))
  }

  static func root(_ name: String) throws -> Group {
    try HDF5File(bytes: bytes(name), named: name).root
  }
}

/// The whole sentence of the error that `body` throws.
func sentence(_ body: () throws -> Void) -> String {
  do {
    try body()
    return "no error"
  } catch {
    return "\(error)"
  }
}
