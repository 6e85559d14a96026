import Foundation

extension ModelLibrary {
  /// The path of the running program with its links resolved; not `argv[0]`, which a shell fills
  /// with the bare name.
  package static func programPath() -> String? {
    #if os(Linux)
      resolved("/proc/self/exe")
    #else
      var size: UInt32 = 0
      _ = _NSGetExecutablePath(nil, &size)
      var buffer = [CChar](repeating: 0, count: Int(size) + 1)
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return buffer.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.flatMap { resolved(String(cString: $0)) }
      }
    #endif
  }

  private static func resolved(_ path: String) -> String? {
    guard let buffer = realpath(path, nil) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }
}
