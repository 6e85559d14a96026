/// One kind of fault: what is tried, how often, and how.
struct Kind: Sendable {
  /// How much is tried.
  struct Amount: Sendable {
    /// How many trials.
    var trials: Int
    /// How many faults are tried in each of them.
    var each = 1
  }

  let name: String
  /// What is tried and what is expected, in a sentence.
  let sentence: String
  let quick: Amount
  let long: Amount
  /// How many trials a worker makes before another takes its place.
  var batch = 25
  /// After how many seconds a trial counts as one that never ends.
  var patience = 120
  /// Makes a trial; throws a `Fault` where it ended as it should not.
  let run: @Sendable (inout Trial) throws -> Void

  /// Every kind, in the order in which they are tried.
  static let all: [Kind] = [
    .namedCases, .resizes, .signals, .earlySignals, .streams, .terminalNames, .kills, .hostileTexts,
    .mutatedFiles, .mutatedModels, .randomKeys, .randomCommands, .bursts,
  ]
}

/// How a trial ended as it should not, in one sentence.
struct Fault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
