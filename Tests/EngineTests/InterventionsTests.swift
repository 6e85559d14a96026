import Engine
import Kernels
import Testing

@Suite("Interventions")
struct InterventionsTests {
  /// Every kind of change at once, on both LSTMs of the odd network and 9 timesteps.
  static let many = Interventions(
    clamps: [
      Clamp(layer: "there", gate: .forgetGate, units: [5, 1, 2], value: 1),
      Clamp(layer: "there", gate: .cellCandidate, timesteps: 3..<5, value: -0.5),
      Clamp(layer: "back", gate: .outputGate, units: [18], timesteps: 0..<9, value: 0.25),
      Clamp(layer: "back", gate: .inputGate, units: [17, 18], timesteps: 8..<9, value: 2),
    ],
    erasures: [
      Erasure(timestep: 4, states: .both),
      Erasure(layer: "there", timestep: 6, states: .hiddenState),
      Erasure(layer: "back", timestep: 0, states: .hiddenState),
      Erasure(layer: "back", timestep: 7, states: .cellState),
    ],
    initialStates: [
      "there": LayerStates(h: (0..<7).map { Float($0) / 8 }, c: (0..<7).map { 1 - Float($0) }),
      "back": LayerStates(
        h: [Float](repeating: 0.5, count: 19), c: [Float](repeating: -0.75, count: 19)),
    ])

