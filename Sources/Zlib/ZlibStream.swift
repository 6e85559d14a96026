/// What zlib keeps of a stream: `z_stream` of `zlib.h`, field for field, where `long` has 64 bits.
///
/// It is written out here since a system that has the library needs not have its header. zlib compares
/// the size with its own and refuses another one.
struct ZlibStream {
  var nextIn: UnsafePointer<UInt8>?
  var availableIn: UInt32 = 0
  var totalIn: UInt = 0
  var nextOut: UnsafeMutablePointer<UInt8>?
  var availableOut: UInt32 = 0
  var totalOut: UInt = 0
  var message: UnsafePointer<CChar>?
  var state: UnsafeMutableRawPointer?
  var allocate: UnsafeMutableRawPointer?
  var free: UnsafeMutableRawPointer?
  var opaque: UnsafeMutableRawPointer?
  var dataType: Int32 = 0
  var checksum: UInt = 0
  var reserved: UInt = 0
}
