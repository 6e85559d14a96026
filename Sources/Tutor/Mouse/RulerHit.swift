import Screen
import Vocabulary

/// Clicks on a screen whose time axis has a column for each timestep and a mark over the current one.
struct RulerHit {
  private let state: Explorer
  /// Where the mark stands.
  private let mark: (column: Int, row: Int)
  private let height: Int

  /// Nil for a frame without a mark.
  init?(_ frame: Frame, _ state: Explorer) {
    let rows = frame.textRows()
    for (row, text) in rows.enumerated().dropFirst() {
      guard let place = text.firstIndex(of: "▼") else { continue }
      mark = (text.distance(from: text.startIndex, to: place), row)
      self.state = state
      height = frame.size.height
      return
    }
    return nil
  }

  /// The timestep whose column was clicked.
  func command(_ column: Int, _ row: Int) -> Command? {
    let timestep = state.position.timestep + column - mark.column
    guard (1..<height - 1).contains(row), state.position.timestep >= 0,
      (0..<state.timesteps).contains(timestep)
    else { return nil }
    return .go(.at(timestep))
  }
}
