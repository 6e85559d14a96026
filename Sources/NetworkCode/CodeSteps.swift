import Engine

/// The calls that a network is in the code of other frameworks, where the three layers of a Bidirectional
/// are one.
struct CodeSteps {
  struct Step {
    /// The layer's place in the network, of a Bidirectional the one where its two layers meet.
    let place: Int
    /// Those two, by their places; nil for any other layer.
    let halves: (forward: Int, backward: Int)?

    /// The first layer that reads what the step reads.
    var first: Int { halves?.forward ?? place }
  }

  let steps: [Step]
  /// The first layer that does not read the one before it; nil where all layers form a chain.
  let branch: Int?

  var isChain: Bool { branch == nil }

  init(_ description: NetworkDescription) {
    let layers = description.layers
    var pairs: [Int: (forward: Int, backward: Int)] = [:]
    var within: Set<Int> = []
    for (place, layer) in layers.enumerated() where layer.settings is Bidirectional {
      let halves = (layer.reads ?? []).compactMap { source in
        layers.firstIndex { $0.name == source.layer && $0.isRecurrent }
      }
      guard halves.count == 2 else { continue }
      pairs[place] = (halves[0], halves[1])
      within.formUnion(halves)
    }
    steps = layers.indices.filter { !within.contains($0) }.map {
      Step(place: $0, halves: pairs[$0])
    }
    var before = description.input.name
    var branch: Int?
    for step in steps where branch == nil {
      let parts = step.halves.map { [$0.forward, $0.backward] } ?? [step.place]
      let follows = parts.allSatisfy { part in
        guard let reads = layers[part].reads else {
          return part == 0 ? before == description.input.name : layers[part - 1].name == before
        }
        return reads == [Source(before)]
      }
      if !follows || layers[step.place].settings is AnotherInput { branch = step.place }
      before = layers[step.place].name
    }
    self.branch = branch
  }

  /// Whether the second layer of a Bidirectional is the first the other way round.
  func isMirrored(
    _ halves: (forward: Int, backward: Int), in description: NetworkDescription
  ) -> Bool {
    let backward = description.layers[halves.backward]
    guard var mirrored = description.layers[halves.forward].recurrent else { return false }
    mirrored.name = backward.name
    mirrored.goBackwards.toggle()
    return Layer(mirrored) == Layer(backward.settings)
  }
}
