import Engine
import Insight
import Phrases
import Vocabulary

/// What the layer screen shows of a moment, worked out once and not with every frame.
struct LayerSheet: Sendable {
  /// What it was worked out for. The rest of the moment is the same or the sheet is not there.
  struct Key: Hashable, Sendable {
    var layer: Int
    var quantity: QuantityName
    var comparison: QuantityName?
    var order: Command.UnitOrder
    var scale: Command.UnitScale
    /// Of maps that are too large to be held whole, which part along time is there; 0 of any other.
    var part = 0
  }

  let key: Key
  /// The chosen quantity and, below it, the one it is compared with.
  let maps: [HeatMap]
  let ranking: UnitRanking
  /// Where the second observation parts from the open one.
  let parting: Parting?
}

/// The first timesteps at which two observations differ, in the layer's order of reading.
struct Parting: Hashable, Sendable {
  /// In what enters the network; nil where all is the same.
  var input: Int?
  /// In h or c of the layer.
  var layer: Int?
  /// How many timesteps both have.
  var common: Int
}

extension Moment {
  /// The layer that the layer screen shows; nil where there is none.
  var shownLayer: Int? {
    guard case .layer(let index) = position.layer,
      network.plan.layers.indices.contains(index),
      network.plan.layers[index].hasMap
    else { return nil }
    return index
  }

  private var sheetKey: LayerSheet.Key? {
    shownLayer.map { layer in
      LayerSheet.Key(
        layer: layer, quantity: shown(position.quantity, layer),
        comparison: position.comparison.map { shown($0, layer) }, order: position.order,
        scale: position.unitScale, part: isLarge ? (position.timestep ?? 0) / Self.partLength : 0)
    }
  }

  /// Timesteps through which one goes without another part of a large map.
  private static let partLength = 256
  /// The timesteps that a window shows at most on one side of the open one: no more columns are drawn.
  private static let mostShown = 1000

  /// The timesteps of a layer whose numbers a map holds: all, or of a large run those that a window may
  /// show.
  private func held(_ part: Int, of timesteps: Int) -> Range<Int> {
    guard isLarge else { return 0..<timesteps }
    let first = part * Self.partLength
    return (first - Self.mostShown..<first + Self.partLength + Self.mostShown)
      .clamped(to: 0..<timesteps)
  }

  /// The quantity that a layer shows where another is asked for that it does not have: what it
  /// remembers, or its output.
  private func shown(_ quantity: QuantityName, _ layer: Int) -> QuantityName {
    guard quantity != .input else { return quantity }
    guard let recurrent = network.plan.layers[layer].layer.recurrent else { return .output }
    return recurrent.quantity(quantity) == nil ? recurrent.remembered : quantity
  }

  /// The moment with what its screen has to know.
  consuming func withSheet() -> Moment {
    guard position.screen == .layer, let key = sheetKey, sheet?.key != key else { return self }
    sheet = makeSheet(key)
    return self
  }

  /// The sheet of the layer screen, kept or made for this once.
  var currentSheet: LayerSheet? {
    guard let key = sheetKey else { return nil }
    if let sheet, sheet.key == key { return sheet }
    var moment = self
    return moment.makeSheet(key)
  }

  private mutating func makeSheet(_ key: LayerSheet.Key) -> LayerSheet {
    let maps = ([key.quantity] + (key.comparison.map { [$0] } ?? [])).map {
      map($0, key)
    }
    return LayerSheet(
      key: key, maps: maps, ranking: ranking(key, count: maps[0].rows),
      parting: beside.map { parting($0, key.layer) })
  }

  // MARK: Values

