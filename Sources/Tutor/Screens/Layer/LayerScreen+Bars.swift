import Insight
import Screen

// Bars over time. The opened rows of the maps and the rows of single units are all drawn here.
extension LayerScreen {
  /// One of the `height` lines of a row of bars.
  struct Bars {
    let scale: ValueScale
    let ink: Ink
    var line = 0
    var height = 1
    /// The timesteps of its values; nil for those that have been read.
    var known: Range<Int>?
    /// Whether the row is the cursor's.
    var isMarked = false
    /// Where nothing was worked out.
    var lacks: (Int) -> Bool = { _ in false }
  }

  /// Draws the values of the timesteps that are shown and read, as far as there are any: a second
  /// observation may be shorter. Dots stand for what has not been read.
  ///
  /// `before` are the values just before the last what-if.
  mutating func drawBars(_ values: [Float], before: [Float]? = nil, _ bars: Bars, row: Int) {
    let axis = layout.axis
    let read = bars.known ?? axis.read
    let isMiddle = bars.line == bars.height / 2
    axis.row(row, on: &canvas) { timestep, paper in
      let ground: Paper =
        bars.isMarked ? paper == .cursor ? .selection : .cursor : paper
      let place = timestep - read.lowerBound
      guard read.contains(timestep) else {
        return TimeAxis.unread(ground, line: bars.line, height: bars.height)
      }
      return values.indices.contains(place) && !bars.lacks(timestep)
        ? Bar.cell(
          values[place], before: before?[place], scale: bars.scale, ink: bars.ink, line: bars.line,
          height: bars.height,
          paper: ground)
        : Cell(.glyph(" "), Style(on: ground))
    }
    guard axis.showsNumbers, isMiddle else { return }
    for (value, timestep) in zip(values, read) where !bars.lacks(timestep) {
      axis.number(value, signed: bars.scale != .unit, at: timestep, row: row, on: &canvas)
    }
  }
}
