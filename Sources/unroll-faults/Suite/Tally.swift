/// What came of the trials of one kind.
struct Tally {
  struct Failure: Hashable {
    let trial: Int
    let sentence: String
  }

  let kind: Kind
  private(set) var passed = 0
  private(set) var failures: [Failure] = []
  /// The most memory in MiB that a worker or what it started had at once.
  private(set) var memory = 0.0
  /// The seconds of the longest trial, and those of all.
  private(set) var longest = 0.0
  private(set) var seconds = 0.0
  /// How many trials are still to end.
  private(set) var left: Int

  init(_ kind: Kind, trials: Int) {
    self.kind = kind
    left = trials
  }

  var tried: Int { passed + failures.count }

  /// Notes how a trial ended, nil for well.
  mutating func note(_ trial: Int, _ sentence: String?, seconds time: Double) {
    left -= 1
    longest = max(longest, time)
    seconds += time
    if let sentence {
      failures.append(Failure(trial: trial, sentence: sentence))
    } else {
      passed += 1
    }
  }

  mutating func note(memory: Double) { self.memory = max(self.memory, memory) }
}
