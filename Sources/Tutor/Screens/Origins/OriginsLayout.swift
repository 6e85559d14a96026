import Screen

/// Which line of the origins screen shows what, for one size of the terminal.
struct OriginsLayout: Hashable {
  enum Line: Hashable {
    case blank, ruler, input
    /// What the inputs of each timestep come to.
    case sums(line: Int, height: Int)
    /// Over the path, and over the numbers that moved it most.
    case pathTitle, listTitle
    case lane(Int)
    /// A place in the list.
    case origin(Int)
  }

  struct Demand: Hashable {
    /// Lanes of the path, inputs and states in the list.
    var path: Int
    var inputs: Int
    var states: Int
    /// The place in the list that is chosen.
    var chosen: Int
  }

  private(set) var lines: [Line] = []
  /// The rows of the sentences.
  let sentences: Range<Int>

  init(_ demand: Demand, size: Size) {
    let said = size.height < 22 ? 2 : size.height < 32 ? 3 : 4
    sentences = max(1, size.height - 1 - said)..<max(1, size.height - 1)
    // Between title and sentences.
    let height = sentences.lowerBound - 1
    var room = height - 5
    func take(_ rows: Int) -> Int {
      let taken = max(0, min(rows, room))
      room -= taken
      return taken
    }
    var path = take(min(demand.path, 3))
    var inputs = take(min(demand.inputs, 4))
    var states = take(min(demand.states, 2))
    path += take(min(demand.path, 6) - path)
    inputs += take(min(demand.inputs, 6) - inputs)
    states += take(min(demand.states, 3) - states)
    let sums = 1 + take(room > 2 ? 1 : 0)
    let gaps = take(2)
    inputs += take(demand.inputs - inputs)
    states += take(demand.states - states)
    path += take(demand.path - path)
    lines = [.ruler, .input] + (0..<sums).map { .sums(line: $0, height: sums) }
    if gaps > 1 { lines.append(.blank) }
    lines.append(.pathTitle)
    lines += (0..<path).map(Line.lane)
    if gaps > 0 { lines.append(.blank) }
    lines.append(.listTitle)
    lines += Self.window(inputs, of: 0..<demand.inputs, demand.chosen).map(Line.origin)
    lines += Self.window(
      states, of: demand.inputs..<demand.inputs + demand.states, demand.chosen
    ).map(Line.origin)
    lines = Array(lines.prefix(max(0, height)))
  }

  /// So many of some places, with the chosen one among them if it is one of them.
  private static func window(_ count: Int, of places: Range<Int>, _ chosen: Int) -> Range<Int> {
    let last = places.upperBound - count
    let first = min(max(places.lowerBound, chosen - count + 1), last)
    let start = places.contains(chosen) ? first : places.lowerBound
    return start..<start + count
  }
}
