import Engine
import Insight
import Phrases
import Screen

/// Which line of the contrast screen shows what, for one size of the terminal.
///
/// The hidden states, which both runs have, stand above; below them the two runs, one above the other on
/// the same axis.
struct ContrastLayout: Hashable {
  /// What one line shows.
  enum Line: Hashable {
    case blank, ruler, input
    /// The hidden state of one of the sampled units.
    case hidden(Int, line: Int, height: Int)
    /// How far the two runs lie apart at each timestep, and at most.
    case difference(line: Int, height: Int)
    case figure
    case head(Contrast.Side)
    /// What the layer outputs at each timestep.
    case lane(Contrast.Side, line: Int, height: Int)
    /// The last value of a state that is handed out too, or of all in one line.
    case state(Contrast.Side, QuantityName?)
    /// A line of what it does to the layers behind.
    case next(Contrast.Side, Int)
    case output(Contrast.Side, line: Int, height: Int)
    case parameters
    case sentence(Int)
  }

  /// What the two runs ask of the layout.
  struct Demand: Hashable {
    /// Lines of what each run does to the rest of the network.
    var next: [Contrast.Side: Int]
    /// The states that are handed out beside the output, the hidden state first; none where they stay
    /// inside.
    var returned: [QuantityName]
    /// Units that can be shown beside the chosen one.
    var otherUnits: Int
    var sentences: Int
  }

  let lines: [Line]

  init(_ demand: Demand, height: Int) {
    var entries: [(rank: Int, line: Line)] = []
    func add(_ rank: Int, _ line: Line) { entries.append((rank, line)) }
    add(2, .ruler)
    add(5, .input)
    add(13, .blank)
    add(3, .hidden(0, line: 0, height: 1))
    for sample in 0..<demand.otherUnits {
      add(7, .hidden(sample + 1, line: 0, height: 1))
    }
    add(4, .difference(line: 0, height: 1))
    add(1, .figure)
    for side in Contrast.Side.allCases {
      add(9, .blank)
      add(0, .head(side))
      add(0, .lane(side, line: 0, height: 1))
      let returned = demand.returned
      if let first = returned.first {
        add(2, .state(side, returned.count > 1 ? nil : first))
        for state in returned.dropFirst() { add(6, .state(side, state)) }
      }
      for line in 0..<(demand.next[side] ?? 0) { add(0, .next(side, line)) }
      add(0, .output(side, line: 0, height: 1))
    }
    add(10, .blank)
    add(6, .parameters)
    add(13, .blank)
    add(0, .sentence(0))
    for sentence in 1..<max(1, demand.sentences) {
      add(sentence == 1 ? 12 : 13 + sentence, .sentence(sentence))
    }
    let height = max(0, height)
    // The lanes are what the screen is about: the first lines to spare are theirs.
    let lanes = height < 20 ? 0 : Contrast.Side.allCases.count
    lines = Self.grown(
      Self.withStates(demand.returned, Fitted.ranked(entries, height: height - lanes)),
      height: height)
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

  /// Makes rows higher where lines are left, those that tell the two runs apart first.
  private static func grown(_ lines: [Line], height: Int) -> [Line] {
    let units = lines.count { if case .hidden = $0 { true } else { false } }
    var left = height - lines.count
    var heights = (hidden: 1, difference: 1, lane: 1, output: 1)
    let sides = Contrast.Side.allCases.count
    func take(_ count: Int) -> Bool {
      guard left >= count else { return false }
      left -= count
      return true
    }
    // An even number of lines for what has a sign, so that zero lies between two.
    while true {
      let before = left
      if heights.lane < 5, take(sides) { heights.lane += 1 }
      if heights.hidden == 1, take(units) {
        heights.hidden = 2
      } else if heights.hidden > 1, heights.hidden < 6, take(2 * units) {
        heights.hidden += 2
      }
      if heights.output < 5, take(sides) { heights.output += 1 }
      if heights.difference < 2, take(1) { heights.difference += 1 }
      if left == before { break }
    }
    let blanks = [Line](repeating: .blank, count: max(0, left))
    return lines.flatMap { line -> [Line] in
      switch line {
      case .hidden(let unit, _, _):
        (0..<heights.hidden).map { .hidden(unit, line: $0, height: heights.hidden) }
      case .difference:
        (0..<heights.difference).map { .difference(line: $0, height: heights.difference) }
      case .lane(let side, _, _):
        (0..<heights.lane).map { .lane(side, line: $0, height: heights.lane) }
      case .output(let side, _, _):
        (0..<heights.output).map { .output(side, line: $0, height: heights.output) }
      default: [line]
      }
    } + blanks
  }

  /// The lines at the end that are sentences.
  var sentenceRows: Range<Int> {
    let places = lines.indices.filter { if case .sentence = lines[$0] { true } else { false } }
    guard let first = places.first, let last = places.last else { return 0..<0 }
    return first..<last + 1
  }
}