  /// A quantity of a layer, of the open observation or of the open one minus the one beside it.
  private mutating func map(_ quantity: QuantityName, _ key: LayerSheet.Key) -> HeatMap {
    let layer = key.layer
    let rows = rowCount(quantity, layer)
    let length = Self.length(quantity, layer, trace)
    let timesteps = min(
      length, beside.map { Self.length(quantity, layer, $0.trace) } ?? length)
    let held = held(key.part, of: timesteps)
    let values = differences(quantity, layer, held)
    var reach = ValueReach(units: rows)
    if held.count == timesteps {
      values.withUnsafeBufferPointer { reach.add($0) }
    } else if let known = reaches[quantity]?[layer] {
      reach = known
    } else {
      for start in stride(from: 0, to: timesteps, by: Self.mostShown) {
        let part = start..<min(start + Self.mostShown, timesteps)
        differences(quantity, layer, part).withUnsafeBufferPointer { reach.add($0) }
      }
      reaches[quantity, default: [:]][layer] = reach
    }
    return HeatMap(
      quantity, values, of: held, timesteps: timesteps, reach: reach,
      bounds: beside == nil ? bounds(quantity, layer) : nil,
      isEach: key.scale == .each && reachesDifferently(quantity, layer))
  }

  /// The numbers of some timesteps, less those of the observation beside, `[timesteps, rows]`.
  private func differences(
    _ quantity: QuantityName, _ layer: Int, _ timesteps: Range<Int>
  ) -> [Float] {
    let width = rowCount(quantity, layer)
    let values = Self.values(quantity, layer, trace, of: timesteps, width: width)
    guard let beside else { return values }
    let others = Self.values(quantity, layer, beside.trace, of: timesteps, width: width)
    return zip(values, others).map { $0 - $1 }
  }

  /// Whether the numbers say how far the rows of a quantity reach, and not its bounds: of states, of
  /// what nothing bounds, and of what enters the network.
  func reachesDifferently(_ quantity: QuantityName, _ layer: Int) -> Bool {
    guard quantity != .input else { return true }
    let known = network.plan.layers[layer].layer.recurrent?.quantity(quantity)
    return known?.role == .state || known?.range == nil
  }

  /// `[timesteps, rows]`, in the layer's order of reading.
  static func values(_ quantity: QuantityName, _ layer: Int, _ trace: Trace) -> [Float] {
    if quantity.recurrent != nil { return trace.all(quantity, layer: layer).values }
    if quantity == .output { return trace.output(layer)?.values ?? [] }
    return trace.read(by: layer)
  }

  /// The same of some timesteps, of which each has `width` numbers; those that are not there are left out.
  static func values(
    _ quantity: QuantityName, _ layer: Int, _ trace: Trace, of timesteps: Range<Int>, width: Int
  ) -> [Float] {
    let length = length(quantity, layer, trace)
    let timesteps = timesteps.clamped(to: 0..<length)
    if quantity.recurrent != nil {
      return trace.rows(quantity, layer: layer, timesteps: timesteps)
    }
    let all = values(quantity, layer, trace)
    guard timesteps.count < length else { return all }
    return Array(all[timesteps.lowerBound * width..<timesteps.upperBound * width])
  }

  /// How many timesteps a quantity of a layer has.
  private static func length(_ quantity: QuantityName, _ layer: Int, _ trace: Trace) -> Int {
    if quantity != .input { return trace.rows(of: layer) ?? 0 }
    let read = trace.arriving(at: layer)
    return read.shape.count == 2 ? read.shape[0] : 1
  }

  func rowCount(_ quantity: QuantityName, _ layer: Int) -> Int {
    quantity == .input
      ? network.plan.layers[layer].inputShape.features ?? 0
      : network.plan.layers[layer].units
  }

  private func bounds(_ quantity: QuantityName, _ layer: Int) -> ValueScale? {
    let isInput = quantity == .input
    guard let part = isInput ? network.plan.layers[layer].before : layer else { return nil }
    let known = network.plan.layers[part].layer.recurrent
    return ValueScale(known?.quantity(isInput ? .hiddenState : quantity)?.range)
  }

  // MARK: Order

