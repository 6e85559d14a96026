import Engine
import Insight
import Phrases
import Screen
import Vocabulary
import Wording

/// What one is looking at on the layer screen, in sentences. Every number in them is the trace's.
struct LayerWords {
  private let screen: LayerScreen
  private var state: Explorer { screen.state }
  private var map: HeatMap { screen.map }
  private var ranking: UnitRanking { screen.sheet.ranking }

  init(_ screen: LayerScreen) { self.screen = screen }

  /// The most telling first.
  var sentences: [String] {
    var result = [cursor]
    if let parting { result.append(parting) }
    if let refusal = ranking.refusal { result.append("By index: \(refusal).") }
    if let failure = state.plan.failure {
      result.append("The network stops at \(failure.layerName); \(screen.name) still runs.")
    }
    if state.readsBackwards(screen.layer) {
      result.append("It reads from the end (go_backwards): columns are in its order.")
    }
    if let spread { result.append(spread) }
    let isPlain = ranking.order == .index
    result.append(isPlain ? reading : order)
    if screen.layout.panelColumn == nil {
      if map.quantity != .input { result.append(numbers) }
      result.append(meaning)
    }
    result.append(isPlain ? order : reading)
    return result
  }

  /// How the answer is spread over the units, when they are sorted by what they have to do with it.
  private var spread: String? {
    guard let scores = ranking.scores, scores.count > 1 else { return nil }
    switch ranking.order {
    case .answer:
      let many = scores.filter { $0.magnitude > 0.9 }.count
      switch many {
      case 0: return "No unit alone follows the answer by more than 0.9."
      case 1: return "Unit \(ranking.rows[0]) alone follows the answer by more than 0.9."
      default:
        return
          "\(many) of \(scores.count) units follow the answer by more than 0.9: none stands for "
          + "it alone."
      }
    case .effect:
      let first = ranking.rows[0]
      let most = scores[first]
      let size = UnitRanking.text(most, .effect).filter { $0 != " " }
      let moved = "One unit less moves the output by at most \(size) (unit \(first))"
      guard answerStays(most) else { return moved + "." }
      return Fitted.form(
        ["\(moved): the answer stays, many share the work.", "\(moved): the answer stays."],
        width: screen.size.width - 2)
    case .index, .change, .memory: return nil
    }
  }

  /// Whether an output moved so far is still on its side of the threshold.
  private func answerStays(_ distance: Float) -> Bool {
    guard let meaning = state.model.output, let layer = state.plan.layers.last,
      state.plan.failure == nil, layer.layer.units == 1,
      let end = state.trace.output(state.plan.layers.count - 1)?.values.last
    else { return false }
    return (end - meaning.threshold).magnitude > distance
  }

  /// The number under the cursor, and what the rows are sorted by.
  private var cursor: String {
    let row = screen.row
    let before = screen.layer > 0 ? state.plan.layers[screen.layer - 1].layer : nil
    var subject = map.quantity == .input ? screen.rowName(row, of: map).text : "Unit \(row)"
    var letter = LayerScreen.letter(map.quantity)
    if map.quantity == .input, let before {
      subject = "Unit \(row) of \(before.name)"
      letter = before.isRecurrent ? "h" : "y"
    }
    let timestep = screen.timestep
    let read = screen.state.timestepRead(by: screen.layer)
    let place = map.quantity == .input ? "t \(read)" : "t \(timestep)"
    guard let value = screen.value(row, map) else {
      return timestep < 0
        ? "Nothing has been read: there is no \(letter) yet. → reads the first timestep."
        : "\(subject): the second observation has no \(place)."
    }
    if let beside = state.moment.beside { return difference(value, beside, subject, letter, place) }
    let number = decimal(value, digits: 3, signed: map.isSigned).filter { $0 != " " }
    let start = "\(subject) \(timestep < 0 ? "before t 0" : "at \(place)"): \(letter) = \(number)"
    return score.map { "\(start). \($0)" } ?? "\(start)\(role)."
  }

  /// What the number is, in a few words.
  private var role: String {
    guard let settings, let quantity = settings.quantity(map.quantity) else { return "" }
    guard settings.hasCell else { return ", the \(quantity.words)" }
    return switch map.quantity {
    case .inputGate: ", the share of g that is written"
    case .forgetGate: ", the share of the old c that is kept"
    case .cellCandidate: ", what would be written"
    case .outputGate: ", the share of tanh(c) that shows"
    case .cellState: ", what it remembers"
    case .hiddenState: ", what it shows"
    default: ""
    }
  }

