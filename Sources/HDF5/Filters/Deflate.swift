import Zlib

/// The filter number 1: zlib.
enum Deflate {
  static func undo(
    _ bytes: ArraySlice<UInt8>, _ filter: HDF5Filter, limit: Int, at position: Int
  ) throws(HDF5Fault) -> ArraySlice<UInt8> {
    do throws(ZlibProblem) {
      return try Inflation.inflate(bytes, .zlib, limit: limit)[...]
    } catch {
      switch error {
      case .missing: throw .noZlib(filter)
      case .damaged: throw .damaged(.chunk, at: position, .value)
      case .tooLong: throw .damaged(.chunk, at: position, .length)
      }
    }
  }
}
