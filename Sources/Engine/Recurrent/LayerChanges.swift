import Kernels

/// What is changed in one recurrent layer, put so that its loops need not search: timesteps in the order of
/// processing, units as ranges of neighbours.
struct LayerChanges {
  /// Neighbouring units of one gate, held at one value for some timesteps.
  struct Span {
    var block: Int
    var units: Range<Int>
    var timesteps: Range<Int>
    /// The value, once for each of the units.
    var values: [Float]
  }

  private var spans: [Span] = []
  /// The timesteps that each state does not reach, in the order in which the layer names its states.
  private var erased: [Set<Int>]
  /// The states before the first timestep, in the same order; nil where they are zero.
  private(set) var initialStates: [[Float]]?
  private var silenced: Silenced?

  /// Each row a variant of its own: row r shows nothing of unit `units[r]`.
  private struct Silenced {
    var units: Range<Int>
    /// The block of the gate that is held at 0 for it; nil where the hidden state is put to 0.
    var block: Int?
  }

  /// The changes of a layer; `nil` where there are none.
  init?(_ interventions: Interventions, of layer: some RecurrentLayer, timesteps: Int) {
    guard interventions.change(layer.name) else { return nil }
    erased = layer.states.map { state in
      Set(
        interventions.erasures.filter { $0.reaches(state, of: layer.name) }.map(\.timestep))
    }
    for clamp in interventions.clamps where clamp.layer == layer.name {
      for units in clamp.units.map(Self.neighbours) ?? [0..<layer.units] {
        spans.append(
          Span(
            block: layer.quantity(clamp.gate)?.sum?.block ?? 0, units: units,
            timesteps: clamp.timesteps ?? 0..<timesteps,
            values: [Float](repeating: clamp.value, count: units.count)))
      }
    }
    initialStates = interventions.initialStates[layer.name].map { states in
      layer.states.map { states[$0] }
    }
  }

  /// The changes that silence one unit in each row.
  init(silencing units: Range<Int>, of layer: some SteppingLayer, beside others: LayerChanges?) {
    if let others { self = others } else { erased = layer.states.map { _ in [] } }
    let gate = type(of: layer).showing.flatMap { layer.quantity($0) }
    silenced = Silenced(units: units, block: gate?.sum?.block)
  }

  /// Whether a state, counted in the order in which the layer names them, does not reach a timestep.
  func isErased(_ state: Int, at timestep: Int) -> Bool { erased[state].contains(timestep) }

  /// Puts the clamped values over the finished gates of some blocks at one timestep, each row all blocks.
  func clamp(
    _ gates: MutableRows, _ blocks: Range<Int>, timestep: Int, rows: Int, units: Int,
    kernels: Kernels
  ) {
    for span in spans where span.timesteps.contains(timestep) && blocks.contains(span.block) {
      let place = span.block * units + span.units.lowerBound
      Self.write(
        span.values, MutableRows(gates.start + place, stride: gates.stride), rows,
        span.units.count, kernels)
    }
    if let silenced, let block = silenced.block, blocks.contains(block) {
      // One number further to the right in each row.
      Self.write(
        [0],
        MutableRows(
          gates.start + block * units + silenced.units.lowerBound, stride: gates.stride + 1),
        rows, 1, kernels)
    }
  }

  /// Ends the gradients of the gates of some blocks that are held at one timestep: nothing that went into
  /// them matters there. `gradients` are those of the first of the blocks on.
  func release(
    _ gradients: MutableRows, _ blocks: Range<Int>, timestep: Int, rows: Int, units: Int
  ) {
    for span in spans where span.timesteps.contains(timestep) && blocks.contains(span.block) {
      let place = (span.block - blocks.lowerBound) * units + span.units.lowerBound
      MutableRows(gradients.start + place, stride: gradients.stride).clear(
        rows: rows, columns: span.units.count)
    }
  }

  /// Puts the silenced units of the hidden state to 0 where no gate did it.
  func silence(_ hidden: MutableRows, kernels: Kernels) {
    guard let silenced, silenced.block == nil else { return }
    Self.write(
      [0], MutableRows(hidden.start + silenced.units.lowerBound, stride: hidden.stride + 1),
      silenced.units.count, 1, kernels)
  }

  /// Puts the clamped values over a box of one gate, `timesteps` × `units`.
  func clamp(
    _ box: MutableRows, of gate: LayerQuantity, timesteps: Range<Int>, units: Range<Int>,
    kernels: Kernels
  ) {
    for span in spans where span.block == gate.sum?.block {
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
