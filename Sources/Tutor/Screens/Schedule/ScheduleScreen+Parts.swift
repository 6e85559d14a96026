import Engine
import Screen

/// What can be pointed at.
extension ScheduleScreen {
  mutating func nameParts() {
    let time = panel.axis.timeline(from: panel.start)
    for (index, line) in lines.enumerated() {
      let row = index + 1
      switch line {
      case .blank, .unseen, .failure, .now, .cost, .agreement, .sentence, .held, .chart, .hidden:
        break
      case .orders: frame.name("orders", row: row)
      case .ruler: frame.name("ruler", row: row, timeline: time)
      case .input: frame.name("x", row: row, timeline: time)
      case .cells(let layer):
        frame.name(words.name(layer), rows: rows(of: lines) { $0.layer == layer }, timeline: time)
      case .head:
        guard let last = state.position.description.layers.last else { continue }
        frame.name(last.name, row: row)
      case .count: frame.name("count", row: row)
      }
    }
    frame.name("held", rows: rows(of: lines) { $0.isHeld })
    frame.name("grid", rows: rows(of: lines) { $0.layer != nil }, timeline: time)
    // The three orders again, with what each costs.
    frame.name("orders", rows: rows(of: lines) { $0.isCost })
  }
}

extension ScheduleScreen.Line {
  /// The LSTM whose line it is, by its place in the schedule.
  fileprivate var layer: Int? {
    switch self {
    case .cells(let layer), .hidden(let layer): layer
    default: nil
    }
  }

  fileprivate var isHeld: Bool {
    switch self {
    case .held, .chart: true
    default: false
    }
  }

  fileprivate var isCost: Bool {
    switch self {
    case .cost, .agreement: true
    default: false
    }
  }
}
