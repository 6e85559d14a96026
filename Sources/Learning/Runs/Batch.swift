import Engine
import Kernels
import ModelFiles

/// One step's observations, in pieces that are worked on side by side.
///
/// The pieces do not depend on how many processors there are, and their gradients are added up in their
/// order: so the same seed gives the same weights to the last bit.
struct Batch {
  /// One piece: examples of one length, and how much each row of an answer counts.
  struct Piece: Sendable {
    var observations: [Observation] = []
    var targets: [Float] = []
    /// None where each counts as 1.
    var weights: [Float] = []
    /// The numbers of their run.
    var numbers = 0
    var chance: SplitMix64
  }

  /// What a step learns from its batch.
  struct Result {
    var tally = Tally()
    var gradients: [String: [Float]] = [:]
    var moved: [String: [Float]] = [:]
  }

  private(set) var pieces: [Piece] = []
  private let network: Network
  private let loss: Loss
  private let kernels: Kernels
  /// The pieces that are held in memory together.
  private let waves: [Range<Int>]

  /// Puts examples into pieces, each with those of its length, in the order in which they come; those to be
  /// judged alone never have to stay together.
  init(
    _ examples: [LabelledExample], of network: Network, _ settings: TrainingSettings,
    _ layout: PieceLayout, isLearning: Bool = true, _ kernels: Kernels,
    _ chance: inout SplitMix64
  ) {
    (self.network, loss, self.kernels) = (network, settings.loss, kernels)
    var open: [[Int]: Int] = [:]
    for example in examples {
      let lengths = example.observation.lengths
      let size = layout.size(of: example.observation, in: network)
      var place = open[lengths] ?? pieces.count
      if place < pieces.count,
        pieces[place].observations.count == layout.most(size, isLearning: isLearning)
      {
        place = pieces.count
      }
      if place == pieces.count { pieces.append(Piece(chance: SplitMix64(seed: chance.next()))) }
      open[lengths] = place
      pieces[place].observations.append(example.observation)
      pieces[place].targets += example.target
      pieces[place].weights += settings.weights(of: example.target, each: layout.width)
      pieces[place].numbers += size.numbers
    }
    waves = layout.waves(pieces.map(\.numbers))
  }

  /// Forward and back.
  func learn() throws(EngineError) -> Result {
    var result = Result()
    // What does not stay in memory goes forward twice: first to know how many rows count.
    var first: [TrainingPass]? = try passes(waves[0])
    result.tally.rows = Self.countedRows(first ?? [])
    for wave in waves.dropFirst() { result.tally.rows += Self.countedRows(try passes(wave)) }
    for wave in waves {
      let made: [TrainingPass]
      if let known = first {
        (made, first) = (known, nil)
      } else {
        made = try passes(wave)
      }
      let rows = result.tally.rows
      let parts = sideBySide(wave.count) { place in
        let (pass, piece) = (made[place], pieces[wave.lowerBound + place])
        let answers = pass.answers
        let lost = batchLoss(answers, piece, rows)
        var tally = Tally()
        tally.loss = lost.sum
        tally.count(answers, loss, targets: piece.targets)
        return (
          tally,
          pass.gradients(
            of: lost.gradient, isBeforeCurve: lost.isBeforeCurve, withStates: false
          ).weights
        )
      }
      for (place, part) in parts.enumerated() {
        result.tally += part.0
        result.gradients.add(part.1)
        result.moved.merge(made[place].moved) { $1 }
      }
    }
    return result
  }

  /// The first layer that hands on a number that is not finite, and there the first timestep: all is run
  /// once more.
  func firstNotFinite() throws(EngineError) -> (layer: String, timestep: Int?)? {
    for place in pieces.indices {
      if let found = try pass(of: place).firstNotFinite { return found }
    }
    return nil
  }

  /// By the places of recurrent layers the last timestep at which a gradient of a state is not finite, of a
  /// loss over so many rows: all is run and gone back through once more, with the states.
  func statesNotFinite(rows: Double) throws(EngineError) -> [Int: Int] {
    var found: [Int: Int] = [:]
    for (place, piece) in pieces.enumerated() {
      let pass = try pass(of: place)
      let lost = batchLoss(pass.answers, piece, rows)
      let gradients = pass.gradients(of: lost.gradient, isBeforeCurve: lost.isBeforeCurve)
      let places = gradients.statesNotFinite(
        network.plan, observations: piece.observations.count)
      found.merge(places) { max($0, $1) }
    }
    return found
  }

  /// Forward alone, as the network answers.
  func measured() throws(EngineError) -> Tally {
    let parts = sideBySide(pieces.count) { place -> Swift.Result<Tally, EngineError> in
      let piece = pieces[place]
      do throws(EngineError) {
        let answers = try network.answers(piece.observations, kernels: kernels)
        var tally = Tally()
        tally.loss = BatchLoss(of: answers, loss, targets: piece.targets, rows: 1).sum
        tally.rows = Double(answers.countedRows)
        tally.count(answers, loss, targets: piece.targets)
        return .success(tally)
      } catch {
        return .failure(error)
      }
    }
    var tally = Tally()
    for part in parts { tally += try part.get() }
    return tally
  }

  private func batchLoss(_ answers: Answers, _ piece: Piece, _ rows: Double) -> BatchLoss {
    BatchLoss(of: answers, loss, targets: piece.targets, weights: piece.weights, rows: rows)
  }

  private static func countedRows(_ passes: [TrainingPass]) -> Double {
    passes.reduce(0) { $0 + Double($1.countedRows) }
  }

  private func pass(of place: Int) throws(EngineError) -> TrainingPass {
    var chance = pieces[place].chance
    return try network.trainingPass(
      pieces[place].observations, chance: &chance, kernels: kernels)
  }

  private func passes(_ wave: Range<Int>) throws(EngineError) -> [TrainingPass] {
    let passes = sideBySide(wave.count) { index -> Swift.Result<TrainingPass, EngineError> in
      do throws(EngineError) {
        return .success(try pass(of: wave.lowerBound + index))
      } catch {
        return .failure(error)
      }
    }
    var all: [TrainingPass] = []
    for pass in passes { all.append(try pass.get()) }
    return all
  }
}