  private mutating func ranking(_ key: LayerSheet.Key, count: Int) -> UnitRanking {
    guard key.order != .index else { return UnitRanking(count: count) }
    // Without gates there is nothing else by which outputs could stand, and nobody asked for it.
    if key.quantity == .output, key.order == .answer { return UnitRanking(count: count) }
    if key.quantity.recurrent == nil, key.order != .change {
      return UnitRanking(
        count: count,
        refusal: key.quantity == .input
          ? ExploringPhrases.onlyByChange : ExploringPhrases.outputsOnlyByChange)
    }
    let score = UnitScore(
      layer: key.layer, order: key.order, quantity: key.order == .change ? key.quantity : nil)
    if let kept = scores[score] { return UnitRanking(key.order, kept) }
    do {
      let found = try worked(out: score)
      scores[score] = found
      return UnitRanking(key.order, found)
    } catch {
      let reason = (error as? Refusal)?.description ?? ExploringPhrases.noAnswer
      return UnitRanking(
        count: count, refusal: ExploringPhrases.notSorted(by: key.order, reason))
    }
  }

  private func worked(out score: UnitScore) throws -> [Float] {
    switch score.order {
    case .index: return []
    case .change:
      guard let name = score.quantity, let quantity = name.recurrent else {
        return changes(of: score.quantity ?? .input, score.layer)
      }
      return trace.changes(of: quantity, layer: score.layer)
    case .memory:
      guard memoryWork(score.layer) < 4e9 else {
        throw Refusal.tooManyTimestepsToCompare
      }
      return trace.memory(layer: score.layer)
    case .answer: return try trace.followsAnswer(layer: score.layer)
    case .effect:
      guard effectWork(score.layer) < 2e10 else {
        throw Refusal.tooManyRuns
      }
      return try trace.effects(layer: score.layer)
    }
  }

  private func changes(of quantity: QuantityName, _ layer: Int) -> [Float] {
    let rows = rowCount(quantity, layer)
    let values = Self.values(quantity, layer, trace)
    return (0..<rows).map { row in
      let column = stride(from: row, to: values.count, by: rows).map { values[$0] }
      return zip(column, column.dropFirst()).reduce(0) { $0 + abs($1.1 - $1.0) }
    }
  }

  /// About how many products the effects of all units take.
  private func effectWork(_ layer: Int) -> Double {
    let layers = network.plan.layers
    let run = layers[layer...].reduce(0.0) { $0 + Double($1.parameters.total) }
    return run * Double(layers[layer].units) * Double(example.observation.timesteps)
  }

  /// About how many products the memory of all units takes where it is long.
  private func memoryWork(_ layer: Int) -> Double {
    let timesteps = Double(example.observation.timesteps)
    return timesteps * timesteps / 2 * Double(network.plan.layers[layer].units)
  }

  // MARK: Beside

  private func parting(_ beside: Beside, _ layer: Int) -> Parting {
    let common = min(example.observation.timesteps, beside.example.observation.timesteps)
    let reversed = readsFromEnd(layer)
    func first(_ one: [Float], _ other: [Float], turned: Bool = false) -> Int? {
      let (width, second) = (
        one.count / max(1, trace.input.timesteps), beside.trace.input.timesteps
      )
      return (0..<common).first { timestep in
        let place = turned ? trace.input.timesteps - 1 - timestep : timestep
        let place2 = turned ? second - 1 - timestep : timestep
        return one[place * width..<(place + 1) * width]
          != other[place2 * width..<(place2 + 1) * width]
      }
    }
    let names = network.plan.layers[layer].layer.recurrent?.states ?? []
    let states = names.compactMap { quantity in
      first(Self.values(quantity, layer, trace), Self.values(quantity, layer, beside.trace))
    }
    return Parting(
      input: first(trace.input.values, beside.trace.input.values, turned: reversed),
      layer: states.min(), common: common)
  }

  /// Whether a layer meets the observation from its end: it, or an odd number of the layers up to
  /// it, reads backwards.
  func readsFromEnd(_ layer: Int) -> Bool {
    var isReversed = false
    var place: Int? = layer
    while let index = place {
      if position.description.layers[index].readsBackwards { isReversed.toggle() }
      place = position.description.before(index)
    }
    return isReversed
  }
}
