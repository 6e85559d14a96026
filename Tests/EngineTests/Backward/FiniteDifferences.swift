import Testing

@testable import Engine

/// The gradients of a network, from the engine and from differences in double precision.
struct FiniteDifferences {
  let network: Network
  let pass: TrainingPass
  let found: Gradients
  /// The loss is the sum of all that leaves, each number by a factor of its own.
  let factors: [Float]
  var plain: PlainNetwork
  private let step = 1e-5

  init(_ one: GradientCase, seed: UInt64 = 1) throws {
    var chance = SplitMix64(seed: seed)
    let weights = one.weights(&chance)
    network = try Network(one.network, weights: weights)
    let observations = one.observations(&chance)
    if one.isTraining {
      pass = try network.trainingPass(observations, chance: &chance)
    } else {
      pass = try network.backwardPass(observations, under: one.interventions)
    }
    factors = pass.output.values.map { _ in Float(chance.nextFraction() * 2 - 1) }
    found = pass.gradients(of: factors, withInputs: true)
    let inputs = one.network.inputs.enumerated().map { place, input in
      PlainFlow(
        observations.map { all in
          let observation = place == 0 ? all : all.beside[place - 1]
          return rows(observation.values.map(Double.init), of: observation.features)
        }, isSequence: input.hasTimesteps)
    }
    plain = PlainNetwork(
      description: one.network, weights: weights.mapValues { $0.values.map(Double.init) },
      inputs: inputs, interventions: one.interventions, isTraining: one.isTraining)
    if one.isTraining { plain.noise = pass.noise }
  }

  private func loss(_ plain: PlainNetwork) -> Double {
    zip(plain.output(), factors).reduce(0) { $0 + $1.0 * Double($1.1) }
  }

  /// How far the engine's answer is from the one in double precision, by the largest number.
  var ofAnswer: Double { distance(pass.output.values, plain.output()) }

  /// ∂loss/∂ something that `change` adds a number to.
  private func slope(_ change: (inout PlainNetwork, Double) -> Void) -> Double {
    var (up, down) = (plain, plain)
    change(&up, step)
    change(&down, -step)
    return (loss(up) - loss(down)) / (2 * step)
  }

  /// The weights that a gradient moves.
  var learnt: [String] { network.weights.keys.filter { !$0.contains("/moving_") }.sorted() }

  /// How far the gradient of a weight is off, by the largest of its numbers.
  func distance(of key: String) -> Double {
    let right = (plain.weights[key] ?? []).indices.map { place in
      slope { $0.weights[key]?[place] += $1 }
    }
    return distance(found.weights[key] ?? [], right)
  }

  /// The same along one direction in which all of its numbers move at once.
  func distance(alongOneWayOf key: String) -> Double {
    let way = way(plain.weights[key]?.count ?? 0)
    let right = slope { plain, by in
      for place in way.indices { plain.weights[key]?[place] += way[place] * by }
    }
    return distance(found.weights[key] ?? [], along: way, right)
  }

  /// How far the gradient of an input is off.
  func distance(ofInput place: Int) -> Double {
    let right = plain.inputs[place].numbers.indices.map { number in
      slope { $0.inputs[place].move(number, by: $1) }
    }
    return distance(found.inputs[place], right)
  }

  func distance(alongOneWayOfInput place: Int) -> Double {
    let way = way(plain.inputs[place].numbers.count)
    let right = slope { plain, by in
      for number in way.indices { plain.inputs[place].move(number, by: way[number] * by) }
    }
    return distance(found.inputs[place], along: way, right)
  }

  private func way(_ count: Int) -> [Double] {
    var chance = SplitMix64(seed: UInt64(count))
    return (0..<count).map { _ in chance.nextFraction() * 2 - 1 }
  }

  private func distance(_ found: [Float], along way: [Double], _ right: Double) -> Double {
    guard found.count == way.count, found.allSatisfy(\.isFinite) else { return .infinity }
    let largest = Double(found.map(abs).max() ?? 0)
    let moved = zip(found, way).reduce(0) { $0 + Double($1.0) * $1.1 }
    return abs(moved - right) / max(largest, least) / Double(way.count).squareRoot()
  }

  /// Gradients that are zero by nature are differences of numbers of this size.
  private let least = 0.02

  /// How far the gradients of the states of a recurrent layer are off.
  func distance(ofStates index: Int) -> Double {
    let layer = network.description.layers[index]
    let units = layer.width ?? 0
    return (found.states[index] ?? []).enumerated().map { state, gradient in
      let timesteps = gradient.count / units / plain.inputs[0].rows.count
      let right = gradient.indices.map { place in
        slope {
          $0.nudge = PlainRecurrent.Nudge(
            layer: layer.name, state: state, observation: place / units / timesteps,
            timestep: place / units % timesteps, unit: place % units, by: $1)
        }
      }
      return distance(gradient, right)
    }.max() ?? .infinity
  }

  private func distance(_ found: [Float], _ right: [Double]) -> Double {
    guard found.count == right.count, found.allSatisfy(\.isFinite) else { return .infinity }
    let largest = right.map(abs).max() ?? 0
    let furthest = zip(found, right).map { abs(Double($0) - $1) }.max() ?? 0
    return furthest / max(largest, least)
  }
}

extension TrainingPass {
  /// What layers that work in training only did to each number.
  fileprivate var noise: [String: (factors: [Double], addends: [Double])] {
    var noise: [String: (factors: [Double], addends: [Double])] = [:]
    for (index, planned) in network.plan.layers.enumerated()
    where planned.layer.settings is any PassingLayer {
      let source = planned.sources[0].layer
      let read = source.map { made[$0].record.handing(0, of: count) } ?? inputs[0]
      let left = made[index].record.handing(0, of: count).values.map(Double.init)
      let kept = made[index].kept.first ?? []
      let factors = kept.isEmpty ? left.map { _ in 1 } : kept.map(Double.init)
      noise[planned.layer.name] = (
        factors, zip(zip(left, factors), read.values).map { $0.0 - $0.1 * Double($1) }
      )
    }
    return noise
  }
}

extension PlainFlow {
  /// Adds to one of its numbers.
  fileprivate mutating func move(_ number: Int, by: Double) {
    let row = number / width
    rows[row / timesteps][row % timesteps][number % width] += by
  }
}
