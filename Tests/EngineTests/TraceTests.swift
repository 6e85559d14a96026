import Engine
import Kernels
import Testing

@Suite("Trace")
struct TraceTests {
  let gates: [QuantityName] = [.inputGate, .forgetGate, .cellCandidate, .outputGate]

  @Test("a gate of one unit or timestep is that of all of them to the last bit")
  func partsEqualWhole() throws {
    let network = try Network(oddNetwork, seed: 3)
    for level in Level.allCases where level.isAvailable {
      let trace = try network.forward(observation(13, 3, seed: 5), kernels: Kernels(level))
      for (layer, units) in [(0, 7), (2, 19)] {
        for quantity in LSTM.quantityNames {
          let all = trace.all(quantity, layer: layer)
          #expect(all.shape == [13, units])
          for timestep in 0..<13 {
            let row = Array(all.values[timestep * units..<(timestep + 1) * units])
            let values = trace.values(quantity, layer: layer, timestep: timestep)
            #expect(bits(values) == bits(row))
          }
          for unit in 0..<units {
            let column = (4..<13).map { all.values[$0 * units + unit] }
            let series = trace.series(quantity, layer: layer, unit: unit, timesteps: 4..<13)
            #expect(bits(series) == bits(column))
          }
        }
      }
    }
  }

