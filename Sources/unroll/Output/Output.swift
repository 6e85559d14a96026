import Documents
import Foundation
import Phrases
import Screen
import Wording

/// Why a command could not do what it was asked to, in one sentence.
///
/// Unlike a usage error it ends without the list of options and with exit status 1.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Where the printing commands write. Text goes out safe, whatever stands in it, and in ASCII where
/// the locale is not UTF-8.
enum Output {
  /// Prints a text and the end of its line.
  static func print(_ text: String) throws { try write(printable(text)) }

  /// Writes a text over the line on which the cursor stands, in a terminal, and stays on it.
  static func rewrite(_ text: String) throws {
    try write(Data("\r".utf8) + printable(text).dropLast() + Data("\u{1B}[K".utf8))
  }

  /// Says something beside what is printed, on standard error.
  static func note(_ text: String) {
    // Where standard error cannot be written there is no place left to say so.
    _ = write(printable(text), to: STDERR_FILENO)
  }

  /// A text and the end of its line, as it goes out.
  private static func printable(_ text: String) -> Data {
    let clean = Cleaning.lines(text)
    let readsUTF8 = Look.isUTF8(environment: ProcessInfo.processInfo.environment)
    return Data(((readsUTF8 ? clean : ascii(clean)) + "\n").utf8)
  }

  /// Writes to standard output; a full disk is an error, where Swift's own `print` is silent.
  static func write(_ data: Data) throws {
    let failure = write(data, to: STDOUT_FILENO)
    guard failure == 0 else {
      throw Failure(
        FilePhrases.cannotBeWritten(
          FilePhrases.standardOutput, String(cString: strerror(failure)).lowercased()))
    }
  }

  /// Writes all of the bytes; gives the reason where that fails, otherwise 0.
  private static func write(_ data: Data, to descriptor: Int32) -> Int32 {
    data.withUnsafeBytes { bytes -> Int32 in
      var written = 0
      while written < bytes.count {
        let count = Foundation.write(
          descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
        if count >= 0 { written += count } else if errno != EINTR { return errno }
      }
      return 0
    }
  }

  /// Writes a file whole or not at all; a pipe or a device is written to, never replaced.
  static func write(_ data: Data, to file: String) throws {
    try FileBytes.write(Array(data), to: file)
  }

  /// The text with the screen's replacements. A dot between factors would pass for a decimal point.
  private static func ascii(_ text: String) -> String {
    let lines = text.replacing("·", with: "*").split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      var frame = Frame(Size(width: line.count, height: 1))
      frame.write(String(line), column: 0, row: 0)
      return String(frame.text(ascii: true).dropLast())
    }.joined(separator: "\n")
  }
}
