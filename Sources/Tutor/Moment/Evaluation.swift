import Engine
import Kernels
import ModelFiles
import Phrases
import Vocabulary

/// How many of the model's observations are answered rightly under some what-ifs, counted some at a time.
struct Evaluation: Sendable {
  private let model: LoadedModel
  private let changed: Changes
  private let kernels: Kernels
  private let range: Range<Int>
  /// The what-ifs and the network that it is of.
  private let changes: [WhatIf]
  private let description: NetworkDescription
  /// The version of the model that it is of, where the model is followed.
  var epoch: Int?
  /// The observation that comes next.
  private var next: Int
  /// How many have a known answer so far.
  private(set) var judged = 0
  /// Those of them that came out wrong.
  private(set) var wrong: [Int] = []
  /// Whether the what-ifs have changed since, and it is too much to count along.
  private(set) var isOld = false

  /// One of which nothing has been counted yet.
  ///
  /// - Throws: where nobody knows the answers of the model's observations.
  init(_ model: LoadedModel, at position: Position, kernels: Kernels) throws(Refusal) {
    guard let range = model.judged else { throw .unknownAnswers }
    self.model = model
    self.kernels = kernels
    changes = position.changes
    description = position.description
    self.range = range
    next = range.lowerBound
    changed = try Refusal.from {
      try Changes(position.changes, of: model, at: position, kernels: kernels)
    }
  }

  /// All of them counted.
  ///
  /// - Throws: also where nobody knows any answer under the what-ifs.
  static func whole(
    _ model: LoadedModel, at position: Position, kernels: Kernels
  ) throws(Refusal) -> Evaluation {
    var evaluation = try Evaluation(model, at: position, kernels: kernels)
    while !evaluation.isDone { try evaluation.goOn(atOnce: .max) }
    guard evaluation.judged > 0 else { throw .unknownAnswersNow }
    return evaluation
  }
}

extension Evaluation {
  var isDone: Bool { next >= range.upperBound }
  var right: Int { judged - wrong.count }
  /// How many have been looked at, of how many.
  var progress: (Int, of: Int) { (next - range.lowerBound, of: range.count) }

  /// Counts on, no more than `most` observations at once and no more than memory is there for.
  mutating func goOn(atOnce most: Int) throws(Refusal) {
    let room = changed.network.description.runsAtOnce(
      timesteps: model.observations.timesteps, most: min(most, 48))
    let part = next..<min(next + room, range.upperBound)
    let threshold = model.output?.threshold ?? 0.5
    var judged = 0
    var wrong: [Int] = []
    try Refusal.from {
      var batch: [Observation] = []
      var facts: [ObservationFacts] = []
      for index in part {
        let example = try changed.applied(to: Example(model.observations, index))
        batch.append(example.observation)
        facts.append(example.facts)
      }
      let outputs = try changed.network.outputs(
        batch, under: changed.interventions, kernels: kernels)
      for (offset, output) in outputs.enumerated() {
        // Where the input was changed so that nobody knows the answer, nothing is counted.
        guard let isRight = facts[offset].isRight(output.values, threshold: threshold) else {
          continue
        }
        judged += 1
        if !isRight { wrong.append(part.lowerBound + offset) }
      }
    }
    self.judged += judged
    self.wrong += wrong
    next = part.upperBound
  }

  // MARK: - Along with the what-ifs

  /// The most products of a weight and a number that are worked out at once, so that a key does not wait,
  /// and in all, so that the count is there while one looks.
  private static let mostAtOnce = 1 << 25
  private static let mostInAll = 1 << 31

  /// Products for one observation.
  private var work: Int {
    let weights = changed.network.plan.layers.reduce(0) { $0 + $1.parameters.total }
    return max(1, model.observations.timesteps * weights)
  }

  /// The next few observations.
  mutating func goOn() throws(Refusal) { try goOn(atOnce: max(1, Self.mostAtOnce / work)) }

  /// The same of a moment: as it is where nothing has changed that it depends on, begun anew where that
  /// can be counted along, and else as it was, said to be old; nil where it does not apply any more.
  func following(_ moment: Moment) -> Evaluation? {
    guard moment.model.name == model.name, moment.model.files == model.files else { return nil }
    if changes == moment.position.changes, description == moment.position.description,
      epoch == moment.epoch?.number
    {
      var same = self
      same.isOld = false
      return same
    }
    let startsElsewhere = moment.position.changes.contains {
      if case .start = $0 { true } else { false }
    }
    if !startsElsewhere, range.count <= Self.mostInAll / work,
      var fresh = try? Evaluation(moment.model, at: moment.position, kernels: moment.kernels)
    {
      fresh.epoch = moment.epoch?.number
      return fresh
    }
    // A count that was not finished says nothing.
    guard isDone else { return nil }
    var old = self
    old.isOld = true
    return old
  }
}

extension Evaluation: Equatable {
  /// Whether two have counted the same and will.
  static func == (one: Evaluation, other: Evaluation) -> Bool {
    one.changes == other.changes && one.description == other.description
      && one.epoch == other.epoch && one.next == other.next
      && one.judged == other.judged && one.wrong == other.wrong && one.isOld == other.isOld
  }
}