  private func difference(
    _ value: Float, _ beside: Moment.Beside, _ subject: String, _ letter: Character,
    _ place: String
  ) -> String {
    let timestep = max(0, screen.timestep)
    let rows = map.rows
    let own = number(state.trace, timestep, rows)
    let other = number(beside.trace, timestep, rows)
    guard screen.timestep >= 0, let own, let other else {
      return "\(subject) before t 0: both start alike."
    }
    return "\(subject) at \(place): \(letter) is \(own) here, \(other) in "
      + "\(beside.example.facts.name): difference \(decimal(value, digits: 3, signed: true).filter { $0 != " " })."
  }

  private func number(_ trace: Trace, _ timestep: Int, _ rows: Int) -> String? {
    let values = Moment.values(map.quantity, screen.layer, trace)
    let place = timestep * rows + screen.row
    return values.indices.contains(place)
      ? decimal(values[place], digits: 3, signed: true).filter { $0 != " " } : nil
  }

  /// The score of the cursor's row and its place among all.
  private var score: String? {
    guard let scores = ranking.scores else { return nil }
    let text = UnitRanking.text(scores[screen.row], ranking.order).filter { $0 != " " }
    let unit = ranking.order == .memory ? " timesteps" : ""
    let place = "place \(ranking.place(of: screen.row) + 1) of \(ranking.rows.count)"
    return "\(ranking.order.rawValue.capitalized) \(text)\(unit), \(place)."
  }

  private var parting: String? {
    guard let parting = screen.sheet.parting, let beside = state.moment.beside else { return nil }
    let name = beside.example.facts.name
    guard let input = parting.input else {
      return "\(name) has the same input in the \(parting.common) timesteps of both."
    }
    let layer =
      parting.layer.map { "\(screen.name) first differs at t \($0)" }
      ?? "\(screen.name) does not differ"
    return "Beside \(name): the input first differs at t \(input), \(layer)."
  }

  /// The numbers of the cursor's unit.
  private var numbers: String {
    let values = state.quantities(of: screen.layer).map { quantity in
      "\(quantity.letter) \(screen.number(quantity, state.trace).text.filter { $0 != " " })"
    }.joined(separator: "  ")
    return "Unit \(state.position.units[screen.layer]) "
      + (screen.timestep < 0 ? "before t 0: " : "at t \(screen.timestep): ") + values
  }

  /// What the quantity is, in words.
  var meaning: String {
    guard let settings else { return "" }
    guard let quantity = settings.quantity(map.quantity) else {
      let count = settings.sums.count
      let often = count == 1 ? "" : " for each of its \(spelled(count)) sums"
      return screen.layer == 0
        ? "Every feature reaches every unit of \(screen.name), once\(often)."
        : "Every h of the layer before reaches every unit of \(screen.name), \(times(count))."
    }
    guard settings.hasCell else { return settings.sentence(of: quantity) }
    return switch map.quantity {
    case .inputGate: "i says how much of the candidate g is written into c: 0 nothing, 1 all of it."
    case .forgetGate: "f says how much of the old c is kept: 1 keeps it, 0 forgets it."
    case .cellCandidate: "g is what would be written into c; the input gate says how much of it is."
    case .outputGate: "o says how much of the cell state shows as h: 0 nothing, 1 all of it."
    case .cellState: "c is what a unit remembers: f·c[t−1] + i·g. It has no bound."
    case .hiddenState: "h is what a unit shows of its c: to the next layer, and to itself at t + 1."
    default: settings.sentence(of: quantity)
    }
  }

  private var settings: (any RecurrentLayer)? { state.recurrent(screen.layer) }

  /// What the order of the rows means.
  private var order: String {
    switch ranking.order {
    case .index: "z sorts the units: by change, memory, answer, effect on the output."
    case .change:
      "By change: how far \(LayerScreen.letter(map.quantity)) moves from one t to the next, summed up."
    case .memory: "By memory: the lag at which the autocorrelation of \(remembered) falls to 1/2."
    case .answer: "By answer: correlation of h with the answer read at each t; − is turned over."
    case .effect: "By effect: how far the last output moves when the unit's h is 0 at every t."
    }
  }

  private var remembered: Character { (settings?.remembered ?? .hiddenState).letter }

  /// How the map is read.
  private var reading: String {
    let lines = screen.layout.maps[0].lines.lines
    let hasPairs = lines.contains { if case .pair = $0 { true } else { false } }
    let things = map.quantity == .input && screen.layer == 0 ? "feature" : "unit"
    return hasPairs
      ? "A line is two \(things)s, coloured by the scale; the two at the cursor are bars."
      : "A row is one \(things), a column one timestep. Dots are not read yet."
  }
}
