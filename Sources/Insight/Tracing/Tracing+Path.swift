import Engine

extension Tracing {
  /// Steps after which a path is broken off.
  private static let mostSteps = 4096

  static func path(from number: TracedNumber, _ trace: Trace) -> [Stretch] {
    var path = [
      Stretch(number: number, timesteps: trace.place(of: number), part: nil)
    ]
    var now = number
    for _ in 0..<mostSteps {
      let parts = trace.direct(of: now).map { ($0.origin, $0.gradient * trace.value(of: $0.origin)) }
      guard
        let (next, part) = parts.filter({ $0.1.isFinite && $0.1 != 0 }).max(by: {
          $0.1.magnitude < $1.1.magnitude
        })
      else { break }
      if let last = path.last, path.count > 1 || next.isSame(as: number), last.number.isSame(as: next)
      {
        let place = trace.place(of: next)
        path[path.count - 1].timesteps =
          min(last.timesteps.lowerBound, place.lowerBound)...max(
            last.timesteps.upperBound, place.upperBound)
      } else {
        path.append(Stretch(number: next, timesteps: trace.place(of: next), part: part))
      }
      now = next
    }
    return path
  }
}

extension TracedNumber {
  /// Whether two are the same quantity of one unit, at any timesteps.
  fileprivate func isSame(as other: TracedNumber) -> Bool {
    switch (self, other) {
    case (.quantity(let one, let layer, let unit, _), .quantity(let two, let second, let other, _)):
      one == two && layer == second && unit == other
    default: false
    }
  }
}

extension Trace {
  /// The timesteps of the observation's axis at which a number stands: where a layer has other timesteps
  /// or none, its own number or the last.
  fileprivate func place(of number: TracedNumber) -> ClosedRange<Int> {
    let last = input.timesteps - 1
    let timestep =
      switch number {
      case .quantity(_, _, _, let timestep), .input(_, let timestep, _): min(timestep, last)
      case .output(let layer, let row, _): rows(of: layer) == nil ? last : min(row, last)
      }
    return timestep...timestep
  }
}
