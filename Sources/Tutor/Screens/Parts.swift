import Engine
import Screen

extension Frame {
  /// Names whole rows.
  mutating func name(_ name: String, rows: Range<Int>, timeline: Part.Timeline? = nil) {
    self.name(
      name, Rect(column: 0, row: rows.lowerBound, width: width, height: rows.count),
      timeline: timeline)
  }

  /// Names one whole row.
  mutating func name(_ name: String, row: Int, timeline: Part.Timeline? = nil) {
    self.name(name, rows: row..<row + 1, timeline: timeline)
  }
}

extension Axis {
  /// The timesteps of an axis whose first column in the frame is this.
  func timeline(from start: Int) -> Frame.Part.Timeline {
    Frame.Part.Timeline(start: start, first: visible.lowerBound, count: columns)
  }
}

extension QuantityName {
  /// Its address in a layer, without indices.
  func address(in layer: String) -> String { "\(layer).\(rawValue)" }
}

/// The address of what leaves a layer, without indices.
func outputAddress(of layer: String) -> String { "\(layer).output" }

/// The rows of some lines that stand one below the other, the first of all lines in row 1; no rows
/// where there is none.
func rows<Line>(of lines: [Line], where isPart: (Line) -> Bool) -> Range<Int> {
  guard let first = lines.firstIndex(where: isPart), let last = lines.lastIndex(where: isPart)
  else { return 0..<0 }
  return first + 1..<last + 2
}
