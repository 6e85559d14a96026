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
    // A layer without gates says first what it does.
    var result = settings == nil ? [meaning, cursor] : [cursor]
    if let parting { result.append(parting) }
    if let refusal = ranking.refusal {
      // Who asked for an order is told first why it is not there.
      let isAsked = state.position.order != .answer && map.quantity != .input
      let place = isAsked ? 0 : result.endIndex
      result.insert(LayerPhrases.byIndex(because: refusal), at: place)
    }
    if let failure = state.plan.failure {
      result.append(LayerPhrases.stops(at: failure.layerName, stillRuns: screen.name))
    }
    if state.readsBackwards(screen.layer) { result.append(LayerPhrases.readsFromEnd) }
    if let spread { result.append(spread) }
    let isPlain = ranking.order == .index
    result.append(isPlain ? reading : order)
    if screen.layout.units.rows.isEmpty, map.quantity.recurrent != nil { result.append(numbers) }
    result.append(meaning)
    result.append(isPlain ? order : reading)
    if map.isEach {
      result.append(LayerPhrases.eachOnItsOwn(LayerScreen.rowKind(of: map, state, screen.layer)))
    }
    return result
  }

  /// How the answer is spread over the units, when they are sorted by what they have to do with it.
  private var spread: String? {
    guard let scores = ranking.scores, scores.count > 1 else { return nil }
    switch ranking.order {
    case .answer:
      let many = scores.filter { $0.magnitude > 0.9 }.count
      return switch many {
      case 0: LayerPhrases.noneFollows
      case 1: LayerPhrases.alone(ranking.rows[0])
      default: LayerPhrases.many(many, of: scores.count)
      }
    case .effect:
      let first = ranking.rows[0]
      let most = scores[first]
      let size = UnitRanking.text(most, .effect).filter { $0 != " " }
      guard answerStays(most) else { return LayerPhrases.moves(by: size, unit: first) }
      return LayerPhrases.movesWithoutTurning(by: size, unit: first)
        .fitted(to: screen.size.width - 2)
    case .index, .change, .memory: return nil
    }
  }

  /// Whether an output moved so far is still on its side of the threshold.
  private func answerStays(_ distance: Float) -> Bool {
    guard let meaning = state.model.output, let layer = state.plan.layers.last,
      state.plan.failure == nil, layer.units == 1,
      let end = state.trace.output(state.plan.layers.count - 1)?.values.last
    else { return false }
    return (end - meaning.threshold).magnitude > distance
  }

  /// The number under the cursor, and what the rows are sorted by.
  private var cursor: String {
    let row = screen.row
    let before = state.plan.layers[screen.layer].before.map { state.plan.layers[$0].layer }
    var subject =
      map.quantity == .input
      ? screen.rowName(row, of: map).text : LayerPhrases.subject(unit: row)
    var letter = LayerScreen.letter(map.quantity)
    if map.quantity == .input, let before {
      subject = LayerPhrases.subject(unit: row, of: before.name)
      letter = before.isRecurrent ? "h" : "y"
    }
    let timestep = screen.timestep.map {
      map.quantity == .input ? screen.state.timestepRead(by: screen.layer) : $0
    }
    guard let value = screen.value(row, map) else {
      return timestep.map { LayerPhrases.secondHasNo($0, of: subject) }
        ?? LayerPhrases.nothingRead(letter)
    }
    if let beside = state.moment.beside {
      return difference(value, beside, subject, letter, timestep)
    }
    if let state = map.quantity.gradientState, let timestep {
      return GradientPhrases.value(
        value, of: state.letter, unit: row, at: timestep,
        isLoss: self.state.trace.objective.isLoss)
    }
    let number = Self.written(value, signed: map.isSigned)
    if let scores = ranking.scores {
      return LayerPhrases.value(
        letter, number, of: subject, at: timestep,
        score: UnitRanking.text(scores[row], ranking.order).filter { $0 != " " },
        by: ranking.order, place: ranking.place(of: row) + 1, of: ranking.rows.count)
    }
    guard let role else {
      return LayerPhrases.value(alone: letter, number, of: subject, at: timestep)
    }
    return LayerPhrases.value(letter, number, of: subject, at: timestep, role: role)
  }

  private static func written(_ value: Float, signed: Bool = true) -> String {
    decimal(value, digits: 3, signed: signed).filter { $0 != " " }
  }

  /// What the number is, in a few words.
  private var role: String? {
    guard let settings, let quantity = settings.quantity(map.quantity) else { return nil }
    return settings.hasCell
      ? LayerPhrases.roleBesideCell(map.quantity) : LayerPhrases.role(quantity.words)
  }

  private func difference(
    _ value: Float, _ beside: Moment.Beside, _ subject: String, _ letter: Character,
    _ place: Int?
  ) -> String {
    let rows = map.rows
    let own = number(state.trace, screen.timestep, rows)
    let other = number(beside.trace, screen.timestep, rows)
    guard let place, let own, let other else {
      return LayerPhrases.startAlike(subject)
    }
    return LayerPhrases.difference(
      letter, own, other, in: beside.example.facts.name, is: Self.written(value), of: subject,
      at: place)
  }

  private func number(_ trace: Trace, _ timestep: Int?, _ rows: Int) -> String? {
    guard let timestep else { return nil }
    let values = Moment.values(
      map.quantity, screen.layer, trace, of: timestep..<timestep + 1, width: rows)
    return values.indices.contains(screen.row) ? Self.written(values[screen.row]) : nil
  }

  private var parting: String? {
    guard let parting = screen.sheet.parting, let beside = state.moment.beside else { return nil }
    let name = beside.example.facts.name
    guard let input = parting.input else {
      return LayerPhrases.sameInput(as: name, timesteps: parting.common)
    }
    return parting.layer.map {
      LayerPhrases.parts(from: name, at: input, layer: screen.name, differsAt: $0)
    } ?? LayerPhrases.parts(from: name, at: input, butNot: screen.name)
  }

  /// The numbers of the cursor's unit.
  private var numbers: String {
    let values = state.quantities(of: screen.layer).map { quantity in
      "\(quantity.letter) \(screen.number(quantity, state.trace).text.filter { $0 != " " })"
    }
    return LayerPhrases.numbers(
      unit: state.position.units[screen.layer], at: screen.timestep, are: values)
  }

  /// What the quantity is, in words.
  var meaning: String {
    guard let settings else {
      let planned = state.plan.layers[screen.layer]
      return LayerKindPhrases.sentence(planned, reads: state.namesRead(by: planned))
    }
    if let differentiated = map.quantity.gradientState {
      return GradientPhrases.meaning(
        of: differentiated.letter, isLoss: state.trace.objective.isLoss)
    }
    guard let quantity = settings.quantity(map.quantity) else {
      let count = settings.sums.count
      return state.position.description.before(screen.layer) == nil
        ? LayerPhrases.featuresReach(screen.name, sums: count)
        : LayerPhrases.statesReach(screen.name, sums: count)
    }
    return (settings.hasCell ? LayerPhrases.meaningBesideCell(map.quantity) : nil)
      ?? settings.sentence(of: quantity)
  }

  private var settings: (any RecurrentLayer)? { state.recurrent(screen.layer) }

  /// What the order of the rows means.
  private var order: String {
    switch ranking.order {
    case .index: LayerPhrases.toSort
    case .change: LayerPhrases.byChange(of: LayerScreen.letter(map.quantity))
    case .memory: LayerPhrases.byMemory(of: remembered)
    case .answer: LayerPhrases.byAnswer
    case .effect: LayerPhrases.byEffect
    }
  }

  private var remembered: Character { (settings?.remembered ?? .hiddenState).letter }

  /// How the map is read.
  private var reading: String {
    let lines = screen.layout.maps[0].lines.lines
    let hasPairs = lines.contains { if case .pair = $0 { true } else { false } }
    let row = LayerScreen.rowKind(of: map, state, screen.layer)
    return hasPairs ? LayerPhrases.pairs(of: row) : LayerPhrases.singles(of: row)
  }
}
