import Dispatch
import Engine
import Kernels
import Synchronization

/// One step's observations, in pieces that are worked on side by side.
///
/// The pieces do not depend on how many processors there are, and their gradients are added up in their
/// order: so the same seed gives the same weights to the last bit.
struct Batch {
  /// One piece: examples of one length, and how much each counts.
  struct Piece: Sendable {
    var observations: [Observation] = []
    var targets: [Float] = []
    var weights: [Float] = []
    var chance: SplitMix64
  }

  /// What a step learns from its batch.
  struct Result {
    var tally = Tally()
    var gradients: [String: [Float]] = [:]
    var moved: [String: [Float]] = [:]
    var passes: [TrainingPass] = []
  }

  /// The most observations of a piece.
  static let pieceSize = 16

  private(set) var pieces: [Piece] = []

  /// Puts examples into pieces; `isWhole` keeps those of one length together, for layers that look at all
  /// observations of a batch.
  init(
    _ examples: [LabelledExample], _ settings: TrainingSettings, isWhole: Bool,
    _ chance: inout SplitMix64
  ) {
    for example in examples {
      let isFull = !isWhole && pieces.last?.observations.count == Self.pieceSize
      let fits = pieces.last?.observations.first?.isAsLong(as: example.observation) == true
      if isFull || !fits { pieces.append(Piece(chance: SplitMix64(seed: chance.next()))) }
      let last = pieces.count - 1
      pieces[last].observations.append(example.observation)
      pieces[last].targets += example.target
      pieces[last].weights.append(settings.weight(of: example.target))
    }
  }

  /// Forward and back.
  func learn(
    _ network: Network, _ loss: Loss, _ kernels: Kernels
  ) throws(EngineError) -> Result {
    var result = Result()
    result.passes = try passes(network, kernels, isTraining: true)
    let rows = result.passes.reduce(0) { $0 + $1.countedRows }
    let passes = result.passes
    let parts = sideBySide(pieces.count) { index in
      let lost = BatchLoss(
        of: passes[index], loss, targets: pieces[index].targets, weights: pieces[index].weights,
        rows: rows)
      return (
        lost.sum,
        passes[index].gradients(
          of: lost.gradient, isBeforeCurve: lost.isBeforeCurve, withStates: false
        ).weights
      )
    }
    for (index, part) in parts.enumerated() {
      result.tally.loss += part.0
      result.tally.count(passes[index], loss, targets: pieces[index].targets)
      result.gradients.add(part.1)
      result.moved.merge(passes[index].moved) { $1 }
    }
    result.tally.rows = rows
    return result
  }

  /// By the places of recurrent layers the last timestep at which a gradient of a state is not finite: all
  /// is gone back through once more, with the states.
  func statesNotFinite(_ result: Result, of plan: NetworkPlan, _ loss: Loss) -> [Int: Int] {
    var found: [Int: Int] = [:]
    for (pass, piece) in zip(result.passes, pieces) {
      let lost = BatchLoss(
        of: pass, loss, targets: piece.targets, weights: piece.weights, rows: result.tally.rows)
      let gradients = pass.gradients(of: lost.gradient, isBeforeCurve: lost.isBeforeCurve)
      let places = gradients.statesNotFinite(plan, observations: piece.observations.count)
      found.merge(places) { max($0, $1) }
    }
    return found
  }

  /// Forward alone, as the network answers.
  func measured(
    _ network: Network, _ loss: Loss, _ kernels: Kernels
  ) throws(EngineError) -> Tally {
    let passes = try passes(network, kernels, isTraining: false)
    var tally = Tally()
    for (pass, piece) in zip(passes, pieces) {
      let ones = [Float](repeating: 1, count: piece.observations.count)
      tally.loss += BatchLoss(of: pass, loss, targets: piece.targets, weights: ones, rows: 1).sum
      tally.rows += pass.countedRows
      tally.count(pass, loss, targets: piece.targets)
    }
    return tally
  }

  private func passes(
    _ network: Network, _ kernels: Kernels, isTraining: Bool
  ) throws(EngineError) -> [TrainingPass] {
    let passes = sideBySide(pieces.count) { index -> Swift.Result<TrainingPass, EngineError> in
      var chance = pieces[index].chance
      let observations = pieces[index].observations
      do throws(EngineError) {
        return .success(
          isTraining
            ? try network.trainingPass(observations, chance: &chance, kernels: kernels)
            : try network.backwardPass(observations, kernels: kernels))
      } catch {
        return .failure(error)
      }
    }
    var all: [TrainingPass] = []
    for pass in passes { all.append(try pass.get()) }
    return all
  }

  /// What comes of each number below `count`, worked out on all processors.
  private func sideBySide<Value: Sendable>(
    _ count: Int, _ work: @Sendable (Int) -> Value
  ) -> [Value] {
    if count == 1 { return [work(0)] }
    let values = Mutex<[Int: Value]>([:])
    DispatchQueue.concurrentPerform(iterations: count) { index in
      let value = work(index)
      values.withLock { $0[index] = value }
    }
    let found = values.withLock { $0 }
    return (0..<count).compactMap { found[$0] }
  }
}

extension TrainingPass {
  /// The rows of the answer that count.
  fileprivate var countedRows: Double {
    if let outputMask { return Double(outputMask.count { $0 }) }
    let output = output
    return Double(output.values.count / (output.shape.last ?? 1))
  }
}

extension Gradients {
  /// The last timestep of each recurrent layer at which a gradient of a state is not finite, by the layer's
  /// place; layers whose gradients are finite are left out.
  fileprivate func statesNotFinite(_ plan: NetworkPlan, observations: Int) -> [Int: Int] {
    var found: [Int: Int] = [:]
    for (place, states) in states {
      guard let layer = plan.layers[place].layer.recurrent else { continue }
      let timesteps = (states.first?.count ?? 0) / observations / layer.units
      let steps = states.compactMap { values in
        values.indices.lazy.filter { !values[$0].isFinite }
          .map { $0 / layer.units % timesteps }.max()
      }
      guard let last = steps.max() else { continue }
      found[place] = layer.goBackwards ? timesteps - 1 - last : last
    }
    return found
  }
}

extension [String: [Float]] {
  /// Adds others number by number.
  fileprivate mutating func add(_ others: [String: [Float]]) {
    for (key, values) in others {
      guard var sums = removeValue(forKey: key) else {
        self[key] = values
        continue
      }
      sums.withUnsafeMutableBufferPointer { sums in
        values.withUnsafeBufferPointer { values in
          guard let from = values.baseAddress, let to = sums.baseAddress else { return }
          addEach(
            Rows(from, stride: values.count), to: MutableRows(to, stride: values.count), rows: 1,
            columns: values.count)
        }
      }
      self[key] = sums
    }
  }
}
