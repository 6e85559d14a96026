import Kernels

/// What is changed in one LSTM, put so that its loops need not search: timesteps in the order of
/// processing, units as ranges of neighbours.
struct LSTMInterventions {
  /// Neighbouring units of one gate, held at one value for some timesteps.
  struct Span {
    var block: Int
    var units: Range<Int>
    var timesteps: Range<Int>
    /// The value, once for each of the units.
    var values: [Float]
  }

  var spans: [Span] = []
  var hiddenErased: Set<Int> = []
  var cellErased: Set<Int> = []
  var initialState: LSTMState?
  /// Each row a variant of its own: row r has the output gate of unit `silenced[r]` at zero.
  var silenced: Range<Int>?

  /// The changes of the layer of these settings; `nil` where there are none.
  init?(_ interventions: Interventions, of settings: LSTM, timesteps: Int) {
    guard interventions.change(settings.name) else { return nil }
    for clamp in interventions.clamps where clamp.layer == settings.name {
      for units in clamp.units.map(Self.neighbours) ?? [0..<settings.units] {
        spans.append(
          Span(
            block: clamp.gate.block ?? 0, units: units,
            timesteps: clamp.timesteps ?? 0..<timesteps,
            values: [Float](repeating: clamp.value, count: units.count)))
      }
    }
    for erasure in interventions.erasures where erasure.layer ?? settings.name == settings.name {
      if erasure.states != .cellState { hiddenErased.insert(erasure.timestep) }
      if erasure.states != .hiddenState { cellErased.insert(erasure.timestep) }
    }
    initialState = interventions.initialStates[settings.name]
  }

  /// The changes that silence one unit in each row.
  init(silencing units: Range<Int>, beside others: LSTMInterventions?) {
    if let others { self = others }
    silenced = units
  }

  /// Puts the clamped values over the finished gates of one timestep, each row i, f, g, o.
  func clamp(_ gates: MutableRows, timestep: Int, rows: Int, units: Int, kernels: Kernels) {
    for span in spans where span.timesteps.contains(timestep) {
      let place = span.block * units + span.units.lowerBound
      Self.write(
        span.values, MutableRows(gates.start + place, stride: gates.stride), rows,
        span.units.count, kernels)
    }
    if let silenced, let block = LSTMQuantity.outputGate.block {
      // One number further to the right in each row.
      Self.write(
        [0],
        MutableRows(gates.start + block * units + silenced.lowerBound, stride: gates.stride + 1),
        rows, 1, kernels)
    }
  }

  /// Puts the clamped values over a box of one gate, `timesteps` × `units`.
  func clamp(
    _ box: MutableRows, of gate: LSTMQuantity, timesteps: Range<Int>, units: Range<Int>,
    kernels: Kernels
  ) {
    for span in spans where span.block == gate.block {
      let rows = span.timesteps.clamped(to: timesteps)
      let columns = span.units.clamped(to: units)
      if rows.isEmpty || columns.isEmpty { continue }
      let target = MutableRows(
        box.row(rows.lowerBound - timesteps.lowerBound) + columns.lowerBound - units.lowerBound,
        stride: box.stride)
      Self.write(span.values, target, rows.count, columns.count, kernels)
    }
  }

  private static func write(
    _ values: [Float], _ target: MutableRows, _ rows: Int, _ columns: Int, _ kernels: Kernels
  ) {
    values.withUnsafeBufferPointer { values in
      guard let values = values.baseAddress else { return }
      kernels.copyRows(Rows(values, stride: 0), to: target, rows: rows, columns: columns)
    }
  }

  private static func neighbours(_ units: [Int]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for unit in Set(units).sorted() {
      if let last = ranges.last, last.upperBound == unit {
        ranges[ranges.count - 1] = last.lowerBound..<unit + 1
      } else {
        ranges.append(unit..<unit + 1)
      }
    }
    return ranges
  }
}
