// What a network and a run of it take, worked out before any memory is taken.
//
// The limits belong together. A tutor that changes from one model to another holds the weights and the
// observations of both for a moment, and where something is supposed two runs (`Moment.mostNumbers`):
// all of it stays under 400 MB.
extension NetworkPlan {
  /// The most weights of a network that is to run, 2²⁴, which is 64 MiB.
  package static let mostWeights = 1 << 24

  /// The most numbers of a file of observations, 2²³, which is 32 MiB.
  package static let mostObserved = 1 << 23

  /// The most numbers of one run, 160 MiB: 100,000 timesteps through two LSTM layers of 128 and 64
  /// units.
  package static let mostNumbers = 40 << 20

  /// The most numbers of runs that are made side by side, and of an observation that is made up, 2²²,
  /// which is 16 MiB. A run of more is a large one: what it holds is worked out a part at a time.
  package static let mostAtOnce = 1 << 22

  /// The most layers.
  package static let mostLayers = 1000

  /// Throws where the weights are more than can be held.
  package func checkWeights() throws(EngineError) {
    var count: Int? = 0
    for layer in layers { count = checked(count, .sum, layer.parameters.total) }
    guard let count, count <= Self.mostWeights else {
      throw .tooManyWeights(found: count ?? .max)
    }
  }

  /// How many numbers a run keeps, where these are the layers for so many timesteps; see
  /// `NetworkDescription.numbers`.
  func numbers(timesteps: Int, features: Int) -> Int {
    var count = checked(features, .product, timesteps)
    for planned in layers {
      let rows = planned.layer.isRecurrent ? planned.inputShape : planned.outputShape
      let length = rows.rank == 3 || planned.layer.isRecurrent ? rows.dimensions[1] ?? timesteps : 1
      let states = planned.layer.recurrent?.states.count ?? 1
      count = checked(
        count, .sum, checked(checked(planned.units, .product, states), .product, length))
      if planned.layer.settings is Attention {
        // A share for each pair of rows, while it works.
        let lengths = planned.inputShapes.prefix(2).map { $0.dimensions[1] ?? timesteps }
        count = checked(count, .sum, checked(lengths[0], .product, lengths[1]))
      }
    }
    if let last = layers.last, !last.handsOnSequence {
      count = checked(count, .sum, checked(last.units, .product, timesteps))
    }
    return count ?? .max
  }

  /// Throws where a run of so many numbers is more than can be held.
  static func checkRun(_ numbers: Int, timesteps: Int) throws(EngineError) {
    guard numbers <= mostNumbers else {
      throw .runTooLarge(timesteps: timesteps, found: numbers)
    }
  }
}

extension NetworkDescription {
  /// How many numbers a run over so many timesteps keeps: what is read, the states of every
  /// recurrent layer, what leaves every other layer, and the answer if read at each timestep. More
  /// than an integer counts comes as `Int.max`.
  package func numbers(timesteps: Int) -> Int {
    plan(timesteps: timesteps).numbers(timesteps: timesteps, features: input.features)
  }

  /// The same for an observation, all of whose inputs have their lengths.
  package func numbers(of observation: Observation) -> Int {
    let beside = observation.beside.reduce(0) { $0 + $1.values.count }
    let own = plan(of: observation).numbers(
      timesteps: observation.timesteps, features: observation.features)
    return checked(own, .sum, beside) ?? .max
  }

  /// How many runs are made side by side: as many as `most`, fewer of a size at which that many
  /// would take more than `NetworkPlan.mostAtOnce`, and one of any size.
  package func runsAtOnce(timesteps: Int, most: Int) -> Int {
    max(1, min(most, NetworkPlan.mostAtOnce / max(1, numbers(timesteps: timesteps))))
  }

  /// Throws where a run over so many timesteps is more than can be held.
  package func checkRun(timesteps: Int) throws(EngineError) {
    try NetworkPlan.checkRun(numbers(timesteps: timesteps), timesteps: timesteps)
  }
}
