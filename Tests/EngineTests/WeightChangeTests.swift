import Engine
import Testing

@Suite("WeightChange")
struct WeightChangeTests {
  @Test("one number or a whole weight is replaced, the rest stays")
  func replaced() throws {
    let network = try Network(seedNetwork, seed: 1)
    let changed = try network.replacing(weights: [
      WeightChange(key: "lstm2/recurrent_kernel", value: 0),
      WeightChange(key: "lstm1/kernel", index: [3, 7], value: 0.5),
      WeightChange(key: "lstm1/bias", index: [511], value: 1),
      WeightChange(key: "lstm1/bias", index: [511], value: 2),
    ])
    var weights = network.weights
    weights["lstm2/recurrent_kernel"]?.values = [Float](repeating: 0, count: 64 * 256)
    weights["lstm1/kernel"]?.values[3 * 512 + 7] = 0.5
    weights["lstm1/bias"]?.values[511] = 2
    #expect(changed.weights == weights)
    let anew = try Network(seedNetwork, weights: weights)
    #expect(changed == anew)
    let none = try network.replacing(weights: [])
    #expect(none == network)
  }

  @Test("settings stay as they were, also where a layer cannot follow")
  func underOtherSettings() throws {
    let broken = seedNetwork.changing("lstm1") { $0.returnSequences = false }
    let network = try Network(seedNetwork, seed: 1).with(broken)
    let changed = try network.replacing(weights: [
      WeightChange(key: "lstm2/bias", index: [0], value: 3)
    ])
    #expect(changed.plan == network.plan)
    #expect(changed.weights["lstm2/bias"]?.values.first == 3)
  }

  @Test("what is no weight, no place in it or no number is refused")
  func refused() throws {
    let network = try Network(seedNetwork, seed: 1)
    func refusal(_ key: String, _ index: [Int]?, _ value: Float) -> EngineError? {
      do throws(EngineError) {
        _ = try network.replacing(weights: [WeightChange(key: key, index: index, value: value)])
        return nil
      } catch { return error }
    }
    #expect(
      refusal("lstm3/bias", nil, 0)
        == .unknownWeight(name: "lstm3/bias", known: network.weights.keys.sorted()))
    for index in [[], [10], [10, 0], [0, 512], [-1, 0], [0, 0, 0]] {
      #expect(
        refusal("lstm1/kernel", index, 0)
          == .weightIndex(name: "lstm1/kernel", shape: [10, 512], found: index))
    }
    #expect(
      refusal("lstm1/kernel", [3, 7], .nan)
        == .weightNotFinite(name: "lstm1/kernel", index: [3, 7]))
    #expect(
      refusal("lstm1/kernel", nil, .infinity)
        == .weightNotFinite(name: "lstm1/kernel", index: [0, 0]))
  }
}
