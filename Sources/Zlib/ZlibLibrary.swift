import Foundation

/// The three functions of the system's zlib that undo deflate, looked up when they are first needed: so
/// nothing has to be installed to build, and a system without the library reads what is not compressed.
struct ZlibLibrary: Sendable {
  typealias Begin =
    @convention(c) @Sendable (UnsafeMutableRawPointer, Int32, UnsafePointer<CChar>, Int32) -> Int32
  typealias Step = @convention(c) @Sendable (UnsafeMutableRawPointer, Int32) -> Int32
  typealias End = @convention(c) @Sendable (UnsafeMutableRawPointer) -> Int32

  /// `inflateInit2_`
  let begin: Begin
  /// `inflate`
  let step: Step
  /// `inflateEnd`
  let end: End

  /// The library of this system; nil where there is none.
  static let shared = ZlibLibrary(names: names)

  /// The names under which systems keep it.
  static let names = ["libz.so.1", "libz.1.dylib", "libz.dylib", "libz.so"]

  /// The first of the libraries that can be opened. It stays open until the program ends.
  init?(names: [String]) {
    for name in names {
      guard let library = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { continue }
      guard let begin = dlsym(library, "inflateInit2_"), let step = dlsym(library, "inflate"),
        let end = dlsym(library, "inflateEnd")
      else { continue }
      self.begin = unsafeBitCast(begin, to: Begin.self)
      self.step = unsafeBitCast(step, to: Step.self)
      self.end = unsafeBitCast(end, to: End.self)
      return
    }
    return nil
  }
}
