import Testing

@testable import Engine

@Suite("Initialiser")
struct InitialiserTests {
  @Test("the same seed gives the same weights, another seed others")
  func seeds() throws {
    let one = try Network(seedNetwork, seed: 7).weights
    let again = try Network(seedNetwork, seed: 7).weights
    let other = try Network(seedNetwork, seed: 8).weights
    #expect(again == one)
    #expect(other != one)
  }

  @Test("kernels lie evenly within Keras's limit over the whole matrix")
  func glorotUniform() throws {
    let kernel = try #require(Network(seedNetwork, seed: 7).weights["lstm1/kernel"])
    let limit = Float((6.0 / Double(10 + 512)).squareRoot())
    let largest = kernel.values.map(abs).max() ?? 0
    #expect(largest <= limit && largest > limit * 0.99)
    // The variance of an even distribution is limit² / 3; 5,120 draws give it within 5 %.
    let variance = kernel.values.map { $0 * $0 }.reduce(0, +) / Float(kernel.values.count)
    #expect(abs(variance / (limit * limit / 3) - 1) < 0.05)
  }

  @Test("the rows of a recurrent kernel are orthonormal", arguments: ["lstm1", "lstm2"])
  func orthogonal(_ layer: String) throws {
    let kernel = try #require(
      Network(seedNetwork, seed: 7).weights["\(layer)/recurrent_kernel"])
    let width = kernel.shape[1]
    for one in 0..<kernel.shape[0] {
      // A row against itself and its neighbours near and far.
      for other in [one, one + 1, one / 2, 0] where other < kernel.shape[0] {
        var product = 0.0
        for k in 0..<width {
          product +=
            Double(kernel.values[one * width + k]) * Double(kernel.values[other * width + k])
        }
        #expect(abs(product - (one == other ? 1 : 0)) < 1e-6)
      }
    }
  }

  @Test("biases are zero but one in the forget gate's slots, unless that is turned off")
  func biases() throws {
    let bias = try #require(Network(oddNetwork, seed: 7).weights["there/bias"])
    #expect(bias.values == [0, 1, 0, 0].flatMap { [Float](repeating: $0, count: 7) })
    let plain = oddNetwork.changing("there") { $0.unitForgetBias = false }
    let zeros = try Network(plain, seed: 7).weights["there/bias"]
    #expect(zeros?.values == [Float](repeating: 0, count: 28))
    let none = oddNetwork.changing("there") { $0.useBias = false }
    let absent = try Network(none, seed: 7).weights["there/bias"]
    #expect(absent == nil)
  }

  @Test("the rows of a large recurrent kernel are orthonormal, in blocks and across them")
  func largeOrthogonal() {
    var initialiser = Initialiser(seed: 7)
    let (rows, width) = (500, 2000)
    let kernel = initialiser.orthogonal(rows: rows, columns: width).values
    for one in stride(from: 0, to: rows, by: 7) {
      for other in [one, one + 1, one / 2, one - one % 48, 0] where other < rows {
        var product = 0.0
        for k in 0..<width {
          product += Double(kernel[one * width + k]) * Double(kernel[other * width + k])
        }
        #expect(abs(product - (one == other ? 1 : 0)) < 1e-6)
      }
    }
  }

  @Test("a network whose weights are more than can be held is refused at once, alone or in sum")
  func tooLarge() {
    func error(_ units: [Int]) -> EngineError? {
      let layers = units.enumerated().map { index, units in
        Layer(LSTM(name: "l\(index)", units: units, returnSequences: true))
      }
      let input = InputLayer(timesteps: 2, features: 1)
      do throws(EngineError) {
        _ = try Network(NetworkDescription(input: input, layers: layers), seed: 0)
        return nil
      } catch {
        return error
      }
    }
    #expect(error([2048]) == .tooManyWeights(found: 4 * (2049 * 2048 + 2048)))
    #expect(
      error([1300, 1300])
        == .tooManyWeights(found: 4 * (1301 * 1300 + 1300 + 2600 * 1300 + 1300)))
    #expect(error([4000]) == .tooManyWeights(found: 4 * (4001 * 4000 + 4000)))
    #expect(error([40]) == nil)
  }

  @Test("an impossible network has the weights of the possible one, also behind the failure")
  func impossible() throws {
    let impossible = seedNetwork.changing("lstm1") { $0.returnSequences = false }
    let network = try Network(upToFailure: impossible, seed: 7)
    let possible = try Network(seedNetwork, seed: 7)
    #expect(network.plan.failure?.layerName == "lstm2")
    #expect(network.weights == possible.weights)
    #expect(network.with(seedNetwork) == possible)
    let trace = try network.forward(observation(50, 10, seed: 1))
    #expect(trace.layerCount == 1)
  }

  @Test("the source of chance gives the published numbers for seed 1234567")
  func splitMix() {
    // Seed and numbers as Rosetta Code lists them for the splitmix64 task.
    var chance = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in chance.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
    let fraction = chance.nextFraction()
    #expect(fraction >= 0 && fraction < 1)
  }
}
