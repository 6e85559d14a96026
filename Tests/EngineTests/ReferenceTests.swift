import Engine
import Kernels
import Testing

/// Against numbers that Keras computed: a wrong equation agrees with itself.
@Suite("Reference")
struct ReferenceTests {
  static let cases = [
    "tiny", "tiny_last", "activations", "go_backwards", "no_bias", "return_state",
    "return_state_last", "saturated", "seed_network", "seed_network_batch",
    "seed_network_sequences", "training_small", "gru", "gru_reset_before", "simple_rnn",
    "bidirectional_ave", "bidirectional_concat", "bidirectional_last", "bidirectional_mul",
    "bidirectional_sum", "masked_last", "masked_sequences",
  ]

  /// Float sums in another order differ by some 1e−7; a sum of hundreds in `saturated` by more.
  func tolerance(_ name: String) -> Float { name == "saturated" ? 2e-4 : 1e-5 }

  @Test("outputs, states and traces agree with Keras", arguments: cases)
  func agrees(_ name: String) throws {
    let reference = try ReferenceCase(name)
    let network = try reference.network()
    let traces = try network.forward(reference.observations())
    var compared = 0
    var outputs = 0
    for (place, trace) in traces.enumerated() {
      for (index, layer) in reference.description.layers.enumerated() {
        // Keras hands out no halves of a Bidirectional.
        if let expected = reference.expected("output/\(layer.name)", place) {
          let output = try #require(trace.output(index))
          #expect(output.shape == expected.shape)
          #expect(largestDifference(output.values, expected.values) < tolerance(name))
          outputs += 1
        }
        if let h = reference.expected("state/\(layer.name)/h", place),
          let c = reference.expected("state/\(layer.name)/c", place)
        {
          let state = try #require(trace.state(index))
          #expect(largestDifference(state.h, h.values) < tolerance(name))
          #expect(largestDifference(state.c, c.values) < tolerance(name))
          compared += 1
        }
        for quantity in LSTM.quantityNames {
          guard
            let expected = reference.expected(
              "trace/\(layer.name)/\(quantity.rawValue)", place)
          else { continue }
          let found = trace.all(quantity, layer: index)
          #expect(found.shape == expected.shape)
          #expect(largestDifference(found.values, expected.values) < tolerance(name))
          compared += 1
        }
      }
    }
    let tracedTensors = reference.tensors.keys.filter { $0.hasPrefix("trace/") }.count
    let stateTensors = reference.tensors.keys.filter { $0.hasPrefix("state/") }.count / 2
    let outputTensors = reference.tensors.keys.filter { $0.hasPrefix("output/") }.count
    #expect(outputTensors > 0 && outputs == traces.count * outputTensors)
    #expect(compared == traces.count * (tracedTensors + stateTensors))
  }

  @Test("the levels agree within 1e−5", arguments: cases.filter { $0 != "saturated" })
  func levelsAgree(_ name: String) throws {
    let reference = try ReferenceCase(name)
    let network = try reference.network()
    let observations = try reference.observations()
    let portable = try network.forward(observations, kernels: .portable)
    for level in Level.allCases where level.isAvailable {
      let others = try network.forward(observations, kernels: Kernels(level))
      for (one, other) in zip(portable, others) {
        for layer in reference.description.layers.indices {
          let difference = try largestDifference(
            #require(one.output(layer)).values, #require(other.output(layer)).values)
          #expect(difference < 1e-5)
        }
      }
    }
  }

  @Test("an observation in a batch is, to the last bit, the observation alone")
  func batchEqualsSingle() throws {
    let reference = try ReferenceCase("seed_network_batch")
    let network = try reference.network()
    let observations = try reference.observations()
    for level in Level.allCases where level.isAvailable {
      let kernels = Kernels(level)
      let batch = try network.forward(observations, kernels: kernels)
      let outputs = try network.outputs(observations, kernels: kernels)
      for (place, observation) in observations.enumerated() {
        let alone = try network.forward(observation, kernels: kernels)
        for layer in reference.description.layers.indices {
          let together = try #require(batch[place].output(layer))
          let single = try #require(alone.output(layer))
          #expect(together.shape == single.shape)
          #expect(bits(together.values) == bits(single.values))
        }
        #expect(alone.output(4) == outputs[place])
      }
    }
  }
}
