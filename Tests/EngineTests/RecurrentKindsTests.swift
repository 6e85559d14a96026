import Engine
import Kernels
import Testing

/// What holds for every kind of recurrent layer, whatever its gates.
@Suite("Kinds of recurrent layers")
struct RecurrentKindsTests {
  /// Two layers of a kind, in every form that changes how it computes.
  static let forms: [[Layer]] = [
    [
      Layer(LSTM(name: "one", units: 5, returnSequences: true)),
      Layer(LSTM(name: "two", units: 3, goBackwards: true)),
    ],
    [
      Layer(GRU(name: "one", units: 5, returnSequences: true)),
      Layer(GRU(name: "two", units: 3, resetAfter: false, goBackwards: true)),
    ],
    [
      Layer(GRU(name: "one", units: 20, resetAfter: false, returnSequences: true)),
      Layer(GRU(name: "two", units: 17, useBias: false)),
    ],
    [
      Layer(SimpleRNN(name: "one", units: 5, returnSequences: true)),
      Layer(SimpleRNN(name: "two", units: 3, useBias: false)),
    ],
  ]

  static func network(_ layers: [Layer]) throws -> Network {
    var fresh = try Network(
      NetworkDescription(input: InputLayer(timesteps: 7, features: 4), layers: layers), seed: 3)
    // A fresh bias is zero, which would hide one that is left out.
    for planned in fresh.plan.layers {
      for weight in planned.weightShapes where weight.name == "bias" {
        for place in 0..<weight.dimensions.reduce(1, *) {
          let index =
            weight.dimensions.count == 2
            ? [place / weight.dimensions[1], place % weight.dimensions[1]] : [place]
          fresh = try fresh.replacing(
            weights: [
              WeightChange(key: weight.key, index: index, value: Float(place % 7) * 0.1 - 0.3)
            ])
        }
      }
    }
    return fresh
  }

  static func observation(_ seed: UInt64 = 1, timesteps: Int = 7) -> Observation {
    var chance = SplitMix64(seed: seed)
    return Observation(
      timesteps: timesteps, features: 4,
      values: (0..<timesteps * 4).map { _ in Float(chance.nextFraction() * 2 - 1) })
  }

  @Test("the states are what the layer's own equations make of its gates", arguments: forms)
  func equations(_ layers: [Layer]) throws {
    let trace = try Self.network(layers).forward(Self.observation())
    for (index, layer) in layers.enumerated() {
      let settings = try #require(layer.recurrent)
      for equation in settings.stateEquations {
        for timestep in 0..<7 {
          for unit in 0..<settings.units {
            func number(_ name: QuantityName, _ timestep: Int) -> Double {
              Double(trace.value(name, layer: index, unit: unit, timestep: timestep))
            }
            let made = equation.products.reduce(0.0) { sum, product in
              sum
                + product.reduce(1.0) { value, factor in
                  switch factor {
                  case .now(let name): value * number(name, timestep)
                  case .rest(let name): value * (1 - number(name, timestep))
                  case .before(let name): value * number(name, timestep - 1)
                  case .curved(let name, let curve):
                    value * curve.value(at: number(name, timestep))
                  }
                }
            }
            #expect(abs(made - number(equation.state, timestep)) < 1e-6)
          }
        }
      }
    }
  }

