import Screen
import Vocabulary

// What the mouse does is what the canvas says that was shown.
extension Canvas {
  /// What a click or a turn of the wheel comes to; nil for nothing. Everything it gives can be had by
  /// keys as well.
  package func command(for mouse: Mouse) -> Command? {
    guard bounds.contains(column: mouse.column, row: mouse.row) else { return nil }
    switch mouse.kind {
    case .wheelUp: return wheel?.up
    case .wheelDown: return wheel?.down
    case .click: return click(mouse.column, mouse.row)
    }
  }

  /// What the topmost region at a cell does.
  private func click(_ column: Int, _ row: Int) -> Command? {
    for region in regions.reversed() where region.rect.contains(column: column, row: row) {
      if let command = region.click?.command(at: column) { return command }
    }
    return nil
  }

  /// Lets neither clicks nor the wheel do anything: something lies over the screen that is about keys.
  mutating func ignoreMouse() {
    wheel = nil
    regions = regions.compactMap { region in
      region.name.map { Region(name: $0, rect: region.rect, timeline: region.timeline) }
    }
  }
}
