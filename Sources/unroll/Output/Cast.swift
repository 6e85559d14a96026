import Documents
import Foundation
import LessonPlayer
import Screen
import Tutor

/// A recording as an asciicast: a header, then one line of JSON for each event.
///
/// Version 2 is that of https://docs.asciinema.org/manual/asciicast/v2/, with times since the
/// beginning; version 3 that of https://docs.asciinema.org/manual/asciicast/v3/, with times since the
/// event before.
struct Cast {
  enum Format: String, CaseIterable {
    case v2, v3
  }

  private let format: Format
  private let size: Size
  private let look: Look
  private(set) var text: String
  private var before = 0
  /// The rows as they were sent last.
  private var rows: [Substring] = []

  init(format: Format, size: Size, look: Look, title: String) {
    self.format = format
    self.size = size
    self.look = look
    let window =
      switch format {
      case .v2: "\"version\": 2, \"width\": \(size.width), \"height\": \(size.height)"
      case .v3: "\"version\": 3, \"term\": {\"cols\": \(size.width), \"rows\": \(size.height)}"
      }
    text = "{\(window), \"title\": \(JSON.quoted(title))}\n"
  }

  /// Whether a file's first line is that of a recording in one of the formats.
  static func isHeader(_ line: Substring) -> Bool {
    let header = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return [2, 3].contains(header?["version"] as? Int)
  }

  /// Adds a scene, its time divided by `speed`.
  mutating func add(_ scene: Recording.Scene, speed: Double) {
    let time = Int((Double(scene.milliseconds) / speed).rounded())
    let output = changes(view(scene.state, size: size).frame)
    if !output.isEmpty { add("o", output, at: time) }
    // Behind the frame: who jumps to a marker is to see its step.
    if let marker = scene.marker { add("m", marker, at: time) }
  }

  /// Ends it at a time: the last frame stands until then.
  mutating func end(at milliseconds: Int, speed: Double) {
    let time = Int((Double(milliseconds) / speed).rounded())
    add("o", "\u{1B}[\(size.height);1H\u{1B}[?25h", at: time)
  }

  /// What to send so that a terminal shows a frame: rows that differ, each at its place.
  private mutating func changes(_ frame: Frame) -> String {
    let next = frame.ansi(look).split(separator: "\n", omittingEmptySubsequences: false)
      .prefix(size.height)
    var output = rows.isEmpty ? "\u{1B}[?25l\u{1B}[2J" : ""
    for (index, row) in next.enumerated() where rows.isEmpty || rows[index] != row {
      // Cleared before it is written: behind a full row the cursor still stands on its last cell.
      output += "\u{1B}[\(index + 1);1H\u{1B}[2K" + row
    }
    rows = Array(next)
    return output
  }

  private mutating func add(_ code: String, _ data: String, at time: Int) {
    let shown = format == .v2 ? time : time - before
    before = time
    let fraction = String(shown % 1000 + 1000).dropFirst()
    text += "[\(shown / 1000).\(fraction), \"\(code)\", \(JSON.quoted(data))]\n"
  }
}