  @Test("all orders of computing and a batch agree to the last bit", arguments: forms)
  func bitsAgree(_ layers: [Layer]) throws {
    let network = try Self.network(layers)
    let batch = (1...5).map { Self.observation($0) }
    for level in Level.allCases where level.isAvailable {
      let kernels = Kernels(level)
      let traces = try network.forward(batch, kernels: kernels)
      for (observation, trace) in zip(batch, traces) {
        let alone = try network.forward(observation, kernels: kernels)
        for layer in layers.indices {
          #expect(
            try bits(#require(trace.output(layer)).values)
              == bits(#require(alone.output(layer)).values))
        }
      }
      guard layers.allSatisfy({ !$0.readsBackwards }) else { continue }
      for order in ScheduleOrder.allCases {
        let run = try network.run(batch[0], in: order, kernels: kernels)
        for (place, hidden) in run.hidden.enumerated() {
          #expect(bits(hidden.values) == bits(traces[0].all(.hiddenState, layer: place).values))
        }
      }
    }
  }

  @Test("a gate worked out for one unit and timestep is that of all of them", arguments: forms)
  func partsEqualWhole(_ layers: [Layer]) throws {
    let trace = try Self.network(layers).forward(Self.observation())
    for (index, layer) in layers.enumerated() {
      for quantity in try #require(layer.recurrent).quantities {
        let all = trace.all(quantity.name, layer: index).values
        for timestep in 0..<7 {
          for unit in 0..<(layer.width ?? 0) {
            let one = trace.value(quantity.name, layer: index, unit: unit, timestep: timestep)
            #expect(one.bitPattern == all[timestep * (layer.width ?? 0) + unit].bitPattern)
          }
        }
      }
    }
  }

  @Test("what is held, erased and begun with reaches states and gates alike", arguments: forms)
  func interventions(_ layers: [Layer]) throws {
    let network = try Self.network(layers)
    let settings = try #require(layers[0].recurrent)
    let before = LayerStates(
      Dictionary(
        uniqueKeysWithValues: settings.states.map {
          ($0, (0..<settings.units).map { Float($0) * 0.1 - 0.2 })
        }))
    let gate = settings.gates.last
    let changes = Interventions(
      clamps: gate.map {
        [Clamp(layer: "one", gate: $0.name, units: [1], timesteps: 2..<4, value: 0.25)]
      }
        ?? [],
      erasures: [Erasure(layer: "one", timestep: 5, states: .hiddenState)],
      initialStates: ["one": before])
    let trace = try network.forward(Self.observation(), under: changes)
    if let gate {
      let held = trace.series(gate.name, layer: 0, unit: 1, timesteps: 0..<7)
      #expect(held[2] == 0.25 && held[3] == 0.25 && held[1] != 0.25 && held[4] != 0.25)
    }
    // One number alone is that of the whole map.
    for quantity in settings.quantities {
      let all = trace.all(quantity.name, layer: 0).values
      let one = all.indices.map {
        trace.value(
          quantity.name, layer: 0, unit: $0 % settings.units, timestep: $0 / settings.units)
      }
      #expect(one.map(\.bitPattern) == all.map(\.bitPattern))
    }
    // Worked out gate by gate, the layer comes to the same states as it did at once.
    for timestep in 0..<7 {
      for unit in 0..<settings.units {
        func now(_ name: QuantityName) -> Double {
          Double(trace.value(name, layer: 0, unit: unit, timestep: timestep))
        }
        func earlier(_ name: QuantityName) -> Double {
          let isErased = changes.erases(name, of: "one", at: timestep)
          return isErased
            ? 0 : Double(trace.value(name, layer: 0, unit: unit, timestep: timestep - 1))
        }
        for equation in settings.stateEquations {
          let made = equation.products.reduce(0.0) { sum, product in
            sum
              + product.reduce(1.0) { value, factor in
                switch factor {
                case .now(let name): value * now(name)
                case .rest(let name): value * (1 - now(name))
                case .before(let name): value * earlier(name)
                case .curved(let name, let curve): value * curve.value(at: now(name))
                }
              }
          }
          #expect(abs(made - now(equation.state)) < 1e-6)
        }
      }
    }
  }

  @Test("a unit that shows nothing is the same as one whose hidden state is 0", arguments: forms)
  func effects(_ layers: [Layer]) throws {
    let trace = try Self.network(layers).forward(Self.observation())
    let effects = try trace.effects(layer: 0)
    #expect(effects.count == layers[0].width)
    #expect(effects.allSatisfy { $0.isFinite && $0 >= 0 })
    #expect(effects.contains { $0 > 0 })
  }
}
