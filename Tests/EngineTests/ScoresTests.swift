import Engine
import Kernels
import Testing

@Suite("Scores of units")
struct ScoresTests {
  /// Two units by hand: the first is set by feature 0 and cleared by feature 1, so c is 0 or 1; the
  /// second has no weights and never moves. The head shows h of the first.
  private func byHand() throws -> Network {
    var kernel = [Float](repeating: 0, count: 2 * 8)
    kernel[0] = 20  // feature 0 opens i,
    kernel[2] = -20  // shuts f
    kernel[4] = 10  // and proposes 1;
    kernel[8 + 2] = -20  // feature 1 shuts f.
    return try Network(
      NetworkDescription(
        input: InputLayer(timesteps: nil, features: 2),
        layers: [
          Layer(LSTM(name: "lstm", units: 2)), Layer(Dense(name: "head", units: 1)),
        ]),
      weights: [
        "lstm/kernel": Tensor(shape: [2, 8], values: kernel),
        "lstm/recurrent_kernel": Tensor(shape: [2, 8], values: [Float](repeating: 0, count: 16)),
        "lstm/bias": Tensor(shape: [8], values: [-10, 0, 10, 0, 0, 0, 10, 0]),
        "head/kernel": Tensor(shape: [2, 1], values: [-2, 0]),
        "head/bias": Tensor(shape: [1], values: [0.25]),
      ])
  }

  /// Set at t 0 and 24, cleared at t 12 and 36.
  private var flips: Observation {
    var values = [Float](repeating: 0, count: 96)
    for (timestep, feature) in [(0, 0), (12, 1), (24, 0), (36, 1)] {
      values[timestep * 2 + feature] = 1
    }
    return Observation(timesteps: 48, features: 2, values: values)
  }

  @Test("change is the way a quantity goes, without the step from the state before")
  func change() throws {
    let trace = try byHand().forward(flips)
    // c goes 1, 0, 1, 0: three steps of 1, and leaks 5e-5 of itself at each timestep between.
    let changes = trace.changes(of: .cellState, layer: 0)
    #expect(abs(changes[0] - 3) < 0.01)
    #expect(changes[1] == 0)
    let seed = try Network(seedNetwork, seed: 1).forward(observation(50, 10, seed: 2))
    let series = seed.series(.forgetGate, layer: 1, unit: 9, timesteps: 0..<50)
    let way = zip(series, series.dropFirst()).map { abs($1 - $0) }.reduce(0, +)
    #expect(abs(seed.changes(of: .forgetGate, layer: 1)[9] - way) < 1e-5)
  }

  @Test("memory is the lag at which a cell has become half a stranger to itself")
  func memory() throws {
    let trace = try byHand().forward(flips)
    // Σ c[t]·c[t+k] over 48 − k places, each of three flips costs 2k: r(k) = (48 − 7k) / 48.
    let memory = trace.memory(layer: 0)
    #expect(abs(memory[0] - 24 / 7) < 0.01)
    #expect(memory[1] == 0)
    let slow = Observation(
      timesteps: 48, features: 2,
      values: Array(flips.values[..<50]) + [Float](repeating: 0, count: 46))
    #expect(try byHand().forward(slow).memory(layer: 0)[0] > memory[0])
    let single = try byHand().forward(Observation(timesteps: 1, features: 2, values: [1, 0]))
    #expect(single.memory(layer: 0) == [0, 0])
    #expect(single.changes(of: .cellState, layer: 0) == [0, 0])
  }

  @Test("lstm2 of the latch holds its cells longer than lstm1")
  func latchMemory() throws {
    let latch = try Latch()
    let trace = try latch.network.forward(latch.observation(1))
    let medians = (0..<2).map { layer -> Float in
      let memory = trace.memory(layer: layer).sorted()
      return memory[memory.count / 2]
    }
    #expect(medians[1] > 3 * medians[0])
  }

  @Test("a unit that the head turns over follows the answer at −1, an idle one at 0")
  func follows() throws {
    let follows = try byHand().forward(flips).followsAnswer(layer: 0)
    #expect(abs(follows[0] - -1) < 1e-6)
    #expect(follows[1] == 0)
  }

  @Test("unit 58 of the latch follows the answer turned over: negative is set")
  func latchFollows() throws {
    let latch = try Latch()
    let trace = try latch.network.forward(latch.observation(1))
    let follows = try trace.followsAnswer(layer: 1)
    #expect(follows[58] < -0.95)
    #expect(follows.allSatisfy { abs($0) <= 1 })
    let first = try trace.followsAnswer(layer: 0)
    #expect(first.count == 128)
  }

  @Test("answers are what the network says with every timestep handed on")
  func answers() throws {
    let network = try Network(seedNetwork, seed: 1)
    let every = network.with(seedNetwork.changing("lstm2") { $0.returnSequences = true })
    let seen = observation(50, 10, seed: 2)
    let answers = try network.forward(seen).answers()
    let output = try every.forward(seen).output(4)
    #expect(answers == output)
    let same = try every.forward(seen).answers()
    #expect(same == answers)
    let odd = try Network(oddNetwork, seed: 3).forward(observation(8, 3, seed: 1))
    let parts = try odd.answers()
    #expect(parts == odd.output(3))
    let broken = network.with(seedNetwork.changing("lstm1") { $0.returnSequences = false })
    let failure = try #require(broken.plan.failure?.error)
    let trace = try broken.forward(seen)
    #expect(throws: failure) { try trace.answers() }
    #expect(throws: failure) { try trace.followsAnswer(layer: 0) }
    #expect(throws: failure) { try trace.effects(layer: 0) }
  }

  @Test("an effect is that of the unit's output gate clamped to 0 alone, to the last bit")
  func effects() throws {
    let network = try Network(oddNetwork, seed: 3)
    let seen = observation(9, 3, seed: 5)
    for changes in [Interventions.none, InterventionsTests.many] {
      for level in Level.allCases where level.isAvailable {
        let kernels = Kernels(level)
        let trace = try network.forward(seen, under: changes, kernels: kernels)
        let before = try #require(trace.output(3)).values.suffix(3)
        for (layer, name, units) in [(0, "there", 7), (2, "back", 19)] {
          let expected = try (0..<units).map { unit -> Float in
            var silenced = changes
            silenced.clamps.append(
              Clamp(layer: name, gate: .outputGate, units: [unit], value: 0))
            let after = try network.forward(seen, under: silenced, kernels: kernels)
            return zip(before, try #require(after.output(3)).values.suffix(3))
              .reduce(0) { max($0, abs($1.1 - $1.0)) }
          }
          let effects = try trace.effects(layer: layer)
          #expect(bits(effects) == bits(expected))
          let part = try trace.effects(layer: layer, units: 2..<5)
          #expect(part == Array(effects[2..<5]))
        }
      }
    }
  }

  @Test("units of a wide layer keep their places across groups")
  func wide() throws {
    let network = try Network(seedNetwork, seed: 1)
    let seen = observation(50, 10, seed: 2)
    let trace = try network.forward(seen)
    let effects = try trace.effects(layer: 0)
    #expect(effects.count == 128)
    for unit in [0, 47, 48, 127] {
      let alone = try trace.effects(layer: 0, units: unit..<unit + 1)
      #expect(alone == [effects[unit]])
    }
  }
}
