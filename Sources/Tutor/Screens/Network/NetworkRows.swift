import Engine

/// How many lines each part of the screen has, while they are handed out.
struct NetworkRows {
  typealias Line = NetworkLayout.Line

  enum Detail: Int, Comparable {
    /// One line: what the layer reads and what leaves it.
    case header
    /// And what it remembers and its lane.
    case brief
    /// And all of its quantities.
    case full

    static func < (one: Detail, other: Detail) -> Bool { one.rawValue < other.rawValue }
  }

  let demand: NetworkLayout.Demand
  var details: [Int: Detail] = [:]
  var heights: [Int: [QuantityName: Int]] = [:]
  var showsTruth = false
  var inputDetails = 0
  var explanations = 1
  var denseShown = 0
  /// How many of the layers that are not recurrent have their line, those that change numbers first.
  var othersShown = 0
  /// A list, see the rules in Sources/README.md.
  var gaps: [Gap] = []
  var left = 0
  /// The layers that have a row for their gradient.
  var gradients: Set<Int> = []

  enum Gap: Equatable {
    case beforeLayer(Int)
    case beforeFailure
    case beforeOutput
    case beforeExplanation
  }

  init(_ demand: NetworkLayout.Demand) { self.demand = demand }

  /// The layers from the one in focus outwards: near ones get lines first.
  var nearest: [Int] {
    guard let focus = demand.focus else { return demand.recurrent }
    return demand.recurrent.sorted { abs($0 - focus) < abs($1 - focus) }
  }

  mutating func spend(_ height: Int) {
    // Pipeline, ruler, input, output, one line of explanation.
    left = height - 5 - demand.failureLines - (demand.hasBeside ? 1 : 0)
    let others = nearest.dropFirst()
    showLayers()
    if demand.showsGradients {
      for layer in nearest where details[layer] != nil && left > 0 {
        gradients.insert(layer)
        left -= 1
      }
    }
    if demand.isInHead {
      take(\.denseShown, upTo: demand.hiddenDense.count, of: demand.hiddenDense.count)
    }
    if demand.isOtherChosen { take(\.othersShown, upTo: 1, of: demand.others.count) }
    if let focus = demand.focus { raise(focus, to: [.full, .brief]) }
    // What a chosen Dense layer computes stands in its sentence.
    if demand.isInHead { take(\.explanations, upTo: 4, of: demand.explanations) }
    for layer in others { raise(layer, to: [.full, .brief]) }
    take(\.othersShown, upTo: demand.others.count, of: demand.others.count)
    if demand.hasTruth, left > 0 {
      showsTruth = true
      left -= 1
    }
    take(\.inputDetails, upTo: demand.neededDetails, of: demand.inputDetails)
    take(\.explanations, upTo: 2, of: demand.explanations)
    for layer in demand.recurrent where details[layer] != nil { open(.beforeLayer(layer)) }
    if demand.failureLines > 0 { open(.beforeFailure) }
    open(.beforeOutput)
    open(.beforeExplanation)
    take(\.explanations, upTo: 4, of: demand.explanations)
    take(\.inputDetails, upTo: 1, of: demand.inputDetails)
    take(\.denseShown, upTo: demand.hiddenDense.count, of: demand.hiddenDense.count)
    grow(to: 2) { $0.role != .gate }
    take(\.explanations, upTo: demand.explanations, of: demand.explanations)
    take(\.inputDetails, upTo: demand.inputDetails, of: demand.inputDetails)
    grow(to: 2) { $0.role == .gate }
    grow(to: 4) { $0.role != .gate }
  }

  /// Every layer gets its header, or the far ones share a line that counts them.
  private mutating func showLayers() {
    let fits = demand.recurrent.count <= left
    let shown = fits ? nearest.count : max(0, left - 1)
    for layer in nearest.prefix(shown) { details[layer] = .header }
    left -= fits ? shown : shown + 1
  }

  private mutating func raise(_ layer: Int, to levels: [Detail]) {
    guard let now = details[layer] else { return }
    for level in levels where level > now {
      let more = count(of: level, layer) - count(of: now, layer)
      guard more <= left else { continue }
      left -= more
      details[layer] = level
      return
    }
  }

  /// The lines of a layer: its header, its quantities, and the lane with what lies beside.
  private func count(of detail: Detail, _ layer: Int) -> Int {
    guard detail != .header else { return 1 }
    return 2 + quantities(of: layer, in: detail).count + (demand.hasBeside ? 1 : 0)
  }

  private func quantities(of layer: Int, in detail: Detail) -> [QuantityName] {
    let all = demand.quantities[layer, default: []].map(\.name)
    return switch detail {
    case .header: []
    case .brief: all.filter { $0 == demand.remembered[layer] }
    case .full: all
    }
  }

  private mutating func take(
    _ part: WritableKeyPath<NetworkRows, Int>, upTo limit: Int, of available: Int
  ) {
    let more = max(0, min(min(limit, available) - self[keyPath: part], left))
    self[keyPath: part] += more
    left -= more
  }

  private mutating func open(_ gap: Gap) {
    guard left > 0 else { return }
    gaps.append(gap)
    left -= 1
  }

  /// Makes rows taller, in all layers that are shown in full or in none: bars of one scale are to
  /// have one height.
  private mutating func grow(to height: Int, _ isGrowing: (LayerQuantity) -> Bool) {
    let layers = nearest.filter { details[$0] == .full }
    let growing = layers.flatMap { layer in
      demand.quantities[layer, default: []].filter(isGrowing).map { (layer, $0.name) }
    }
    .filter { heights[$0.0]?[$0.1] ?? 1 < height }
    let cost = growing.reduce(0) { $0 + height - (heights[$1.0]?[$1.1] ?? 1) }
    guard cost <= left else { return }
    for (layer, quantity) in growing { heights[layer, default: [:]][quantity] = height }
    left -= cost
  }

  var lines: [Line] {
    var result: [Line] = [.pipeline, .ruler, .input] + (demand.hasBeside ? [.besideInput] : [])
    if showsTruth { result.append(.truth) }
    result += (0..<inputDetails).map(Line.inputDetail)
    let unseen = demand.recurrent.filter { details[$0] == nil }.count
    let others = Set(demand.others.prefix(othersShown))
    for layer in (demand.recurrent + others).sorted() {
      result += others.contains(layer) ? [.other(layer)] : lines(of: layer)
    }
    if unseen > 0 { result.append(.unseen(unseen)) }
    if gaps.contains(.beforeFailure) { result.append(.blank) }
    result += (0..<demand.failureLines).map(Line.failure)
    if gaps.contains(.beforeOutput) { result.append(.blank) }
    result += demand.hiddenDense.prefix(denseShown).map(Line.dense)
    result.append(.output)
    if gaps.contains(.beforeExplanation) { result.append(.blank) }
    result += (0..<explanations).map(Line.explanation)
    return result + Array(repeating: .blank, count: max(0, left))
  }

  private func lines(of layer: Int) -> [Line] {
    guard let detail = details[layer] else { return [] }
    var result: [Line] = gaps.contains(.beforeLayer(layer)) ? [.blank] : []
    result.append(.header(layer))
    for quantity in quantities(of: layer, in: detail) {
      let height = heights[layer]?[quantity] ?? 1
      result += (0..<height).map { .quantity(layer, quantity, line: $0, height: height) }
      if quantity == demand.remembered[layer], demand.hasBeside {
        result.append(.besideState(layer))
      }
    }
    if detail != .header { result.append(.lane(layer)) }
    if gradients.contains(layer) { result.append(.gradient(layer)) }
    return result
  }
}
