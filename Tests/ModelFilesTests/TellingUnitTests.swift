import Engine
import Testing

@testable import ModelFiles

/// Measures again how the units were chosen that the shipped models name as telling.
@Suite struct TellingUnitTests {
  /// The model with an answer at every timestep.
  private func atEveryTimestep(_ model: LoadedModel) -> Network {
    var description = model.description
    if var lstm2 = description.layers[1].settings as? LSTM {
      lstm2.returnSequences = true
      description.layers[1] = Layer(lstm2)
    }
    return model.network.with(description)
  }

  /// Adds to `sums` each unit's correlation over time with the answer, in one observation.
  private func addCorrelations(_ hidden: Tensor, _ answers: [Float], to sums: inout [Double]) {
    let (timesteps, units) = (hidden.shape[0], hidden.shape[1])
    let mean = answers.reduce(0, +) / Float(timesteps)
    let deviations = answers.map { $0 - mean }
    let answerSquares = deviations.reduce(0) { $0 + $1 * $1 }
    hidden.values.withUnsafeBufferPointer { hidden in
      for unit in 0..<units {
        var (sum, squares, products) = (Float(0), Float(0), Float(0))
        for timestep in 0..<timesteps {
          let value = hidden[timestep * units + unit]
          sum += value
          squares += value * value
          products += value * deviations[timestep]
        }
        let ownSquares = squares - sum * sum / Float(timesteps)
        if ownSquares > 0, answerSquares > 0 {
          sums[unit] += Double(products / (ownSquares * answerSquares).squareRoot())
        }
      }
    }
  }

  @Test("the weather's units are those whose h follows the answer best over the test windows")
  func weather() throws {
    let model = try Sources.library.load("weather")
    let network = atEveryTimestep(model)
    var sums = [[Double](repeating: 0, count: 128), [Double](repeating: 0, count: 64)]
    let test = 1050...1410
    for index in test {
      let trace = try network.forward(try model.observations.observation(index))
      let answers = try #require(trace.output(4)).values
      for layer in 0..<2 {
        addCorrelations(trace.all(.hiddenState, layer: layer), answers, to: &sums[layer])
      }
    }
    let means = sums.map { $0.map { $0 / Double(test.count) } }
    let best = means.map { means in means.indices.max { abs(means[$0]) < abs(means[$1]) } }
    #expect(best == [model.telling["lstm1"], model.telling["lstm2"]])
    #expect(abs(means[0][127] - -0.85) < 0.01)
    #expect(abs(means[1][18] - 0.84) < 0.01)
  }

  @Test("the latch's bit is the sign of c in unit 58 of lstm2, negative while set")
  func latchBit() throws {
    let model = try Sources.library.load("latch")
    guard case .latch(let latch) = model.observations else {
      Issue.record("the latch has latch sequences")
      return
    }
    let unit = try #require(model.telling["lstm2"])
    for index in 0..<50 {
      let trace = try model.network.forward(try model.observations.observation(index))
      let cells = trace.series(.cellState, layer: 1, unit: unit, timesteps: 0..<50)
      let symbols = latch.symbols(index)
      for timestep in 0..<50 {
        let isSet = LatchSequences.isSet(after: Array(symbols[...timestep]))
        #expect((cells[timestep] < 0) == isSet, "sequence \(index), timestep \(timestep)")
      }
    }
  }

  @Test("h of unit 117 of lstm1 stands out at the events of sequence 1 and nowhere else")
  func latchEvents() throws {
    let model = try Sources.library.load("latch")
    let unit = try #require(model.telling["lstm1"])
    let trace = try model.network.forward(try model.observations.observation(1))
    let hidden = trace.series(.hiddenState, layer: 0, unit: unit, timesteps: 0..<50)
    let outstanding = hidden.indices.filter { abs(hidden[$0]) > 0.1 }
    #expect(outstanding == [4, 15, 32])
    #expect(hidden[4] < 0 && hidden[15] > 0 && hidden[32] < 0)
  }
}
