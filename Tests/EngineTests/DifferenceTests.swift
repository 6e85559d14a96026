import Engine
import Testing

@Suite("Difference")
struct DifferenceTests {
  @Test("a product skipped in one run only is found with its figure, timestep and unit")
  func fault() throws {
    let network = try Network(seedNetwork, seed: 1)
    let seen = observation(50, 10, seed: 2)
    let fault = Interventions(
      erasures: [Erasure(layer: "lstm1", timestep: 7, states: .hiddenState)])
    for order in ScheduleOrder.allCases {
      let one = try network.run(seen, in: .layerByLayer)
      let other = try network.run(seen, in: order, under: fault)
      for layer in 0..<2 {
        let difference = Difference(between: one, and: other, layer: layer)
        #expect(difference.firstTimestep == 7)
        // Searched for once more, by hand.
        let units = [128, 64][layer]
        let distances = zip(one.hidden[layer].values, other.hidden[layer].values)
          .map { abs($0 - $1) }
        let largest = try #require(distances.max())
        let place = try #require(distances.firstIndex(of: largest))
        #expect(difference.largest == largest && largest > 0)
        #expect(
          difference.place
            == Difference.Place(timestep: place / units, unit: place % units))
      }
      let traces = try Difference(
        between: network.forward(seen), and: network.forward(seen, under: fault), layer: 1)
      #expect(traces == Difference(between: one, and: other, layer: 1))
      #expect(Difference(between: one, and: one, layer: 1).place == nil)
    }
  }

  @Test("the sign of zero differs, NaN equals itself, NaN beside a number is infinitely far")
  func odd() {
    func difference(_ one: [Float], _ other: [Float]) -> Difference {
      Difference(
        between: Tensor(shape: [2, 2], values: one), and: Tensor(shape: [2, 2], values: other))
    }
    let zero = difference([1, 2, 0, 4], [1, 2, -0.0, 4])
    #expect(zero.largest == 0 && zero.firstTimestep == 1)
    #expect(zero.place == Difference.Place(timestep: 1, unit: 0))
    #expect(difference([.nan, 1, 2, 3], [.nan, 1, 2, 3]).firstTimestep == nil)
    let far = difference([1, 2, 3, 4], [1.5, 2, 3, .nan])
    #expect(far.largest == .infinity && far.firstTimestep == 0)
    #expect(far.place == Difference.Place(timestep: 1, unit: 1))
    let tie = difference([1, 2, 3, 4], [1, 3, 3, 5])
    #expect(tie.place == Difference.Place(timestep: 0, unit: 1))
    let row = Difference(
      between: Tensor(shape: [2], values: [1, 2]), and: Tensor(shape: [2], values: [1, 4]))
    #expect(row.largest == 2 && row.place == Difference.Place(timestep: 0, unit: 1))
  }
}