  @Test("changes that change nothing give the bits of the run without them")
  func nothing() throws {
    let network = try Network(oddNetwork, seed: 3)
    let seen = observation(9, 3, seed: 5)
    let zeros = [Float](repeating: 0, count: 19)
    let idle = Interventions(
      clamps: [
        Clamp(layer: "there", gate: .forgetGate, units: [], value: 7),
        Clamp(layer: "back", gate: .outputGate, timesteps: 4..<4, value: 7),
      ],
      erasures: [Erasure(timestep: 0, states: .both)],
      initialStates: ["back": LayerStates(h: zeros, c: zeros)])
    #expect(Interventions.none.isEmpty && !idle.isEmpty)
    for level in Level.allCases where level.isAvailable {
      let plain = try network.forward(seen, kernels: Kernels(level))
      let changed = try network.forward(seen, under: idle, kernels: Kernels(level))
      for layer in [0, 2] {
        for quantity in LSTM.quantityNames {
          #expect(
            bits(changed.all(quantity, layer: layer).values)
              == bits(plain.all(quantity, layer: layer).values))
        }
      }
      #expect(changed.output(3) == plain.output(3))
      #expect(changed.interventions == idle)
    }
  }

  @Test("gates worked out later are those of the changed forward pass to the last bit")
  func gatesEqualForward() throws {
    let network = try Network(oddNetwork, seed: 3)
    for level in Level.allCases where level.isAvailable {
      let kernels = Kernels(level)
      let trace = try network.forward(
        observation(9, 3, seed: 5), under: Self.many, kernels: kernels)
      for (layer, name, units) in [(0, "there", 7), (2, "back", 19)] {
        for timestep in 0..<9 {
          let gates = LSTM.quantityNames.prefix(4).flatMap {
            trace.values($0, layer: layer, timestep: timestep)
          }
          let isErased = Self.many.erasures.contains {
            $0.layer ?? name == name && $0.timestep == timestep && $0.states.contains(.cellState)
          }
          let before =
            isErased
            ? [Float](repeating: 0, count: units)
            : trace.values(.cellState, layer: layer, timestep: timestep - 1)
          let (h, c) = cell(gates, before, units, kernels)
          #expect(bits(c) == bits(trace.values(.cellState, layer: layer, timestep: timestep)))
          #expect(bits(h) == bits(trace.values(.hiddenState, layer: layer, timestep: timestep)))
        }
      }
    }
  }

  /// c = f·c₋ + i·g and h = o·tanh(c), rounded as the level rounds.
  private func cell(
    _ gates: [Float], _ before: [Float], _ units: Int, _ kernels: Kernels
  ) -> (h: [Float], c: [Float]) {
    var (h, c) = (before, before)
    gates.withUnsafeBufferPointer { gates in
      c.withUnsafeMutableBufferPointer { c in
        h.withUnsafeMutableBufferPointer { h in
          guard let gates = gates.baseAddress, let c = c.baseAddress, let h = h.baseAddress
          else { return }
          let all = Rows(gates, stride: 4 * units)
          let shown = MutableRows(h, stride: units)
          kernels.updateCellState(
            gates: all, before: Rows(h, stride: units), cellState: MutableRows(c, stride: units),
            rows: 1, units: units)
          kernels.copyRows(Rows(c, stride: units), to: shown, rows: 1, columns: units)
          kernels.apply(.tanh, to: shown, rows: 1, columns: units)
          kernels.showCellState(gates: all, hiddenState: shown, rows: 1, units: units)
        }
      }
    }
    return (h, c)
  }

  @Test("a changed gate of one unit or timestep is that of all of them to the last bit")
  func partsEqualWhole() throws {
    let network = try Network(oddNetwork, seed: 3)
    let trace = try network.forward(observation(9, 3, seed: 5), under: Self.many)
    for (layer, units) in [(0, 7), (2, 19)] {
      for quantity in LSTM.quantityNames {
        let all = trace.all(quantity, layer: layer).values
        for timestep in 0..<9 {
          #expect(
            bits(trace.values(quantity, layer: layer, timestep: timestep))
              == bits(Array(all[timestep * units..<(timestep + 1) * units])))
        }
        for unit in 0..<units {
          #expect(
            bits(trace.series(quantity, layer: layer, unit: unit, timesteps: 3..<8))
              == bits((3..<8).map { all[$0 * units + unit] }))
        }
      }
    }
  }

  @Test("a clamped gate has its value where it is clamped and nowhere else")
  func clamped() throws {
    let trace = try Network(oddNetwork, seed: 3).forward(
      observation(9, 3, seed: 5),
      under: Interventions(clamps: [
        Clamp(layer: "there", gate: .inputGate, units: [2, 3], timesteps: 1..<8, value: 0.125),
        Clamp(layer: "there", gate: .inputGate, units: [3], timesteps: 4..<5, value: 0.75),
      ]))
    for unit in 0..<7 {
      for timestep in 0..<9 {
        let value = trace.values(.inputGate, layer: 0, timestep: timestep)[unit]
        let isLater = unit == 3 && timestep == 4
        let isClamped = (2...3).contains(unit) && (1..<8).contains(timestep)
        #expect((value == 0.75) == isLater)
        #expect((value == 0.125) == (isClamped && !isLater))
      }
    }
  }

  @Test(
    "an erased state leaves the timestep before as it was",
    arguments: [
      Erasure.States.hiddenState, .cellState, .both,
    ])
  func erased(_ states: Erasure.States) throws {
    let network = try Network(seedNetwork, seed: 3)
    let seen = observation(50, 10, seed: 5)
    let plain = try network.forward(seen)
    let changed = try network.forward(
      seen,
      under: Interventions(erasures: [Erasure(layer: "lstm1", timestep: 7, states: states)]))
    for layer in 0..<2 {
      #expect(Difference(between: plain, and: changed, layer: layer).firstTimestep == 7)
    }
    #expect(
      changed.values(.cellState, layer: 0, timestep: 6)
        == plain.values(.cellState, layer: 0, timestep: 6))
    // The gates of t 7 read h alone, so they move only where h is erased.
    let isSame =
      changed.values(.forgetGate, layer: 0, timestep: 7)
      == plain.values(.forgetGate, layer: 0, timestep: 7)
    #expect(isSame == (states == .cellState))
  }

  @Test("erasing both states is starting anew from there")
  func erasedBoth() throws {
    let network = try Network(oddNetwork, seed: 3)
    let seen = observation(9, 3, seed: 5)
    let changed = try network.forward(
      seen, under: Interventions(erasures: [Erasure(layer: "there", timestep: 4, states: .both)]))
    let rest = try network.forward(
      Observation(timesteps: 5, features: 3, values: Array(seen.values[12...])))
    #expect(
      bits(Array(changed.all(.hiddenState, layer: 0).values[28...]))
        == bits(rest.all(.hiddenState, layer: 0).values))
  }

  @Test("two parts of a sequence, the second from the states of the first, are the whole")
  func carriedOn() throws {
    var description = oddNetwork
    description.layers.removeLast(2)
    description.layers.append(Layer(LSTM(name: "last", units: 19)))
    let network = try Network(description, seed: 3)
    let seen = observation(9, 3, seed: 5)
    let whole = try network.forward(seen)
    let first = try network.forward(
      Observation(timesteps: 4, features: 3, values: Array(seen.values[..<12])))
    #expect(Set(first.states.keys) == ["there", "last"])
    let second = try network.forward(
      Observation(timesteps: 5, features: 3, values: Array(seen.values[12...])),
      under: Interventions(initialStates: first.states))
    #expect(second.output(2) == whole.output(2))
    #expect(second.states == whole.states)
    #expect(
      second.values(.hiddenState, layer: 0, timestep: -1)
        == whole.values(.hiddenState, layer: 0, timestep: 3))
    #expect(
      second.series(.cellState, layer: 2, unit: 11, timesteps: -1..<5)
        == whole.series(.cellState, layer: 2, unit: 11, timesteps: 3..<9))
    #expect(
      bits(second.series(.forgetGate, layer: 2, unit: 11, timesteps: 0..<5))
        == bits(whole.series(.forgetGate, layer: 2, unit: 11, timesteps: 4..<9)))
  }

  @Test("an erasure before t 0 takes the initial state away, which is shown all the same")
  func erasedInitialState() throws {
    let network = try Network(oddNetwork, seed: 3)
    let seen = observation(9, 3, seed: 5)
    var changes = Interventions(
      initialStates: Self.many.initialStates.filter { $0.key == "there" })
    changes.erasures = [Erasure(timestep: 0, states: .both)]
    let trace = try network.forward(seen, under: changes)
    let plain = try network.forward(seen)
    #expect(trace.all(.hiddenState, layer: 0) == plain.all(.hiddenState, layer: 0))
    #expect(
      trace.values(.hiddenState, layer: 0, timestep: -1)
        == changes.initialStates["there"]?.h)
  }

  @Test("observations side by side are changed as they are alone")
  func batch() throws {
    let network = try Network(oddNetwork, seed: 3)
    let lengths = [12, 9, 9, 10] + [Int](repeating: 9, count: 61)
    let batch = lengths.enumerated().map { observation($1, 3, seed: UInt64($0)) }
    let outputs = try network.outputs(batch, under: Self.many)
    let traces = try network.forward(batch, under: Self.many)
    for (place, seen) in batch.enumerated() {
      let alone = try network.forward(seen, under: Self.many)
      #expect(alone.output(3) == outputs[place])
      #expect(
        bits(alone.all(.cellState, layer: 2).values)
          == bits(traces[place].all(.cellState, layer: 2).values))
    }
    #expect(throws: EngineError.timestep(timesteps: 8, found: 8)) {
      try network.outputs(batch + [observation(8, 3, seed: 1)], under: Self.many)
    }
  }

  @Test("a layer that cannot run may be changed all the same")
  func unreached() throws {
    let network = try Network(seedNetwork, seed: 1)
      .with(seedNetwork.changing("lstm1") { $0.returnSequences = false })
    let changes = Interventions(clamps: [Clamp(layer: "lstm2", gate: .forgetGate, value: 1)])
    let trace = try network.forward(observation(50, 10, seed: 2), under: changes)
    #expect(trace.layerCount == 1)
    #expect(changes.change("lstm2") && !changes.change("lstm1"))
  }
}
