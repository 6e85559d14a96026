import Engine
import Insight
import Kernels
import Phrases
import Vocabulary

/// The number that the origins screen traces back, and what was found.
struct TracedOrigins: Sendable {
  let tracing: Tracing
  /// The numbers that moved it most, the inputs first; so many of each at most.
  let list: [Tracing.Origin]
  /// What becomes of it without each of the inputs in the list.
  let changes: [RealChange]
  private let smallChanges: [Deferred<SmallChange?>]
  private let paths: [Deferred<TracedPath?>]

  private static let mostInputs = 24
  private static let mostStates = 8

  init?(_ trace: Trace, _ number: TracedNumber) {
    guard let tracing = Tracing(trace, number) else { return nil }
    self.tracing = tracing
    let changes = Array(tracing.inputs.prefix(Self.mostInputs))
    self.changes = changes
    list = changes.map(\.origin) + tracing.states.prefix(Self.mostStates)
    smallChanges = changes.map { change in
      Deferred { SmallChange(trace, tracing, change.origin) }
    }
    paths = changes.map { change in Deferred { TracedPath(trace, tracing, change.origin) } }
  }

  /// What becomes of it where an input of the list is a hundredth less.
  func smallChange(_ place: Int) -> SmallChange? {
    smallChanges.indices.contains(place) ? smallChanges[place].value : nil
  }

  /// Of which input the path is shown where one of the list is chosen: it, or the first.
  func pathPlace(_ chosen: Int) -> Int? {
    changes.isEmpty ? nil : changes.indices.contains(chosen) ? chosen : 0
  }

  /// The path of an input of the list.
  func path(_ place: Int) -> [TracedPath.Lane] { paths[place].value?.lanes ?? [] }
}

// Where a number comes from.
extension Moment {
  /// The origins screen, for a number by its address.
  func tracing(_ address: Quantity) throws(Refusal) -> Moment {
    guard address.kind == .output || address.kind.recurrent != nil,
      case .layer(let layer) = try selection(named: address.layer)
    else { throw .notTraced }
    try checkWayBack()
    var next = timeline.isAtStart ? at(0) : self
    if let unit = address.indices.last.flatMap(\.self) { next.position.units[layer] = unit }
    // Of a sequence the address says the timestep; a vector is there at the end.
    let isTimed = address.kind != .output || network.plan.layers[layer].handsOnSequence
    if isTimed, address.indices.count > 1, let timestep = address.indices[0], timestep >= 0 {
      next = next.at(timestep)
    } else if !isTimed {
      next = next.at(timeline.count - 1)
    }
    next.position.layer = .layer(layer)
    next.position.traced = address.kind.gradientState ?? address.kind
    next.position.origin = 0
    return try next.opening(.origins)
  }

  /// The number that is traced; nil where the input is chosen.
  var tracedNumber: TracedNumber? {
    guard case .layer(let layer) = position.layer, network.plan.layers.indices.contains(layer)
    else { return nil }
    let unit = position.units[layer]
    guard let recurrent = network.plan.layers[layer].layer.recurrent else {
      let rows = trace.rows(of: layer)
      return .output(
        layer: layer, row: rows.map { min(position.timestep ?? 0, $0 - 1) } ?? 0, unit: unit)
    }
    let name = recurrent.quantity(position.traced) == nil ? recurrent.remembered : position.traced
    let last = (trace.rows(of: layer) ?? 1) - 1
    return .quantity(name, layer: layer, unit: unit, timestep: min(position.timestep ?? 0, last))
  }

  /// The same moment with where its number comes from.
  func withOrigins() -> Moment {
    guard let number = tracedNumber, trace.goesBack else {
      var next = self
      next.origins = nil
      return next
    }
    guard origins?.tracing.number != number else { return self }
    var next = self
    next.origins = TracedOrigins(trace, number)
    next.position.origin = min(position.origin, max(0, (next.origins?.list.count ?? 1) - 1))
    return next
  }

  /// Another one of the numbers from which it comes.
  func choosing(origin choice: Command.Choice<Int>) throws(Refusal) -> Moment {
    var next = self
    if position.screen != .origins { next = try opening(.origins) }
    next = next.withOrigins()
    guard let list = next.origins?.list, !list.isEmpty else { throw .notTraced }
    switch choice {
    case .by(let distance):
      next.position.origin = moved(position.origin, by: distance, within: 0...list.count - 1)
    case .named(let place):
      guard list.indices.contains(place) else {
        throw .number(place, .places, count: list.count, owner: selectedName)
      }
      next.position.origin = place
    }
    return next
  }

  /// The number that is chosen among those from which the traced one comes.
  var chosenOrigin: Tracing.Origin? {
    guard let list = origins?.list, list.indices.contains(position.origin) else { return nil }
    return list[position.origin]
  }

  /// Where the chosen one itself comes from.
  func followingOrigin() throws(Refusal) -> Moment {
    guard let origin = chosenOrigin else { throw .notTraced }
    return try tracing(address(of: origin.number))
  }

  /// The address of a number.
  func address(of number: TracedNumber) -> Quantity {
    switch number {
    case .input(_, let timestep, let feature): return .x(timestep, feature)
    case .quantity(let name, let layer, let unit, let timestep):
      return Quantity(layer: network.plan.layers[layer].layer.name, name, [timestep, unit])
    case .output(let layer, let row, let unit):
      let planned = network.plan.layers[layer]
      return Quantity(
        layer: planned.layer.name, .output, planned.handsOnSequence ? [row, unit] : [unit])
    }
  }
}
