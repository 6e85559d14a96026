import Engine
import Kernels
import ModelFiles
import Phrases
import Vocabulary
import Wording

/// What the network answers to each of the model's observations under some what-ifs, run some at a time.
struct ObservationTable: Sendable {
  private let model: LoadedModel
  private let changed: Changes
  private let kernels: Kernels
  private let changes: [WhatIf]
  private let description: NetworkDescription
  /// Which number of the output is listed: the last where it is the one that says something, else that
  /// of the unit chosen in the last layer.
  let unit: Int
  let units: Int
  /// How many observations are listed, and how many there are; nil where they never end.
  let count: Int
  let all: Int?
  /// The outputs so far, in the order of the observations, and what is true of each: 1 or 0 for yes or
  /// no, a number, or NaN where nobody knows.
  private(set) var outputs: [Float] = []
  private(set) var truths: [Float] = []
  /// How far the output is from the truth; NaN where nobody knows.
  private(set) var errors: [Float] = []
  /// Whether what is true is yes or no, as far as it is known.
  private var isYesOrNo = true
  /// The true answers that are one of several, and whether each was given; nil where there are none.
  private var choices: [(choice: ObservationFacts.Choice?, isRight: Bool?)] = []
  /// Why no more are run; nil as long as they are.
  private(set) var reason: String?
  /// Whether somebody looks at it: else nothing is run.
  var isOpen = true

  /// As many as are listed, and of observations that are made up without end.
  private static let mostListed = 100_000
  private static let mostOfEndless = 100
  /// Products of a weight and a number that are worked out in one go, some 10 ms, and those of one
  /// observation from which on none are run along.
  private static let mostAtOnce = 1 << 28
  private static let mostOfOne = 1 << 30

  /// One of which nothing has been run yet.
  init(_ moment: Moment) throws(Refusal) {
    model = moment.model
    kernels = moment.kernels
    changes = moment.position.changes
    description = moment.position.description
    let moment = moment
    changed = try Refusal.from {
      try Changes(
        moment.position.changes, of: moment.model, at: moment.position, kernels: moment.kernels)
    }
    units = changed.network.plan.layers.last?.units ?? 1
    let chosen = moment.position.units.last ?? 0
    unit = model.output == nil && chosen < units ? chosen : max(0, units - 1)
    all = model.observations.count
    let known = all ?? model.judged?.count ?? Self.mostOfEndless
    count = min(known, Self.mostListed)
    reason =
      changed.network.plan.failure.map { $0.error.description }
      ?? (work > Self.mostOfOne ? ObservationsPhrases.tooLong : nil)
  }

  /// Products for one observation.
  private var work: Int {
    let weights = changed.network.plan.layers.reduce(0) { $0 + $1.parameters.total }
    let (work, overflow) = model.observations.timesteps.multipliedReportingOverflow(by: weights)
    return overflow ? .max : max(1, work)
  }
}

extension ObservationTable {
  /// Whether all have been run, or no more are.
  var isDone: Bool { outputs.count >= count || reason != nil }
  /// Whether more are to be run now.
  var isGoingOn: Bool { isOpen && !isDone }
  /// From which number on the answer is yes; nil where the model does not say.
  var threshold: Float? { model.output?.threshold }
  /// Whether the truth of any that was run is known.
  var hasTruths: Bool { truths.contains { !$0.isNaN } }

  /// Whether an observation is answered rightly; nil where that cannot be said.
  func isRight(_ index: Int) -> Bool? {
    if choices.indices.contains(index), let isRight = choices[index].isRight { return isRight }
    guard let threshold, isYesOrNo, outputs.indices.contains(index), !truths[index].isNaN
    else { return nil }
    return (outputs[index] >= threshold) == (truths[index] == 1)
  }

  /// What a filter asks of an observation that was run; NaN where it is not known.
  func value(_ name: ObservationFilter.Name, of index: Int) -> Double {
    switch name {
    case .number: Double(index)
    case .output: Double(outputs[index])
    case .truth: Double(truths[index])
    case .error: Double(errors[index])
    case .right: isRight(index).map { $0 ? 1 : 0 } ?? .nan
    }
  }

  /// Runs the next few.
  mutating func goOn() {
    guard !isDone else { return }
    let most = max(1, min(48, Self.mostAtOnce / work))
    let room = changed.network.description.runsAtOnce(
      timesteps: model.observations.timesteps, most: most)
    let part = outputs.count..<min(outputs.count + room, count)
    do {
      var batch: [Observation] = []
      var found: [Float] = []
      var known: [ObservationFacts] = []
      for index in part {
        let (observation, facts) = try read(index)
        batch.append(observation)
        let answer = facts.target ?? facts.truth?.isYes
        known.append(facts)
        // Of several answers the unit that is listed has one.
        let isChosen = facts.choice.map { $0.index == unit }
        found.append((answer ?? isChosen).map { $0 ? 1 : 0 } ?? facts.truth?.value ?? .nan)
        if answer == nil, facts.truth != nil { isYesOrNo = false }
      }
      let tensors = try changed.network.outputs(
        batch, under: changed.interventions, kernels: kernels)
      choices += zip(known, tensors).map { facts, tensor in
        let isRight =
          facts.choice == nil || units != facts.choice?.names.count
          ? nil : facts.isRight(tensor.values, threshold: 0.5)
        return (facts.choice, isRight)
      }
      for (tensor, truth) in zip(tensors, found) {
        let output = tensor.values.dropLast(units - 1 - unit).last ?? .nan
        outputs.append(output)
        truths.append(truth)
        errors.append((output - truth).magnitude)
      }
    } catch { reason = Refusal(error).description }
  }

  /// An observation as the what-ifs leave it, and what is known of it.
  private func read(_ index: Int) throws -> (Observation, ObservationFacts) {
    guard changed.changesInput else {
      return (try model.observations.observation(index), try model.observations.facts(index))
    }
    let example = try changed.applied(to: Example(model.observations, index))
    return (example.observation, example.facts)
  }

  /// What is known of an observation.
  func facts(_ index: Int) -> ObservationFacts? { try? model.observations.facts(index) }

  /// What is true of an observation that was run, in words; nil where nobody knows.
  func words(of index: Int) -> String? {
    choices[index].choice?.name ?? words(truths[index])
  }

  /// The truth in the model's words, or the number that it is.
  func words(_ truth: Float) -> String? {
    if truth.isNaN { return nil }
    guard isYesOrNo else { return decimal(truth, digits: 4) }
    return model.output?.words(truth == 1) ?? ObservationsPhrases.truth(truth == 1)
  }

  /// What the output says.
  var label: String? { model.output?.label }

  /// The same where nothing has changed that it depends on; else one for what is there now.
  func following(_ moment: Moment) -> ObservationTable? {
    guard moment.model.name == model.name, moment.model.files == model.files,
      changes == moment.position.changes, description == moment.position.description
    else {
      var fresh = try? ObservationTable(moment)
      fresh?.isOpen = isOpen
      return fresh
    }
    return self
  }
}

extension ObservationTable: Equatable {
  /// Whether two have run the same and will.
  static func == (one: ObservationTable, other: ObservationTable) -> Bool {
    one.changes == other.changes && one.description == other.description
      && one.outputs.count == other.outputs.count && one.count == other.count
      && one.unit == other.unit && one.isOpen == other.isOpen && one.reason == other.reason
  }
}