  @Test(
    "gates of a few units are those of the whole map to the last bit, in a short run as in a long one",
    arguments: [13, 256, 257])
  func fewUnits(_ timesteps: Int) throws {
    let layers: [Layer] = [
      Layer(LSTM(name: "lstm", units: 70, returnSequences: true)),
      Layer(GRU(name: "gru", units: 67, returnSequences: true)),
    ]
    let description = NetworkDescription(
      input: InputLayer(timesteps: nil, features: 3), layers: layers)
    let trace = try Network(description, seed: 3).forward(observation(timesteps, 3, seed: 5))
    for (layer, count) in [(0, 70), (1, 67)] {
      for quantity in try #require(layers[layer].recurrent).quantities.map(\.name) {
        let all = trace.all(quantity, layer: layer).values
        for units in [0..<1, 15..<17, 10..<41, 60..<count, count - 1..<count] {
          for timestep in [0, 7, timesteps - 1] {
            let part = all[
              timestep * count + units.lowerBound..<timestep * count + units.upperBound]
            let values = trace.values(quantity, layer: layer, timestep: timestep, units: units)
            #expect(bits(values) == bits(Array(part)))
          }
          let unit = units.lowerBound
          let series = trace.series(quantity, layer: layer, unit: unit, timesteps: 2..<timesteps)
          #expect(bits(series) == bits((2..<timesteps).map { all[$0 * count + unit] }))
        }
      }
    }
  }

  @Test("gates worked out later give the cell state of the forward pass to the last bit")
  func gatesEqualForward() throws {
    // c = f·c₋ + i·g and h = o·tanh(c), rounded as the level rounds.
    let network = try Network(oddNetwork, seed: 4)
    let kernels = Kernels.portable
    let trace = try network.forward(observation(9, 3, seed: 6), kernels: kernels)
    for layer in [0, 2] {
      for timestep in 0..<9 {
        let gates = gates.map { trace.values($0, layer: layer, timestep: timestep) }
        let before = trace.values(.cellState, layer: layer, timestep: timestep - 1)
        let cell = before.indices.map { gates[1][$0] * before[$0] + gates[0][$0] * gates[2][$0] }
        #expect(
          bits(cell) == bits(trace.values(.cellState, layer: layer, timestep: timestep)))
        var shown = cell
        shown.withUnsafeMutableBufferPointer { buffer in
          if let start = buffer.baseAddress {
            let rows = MutableRows(start, stride: buffer.count)
            kernels.apply(.tanh, to: rows, rows: 1, columns: buffer.count)
          }
        }
        let hidden = shown.indices.map { gates[3][$0] * shown[$0] }
        #expect(
          bits(hidden) == bits(trace.values(.hiddenState, layer: layer, timestep: timestep)))
      }
    }
  }

  @Test("the states before the first timestep are zero")
  func statesBefore() throws {
    let trace = try Network(seedNetwork, seed: 1).forward(observation(50, 10, seed: 2))
    for quantity in [QuantityName.hiddenState, .cellState] {
      #expect(
        trace.values(quantity, layer: 1, timestep: -1) == [Float](repeating: 0, count: 64))
      let series = trace.series(quantity, layer: 0, unit: 5, timesteps: -1..<50)
      #expect(series.first == 0)
      #expect(
        Array(series.dropFirst())
          == trace.series(quantity, layer: 0, unit: 5, timesteps: 0..<50))
    }
    #expect(trace.series(.forgetGate, layer: 0, unit: 5, timesteps: 7..<7) == [])
  }

  @Test("without return_sequences the last hidden state leaves, with it every one, the same")
  func returnSequences() throws {
    let network = try Network(seedNetwork, seed: 1)
    let other = network.with(seedNetwork.changing("lstm2") { $0.returnSequences = true })
    let seen = observation(50, 10, seed: 2)
    let last = try network.forward(seen)
    let every = try other.forward(seen)
    #expect(last.output(1)?.shape == [64])
    #expect(every.output(1)?.shape == [50, 64])
    #expect(every.output(1)?.values.suffix(64) == last.output(1)?.values[...])
    #expect(last.all(.hiddenState, layer: 1) == every.all(.hiddenState, layer: 1))
    #expect(last.output(4)?.shape == [1])
    #expect(every.output(4)?.shape == [50, 1])
    #expect(every.output(4)?.values.last == last.output(4)?.values.last)
    #expect(last.state(1)?.h == last.output(1)?.values)
    #expect(last.state(1)?.c == last.values(.cellState, layer: 1, timestep: 49))
    #expect(last.state(2) == nil)
  }

  @Test("layers before one that cannot follow still run")
  func stopsAtFailure() throws {
    let network = try Network(seedNetwork, seed: 1)
    let broken = network.with(seedNetwork.changing("lstm1") { $0.returnSequences = false })
    let trace = try broken.forward(observation(50, 10, seed: 2))
    #expect(trace.layerCount == 1)
    #expect(trace.output(0)?.shape == [128])
    #expect(trace.output(1) == nil)
    #expect(trace.state(1) == nil)
    #expect(broken.plan.failure?.layerIndex == 1)
    let mended = broken.with(seedNetwork)
    #expect(mended == network)
  }

  @Test("going backwards is reading the turned observation")
  func goBackwards() throws {
    let description = NetworkDescription(
      input: InputLayer(timesteps: nil, features: 3),
      layers: [Layer(LSTM(name: "lstm", units: 6, returnSequences: true))])
    let forwards = try Network(description, seed: 8)
    let backwards = forwards.with(description.changing("lstm") { $0.goBackwards = true })
    // Longer than one block of the forward pass.
    let seen = observation(211, 3, seed: 9)
    let turned = Observation(
      timesteps: 211, features: 3, values: (0..<211).reversed().flatMap { Array(seen[$0]) })
    let one = try backwards.forward(seen)
    let other = try forwards.forward(turned)
    for quantity in LSTM.quantityNames {
      #expect(one.all(quantity, layer: 0) == other.all(quantity, layer: 0))
    }
  }

  @Test("NaN in an observation shows from its timestep on")
  func notANumber() throws {
    let network = try Network(seedNetwork, seed: 1)
    let whole = observation(50, 10, seed: 2)
    var values = whole.values
    values[203] = .nan
    let trace = try network.forward(Observation(timesteps: 50, features: 10, values: values))
    let before = try network.forward(whole)
    for quantity in LSTM.quantityNames {
      #expect(
        trace.series(quantity, layer: 0, unit: 3, timesteps: 0..<20)
          == before.series(quantity, layer: 0, unit: 3, timesteps: 0..<20))
      let after = trace.series(quantity, layer: 0, unit: 3, timesteps: 20..<50)
      #expect(after.filter(\.isNaN).count == 30)
    }
    #expect(trace.output(4)?.values.first?.isNaN == true)
  }
}
