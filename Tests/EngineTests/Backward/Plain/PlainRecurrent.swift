@testable import Engine

/// A recurrent layer in double precision, one observation and one timestep after another.
struct PlainRecurrent {
  let layer: any RecurrentLayer
  let weights: [String: [Double]]
  let interventions: Interventions
  /// Added to a state once it is worked out, to see what hangs on it.
  var nudge: Nudge?

  struct Nudge {
    let layer: String
    let state: Int
    let observation: Int
    let timestep: Int
    let unit: Int
    let by: Double
  }

  private var units: Range<Int> { 0..<layer.units }

  /// What the layer hands on: its output, then its last states.
  func run(_ inputs: [PlainFlow]) -> [PlainFlow] {
    let read = inputs[0]
    var sequences: [[[Double]]] = []
    var ends = layer.states.map { _ in [[[Double]]]() }
    for observation in read.rows.indices {
      var states = layer.states.enumerated().map { place, name in
        if let what = interventions.initialStates[layer.name] { return what[name].map(Double.init) }
        return inputs.count > 1
          ? inputs[1 + place].rows[observation][0] : [Double](repeating: 0, count: layer.units)
      }
      let order = Array(0..<read.timesteps)
      var left: [[Double]] = []
      for (timestep, row) in (layer.goBackwards ? order.reversed() : order).enumerated() {
        let isSkipped = !layer.readsSkipped && !read.counts(observation, row)
        if !isSkipped {
          for (place, name) in layer.states.enumerated()
          where interventions.erasures.contains(where: {
            $0.timestep == timestep && $0.reaches(name, of: layer.name)
          }) {
            states[place] = [Double](repeating: 0, count: layer.units)
          }
          states = step(
            read.rows[observation][row], states,
            Moment(observation: observation, timestep: timestep))
        }
        left.append(
          isSkipped && layer.zerosWhereSkipped
            ? [Double](repeating: 0, count: layer.units) : states[0])
      }
      sequences.append(layer.returnSequences ? left : [left[left.count - 1]])
      if !layer.returnSequences { sequences[observation] = [states[0]] }
      for place in states.indices { ends[place].append([states[place]]) }
    }
    return [
      PlainFlow(
        sequences, isSequence: layer.returnSequences,
        mask: layer.returnSequences ? read.mask : nil)
    ] + ends.map { PlainFlow($0, isSequence: false) }
  }

  private struct Moment {
    let observation: Int
    let timestep: Int
  }

  private func step(_ x: [Double], _ states: [[Double]], _ moment: Moment) -> [[Double]] {
    switch layer {
    case let layer as LSTM: lstm(layer, x, states, moment)
    case let layer as GRU: gru(layer, x, states[0], moment)
    case let layer as SimpleRNN: simple(layer, x, states[0], moment)
    default: preconditionFailure("no such layer")
    }
  }

  private func lstm(
    _ layer: LSTM, _ x: [Double], _ states: [[Double]], _ moment: Moment
  ) -> [[Double]] {
    func sum(_ block: Int) -> [Double] {
      added(through("kernel", x, block), through("recurrent_kernel", states[0], block), bias(block))
    }
    let curve = layer.recurrentActivation
    let i = held(.inputGate, moment, sum(0).map(curve.plain))
    let f = held(.forgetGate, moment, sum(1).map(curve.plain))
    let g = held(.cellCandidate, moment, sum(2).map(layer.activation.plain))
    let o = held(.outputGate, moment, sum(3).map(curve.plain))
    let c = nudged(1, moment, units.map { f[$0] * states[1][$0] + i[$0] * g[$0] })
    return [nudged(0, moment, units.map { o[$0] * layer.activation.plain(c[$0]) }), c]
  }

  private func gru(_ layer: GRU, _ x: [Double], _ h: [Double], _ moment: Moment) -> [[Double]] {
    func sum(_ block: Int) -> [Double] {
      added(
        through("kernel", x, block), through("recurrent_kernel", h, block),
        added(bias(block), inner(block)))
    }
    let curve = layer.recurrentActivation
    let z = held(.updateGate, moment, sum(0).map(curve.plain))
    let r = held(.resetGate, moment, sum(1).map(curve.plain))
    let reset =
      layer.resetAfter
      ? zip(r, added(through("recurrent_kernel", h, 2), inner(2))).map { $0 * $1 }
      : through("recurrent_kernel", zip(r, h).map { $0 * $1 }, 2)
    let entering = added(through("kernel", x, 2), bias(2), reset)
    let g = held(.candidate, moment, entering.map(layer.activation.plain))
    return [nudged(0, moment, units.map { z[$0] * h[$0] + (1 - z[$0]) * g[$0] })]
  }

  private func simple(
    _ layer: SimpleRNN, _ x: [Double], _ h: [Double], _ moment: Moment
  ) -> [[Double]] {
    let sum = added(through("kernel", x, 0), through("recurrent_kernel", h, 0), bias(0))
    return [nudged(0, moment, sum.map(layer.activation.plain))]
  }

  /// A row times the columns of one block of a matrix.
  private func through(_ name: String, _ row: [Double], _ block: Int) -> [Double] {
    let matrix = weights[name] ?? []
    let columns = matrix.count / row.count
    return units.map { unit in
      row.indices.reduce(0) { $0 + row[$1] * matrix[$1 * columns + block * layer.units + unit] }
    }
  }

  private func bias(_ block: Int) -> [Double] {
    units.map { weights["bias"]?[block * layer.units + $0] ?? 0 }
  }

  /// The second bias of a GRU that resets behind the product.
  private func inner(_ block: Int) -> [Double] {
    units.map { unit in
      guard let bias = weights["bias"], bias.count == 6 * layer.units else { return 0 }
      return bias[(3 + block) * layer.units + unit]
    }
  }

  private func added(_ lists: [Double]...) -> [Double] {
    units.map { unit in lists.reduce(0) { $0 + $1[unit] } }
  }

  /// What a what-if holds a gate at; the later one holds.
  private func held(_ gate: QuantityName, _ moment: Moment, _ values: [Double]) -> [Double] {
    var values = values
    for clamp in interventions.clamps
    where clamp.layer == layer.name && clamp.gate == gate
      && clamp.timesteps?.contains(moment.timestep) ?? true
    {
      for unit in clamp.units ?? Array(units) { values[unit] = Double(clamp.value) }
    }
    return values
  }

  private func nudged(_ state: Int, _ moment: Moment, _ values: [Double]) -> [Double] {
    guard let nudge, nudge.layer == layer.name, nudge.state == state,
      nudge.observation == moment.observation, nudge.timestep == moment.timestep
    else { return values }
    var values = values
    values[nudge.unit] += nudge.by
    return values
  }
}
