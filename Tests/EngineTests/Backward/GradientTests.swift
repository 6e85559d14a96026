import Engine
import Testing

/// Gradients against differences of a network in double precision that shares no code with the engine.
///
/// Numbers of the engine have some seven digits; the largest of a tensor keeps five of them through these
/// sizes.
@Suite("Gradients") struct GradientTests {
  /// Along one direction of each weight and input.
  private func check(_ one: GradientCase) throws {
    let differences = try FiniteDifferences(one)
    #expect(differences.ofAnswer < 1e-5)
    #expect(differences.found.weights.keys.sorted() == differences.learnt)
    for key in differences.learnt {
      #expect(differences.distance(alongOneWayOf: key) < 1e-5, "\(key)")
    }
    for (place, input) in one.network.inputs.enumerated() where input.hasFeatures {
      #expect(differences.distance(alongOneWayOfInput: place) < 1e-5, "\(input.name)")
    }
  }

  @Test("of recurrent layers", arguments: GradientCase.recurrent)
  func recurrent(_ one: GradientCase) throws { try check(one) }

  @Test("of layers without a state", arguments: GradientCase.others)
  func others(_ one: GradientCase) throws { try check(one) }

  @Test("of layers in which others meet", arguments: GradientCase.merging)
  func merging(_ one: GradientCase) throws { try check(one) }

  @Test("of every single number", arguments: GradientCase.all)
  func everyNumberAtLength(_ one: GradientCase) throws {
    let differences = try FiniteDifferences(one, seed: 2)
    for key in differences.learnt { #expect(differences.distance(of: key) < 1e-5, "\(key)") }
    for (place, input) in one.network.inputs.enumerated() where input.hasFeatures {
      #expect(differences.distance(ofInput: place) < 1e-5, "\(input.name)")
    }
  }

  @Test("of the states at each timestep", arguments: ["LSTM", "GRU", "SimpleRNN"])
  func states(kind: String) throws {
    let kind = try #require(Layer.kind(kind) as? any RecurrentLayer.Type)
    var layer = kind.init(name: "layer", units: 3)
    layer.returnSequences = true
    let one = GradientCase(
      "states", [layer, LSTM(name: "next", units: 2), Dense(name: "end", units: 1)])
    #expect(try FiniteDifferences(one).distance(ofStates: 0) < 1e-5)
  }

  @Test("every kind of layer is among them")
  func isComplete() {
    let seen = Set(GradientCase.all.flatMap { $0.network.layers.map(\.kind) })
    #expect(Set(Layer.kinds.map { $0.kind }).subtracting(seen) == [])
  }
}
