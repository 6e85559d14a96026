extension Bidirectional {
  /// The three layers that a Bidirectional around a recurrent one is: the one that reads the first
  /// timestep first, the one that reads the last one first, and where they meet.
  ///
  /// `backward` is what reads the other way round where that is another layer. Of initial states that are
  /// handed over the first half is the forward layer's.
  package func layers(
    around forward: any RecurrentLayer, backward: (any RecurrentLayer)? = nil, reads: [Source]
  ) -> [Layer] {
    var forward = forward
    var backward = backward ?? forward
    if backward.goBackwards == forward.goBackwards { backward.goBackwards.toggle() }
    forward.name = forwardName
    backward.name = backwardName
    // With sequences Keras hands on zeros for a timestep that is skipped.
    forward.zerosWhereSkipped = forward.returnSequences
    backward.zerosWhereSkipped = backward.returnSequences
    let states = reads.dropFirst()
    let half = states.count / 2
    return [
      Layer(forward, reads: Array(reads.prefix(1) + states.prefix(half))),
      Layer(backward, reads: Array(reads.prefix(1) + states.dropFirst(half))),
      Layer(self, reads: [Source(forward.name), Source(backward.name)]),
    ]
  }

  /// What its two layers are called.
  package var forwardName: String { name + "_forward" }
  package var backwardName: String { name + "_backward" }
}
