import Foundation
import Screen
import Testing

@testable import Tutor

/// Frames as they were when somebody last looked at them and found them right.
///
/// `UNROLL_RECORD_GOLDEN=1 swift test --filter Golden` writes them anew; then look at each.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  /// Compares a frame with the file of that name: characters first, then meanings.
  static func expect(
    _ frame: Canvas, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expect(text: frame.golden, is: name, sourceLocation: sourceLocation)
  }

  /// Compares a text with the file of that name.
  static func expect(
    text found: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["UNROLL_RECORD_GOLDEN"] == "1" {
      try found.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    guard golden != found else { return }
    let pairs = zip(lines(golden), lines(found)).enumerated()
    let difference = pairs.first { $0.element.0 != $0.element.1 }
    Issue.record(
      """
      \(name) differs, first in line \((difference?.offset ?? 0) + 1)
      was: \(difference?.element.0 ?? "the file is longer or shorter")
      is:  \(difference?.element.1 ?? "")
      """, sourceLocation: sourceLocation)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
