import Engine
import Screen

/// What can be pointed at.
extension ContrastScreen {
  mutating func nameParts() {
    let lines = layout.lines
    for (index, line) in lines.enumerated() {
      let row = index + 1
      switch line {
      case .blank, .head, .state, .next, .sentence: break
      case .ruler: name("ruler", rows: row..<row + 1)
      case .input: name("x", rows: row..<row + 1)
      case .hidden(0, 0, _):
        name(
          LSTMQuantity.hiddenState.address(in: settings.name),
          rows: rows(of: lines) { if case .hidden = $0 { true } else { false } })
      case .hidden: break
      case .difference: frame.name("difference", row: row)
      case .parameters: frame.name("parameters", row: row)
      case .lane(let side): nameLane(side, row)
      case .output(let side): nameOutput(side, row)
      }
    }
    for (side, panel) in sides {
      // Side by side each line of the first run shows both.
      let shown = isSideBySide ? .off : side
      name(side == .off ? "false" : "true", rows(of: lines) { $0.side == shown }, panel)
    }
  }

  /// Each run with the panel that shows it.
  private var sides: [(Contrast.Side, TimePanel)] {
    zip(Contrast.Side.allCases, isSideBySide ? panels : [panels[0], panels[0]]).map { ($0, $1) }
  }

  /// The runs that a line of one of them shows, each with its panel.
  private func sides(_ side: Contrast.Side) -> [(Contrast.Side, TimePanel)] {
    isSideBySide ? sides : sides.filter { $0.0 == side }
  }

  private mutating func name(
    _ name: String, _ rows: Range<Int>, _ panel: TimePanel, hasTime: Bool = false
  ) {
    frame.name(
      name,
      Rect(column: panel.left, row: rows.lowerBound, width: panel.width, height: rows.count),
      timeline: hasTime ? panel.axis.timeline(from: panel.start) : nil)
  }

  /// Names what every panel shows.
  private mutating func name(_ name: String, rows: Range<Int>) {
    for panel in panels { self.name(name, rows, panel, hasTime: true) }
  }

  private mutating func nameLane(_ side: Contrast.Side, _ row: Int) {
    for (_, panel) in sides(side) {
      name(outputAddress(of: settings.name), row..<row + 1, panel, hasTime: true)
    }
  }

  private mutating func nameOutput(_ side: Contrast.Side, _ row: Int) {
    guard let last = state.position.description.layers.last else { return }
    for (side, panel) in sides(side) {
      let isBuilt = contrast.plan(side).failure == nil
      name(outputAddress(of: last.name), row..<row + 1, panel, hasTime: isBuilt)
    }
  }
}

extension ContrastLayout.Line {
  /// The run whose line it is; side by side the first stands for both.
  fileprivate var side: Contrast.Side? {
    switch self {
    case .head(let side), .lane(let side), .state(let side, _), .next(let side, _),
      .output(let side):
      side
    case .blank, .ruler, .input, .hidden, .difference, .parameters, .sentence: nil
    }
  }
}
