import Engine
import Insight
import Phrases
import Screen

/// Which line of the contrast screen shows what, for one size of the terminal.
///
/// The two runs stand one above the other on one axis, side by side where the width holds both.
struct ContrastLayout: Hashable {
  /// What one line shows; side by side the lines of one run show both.
  enum Line: Hashable {
    case blank, ruler, input
    /// The hidden state of one of the sampled units.
    case hidden(Int, line: Int, height: Int)
    case difference
    case head(Contrast.Side)
    case lane(Contrast.Side)
    /// The last value of a state that leaves too, or of all in one line.
    case state(Contrast.Side, QuantityName?)
    /// A line of what it does to the layers behind.
    case next(Contrast.Side, Int)
    case output(Contrast.Side)
    case parameters
    case sentence(Int)
  }

  /// What the two runs ask of the layout.
  struct Demand: Hashable {
    /// Lines of what each run does to the rest of the network.
    var next: [Contrast.Side: Int]
    /// The states that leave beside the output, the hidden state first; none where they stay inside.
    var returned: [QuantityName]
    /// Units that can be shown beside the chosen one.
    var otherUnits: Int
    var sentences: Int
  }

  let lines: [Line]

  init(_ demand: Demand, isSideBySide: Bool, height: Int) {
    let sides: [Contrast.Side] = isSideBySide ? [.off] : [.off, .on]
    let next =
      isSideBySide ? [.off: demand.next.values.max() ?? 0] : demand.next
    var entries: [(rank: Int, line: Line)] = []
    func add(_ rank: Int, _ line: Line) { entries.append((rank, line)) }
    if isSideBySide { add(2, .head(.off)) }
    add(2, .ruler)
    add(4, .input)
    add(9, .blank)
    add(3, .hidden(0, line: 0, height: 1))
    let samples = demand.otherUnits
    for sample in 0..<samples { add(10 + sample, .hidden(sample + 1, line: 0, height: 1)) }
    if !isSideBySide { add(1, .difference) }
    for side in sides {
      add(8, .blank)
      if !isSideBySide { add(0, .head(side)) }
      add(0, .lane(side))
      let returned = demand.returned
      if let first = returned.first {
        add(2, .state(side, returned.count > 1 ? nil : first))
        for state in returned.dropFirst() { add(6, .state(side, state)) }
      }
      for line in 0..<(next[side] ?? 0) { add(0, .next(side, line)) }
      add(0, .output(side))
    }
    if isSideBySide {
      add(7, .blank)
      add(1, .difference)
    } else {
      add(7, .blank)
    }
    add(5, .parameters)
    add(9, .blank)
    add(0, .sentence(0))
    for sentence in 1..<max(1, demand.sentences) {
      add(sentence == 1 ? 6 : 10 + samples, .sentence(sentence))
    }
    lines = Self.chosen(entries, demand.returned, height: max(0, height))
  }

  /// The lines of the lowest ranks that fit, in their order; what is left over stays blank.
  private static func chosen(
    _ entries: [(rank: Int, line: Line)], _ returned: [QuantityName], height: Int
  ) -> [Line] {
    let lines = Fitted.ranked(entries, height: height)
    return withStates(returned, taller(lines, by: height - lines.count))
  }

  /// Where a line for each of the last states fits, the first shows h alone.
  private static func withStates(_ returned: [QuantityName], _ lines: [Line]) -> [Line] {
    lines.map { line in
      guard case .state(let side, nil) = line,
        returned.dropFirst().allSatisfy({ lines.contains(.state(side, $0)) })
      else { return line }
      return .state(side, returned.first)
    }
  }

  /// Makes the rows of hidden states two or more lines high where lines are left.
  private static func taller(_ lines: [Line], by left: Int) -> [Line] {
    let rows = lines.count { if case .hidden = $0 { true } else { false } }
    guard left > 0, rows > 0 else { return lines + blanks(left) }
    // An even number of lines, so that zero lies between two.
    let height = min(4, (left / rows + 1) / 2 * 2)
    guard height > 1 else { return lines + blanks(left) }
    return lines.flatMap { line -> [Line] in
      guard case .hidden(let unit, _, _) = line else { return [line] }
      return (0..<height).map { .hidden(unit, line: $0, height: height) }
    } + blanks(left - rows * (height - 1))
  }

  private static func blanks(_ count: Int) -> [Line] {
    [Line](repeating: .blank, count: max(0, count))
  }

  /// The lines at the end that are sentences.
  var sentenceRows: Range<Int> {
    let places = lines.indices.filter { if case .sentence = lines[$0] { true } else { false } }
    guard let first = places.first, let last = places.last else { return 0..<0 }
    return first..<last + 1
  }
}
