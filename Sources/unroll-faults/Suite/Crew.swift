import Foundation
import Processes

/// Hands trials out to workers, a few at a time, and gathers what they report.
struct Crew {
  let jobs: Int
  /// Where workers keep what they say on standard error.
  let folder: String
  /// What starts a worker for some trials of a kind.
  let command: (Kind, Range<Int>) -> [String]
  private var waiting: [Batch] = []
  private var hands: [Hand] = []
  private var tallies: [Tally] = []

  /// Trials of one kind, by its place among the kinds.
  private struct Batch {
    var kind: Int
    var trials: Range<Int>
  }

  init(jobs: Int, folder: String, command: @escaping (Kind, Range<Int>) -> [String]) {
    self.jobs = jobs
    self.folder = folder
    self.command = command
  }

  /// Makes all trials; `done` is told of each kind once it is through.
  mutating func run(
    _ kinds: [(kind: Kind, trials: Range<Int>)], done: (Tally) -> Void
  ) throws -> [Tally] {
    tallies = kinds.map { Tally($0.kind, trials: $0.trials.count) }
    for (place, (kind, trials)) in kinds.enumerated() {
      // Small enough that no worker idles while another still has many.
      let size = max(1, min(kind.batch, (trials.count + jobs - 1) / jobs))
      waiting += stride(from: trials.lowerBound, to: trials.upperBound, by: size).map {
        Batch(kind: place, trials: $0..<min(trials.upperBound, $0 + size))
      }
    }
    var told: Set<Int> = []
    while !waiting.isEmpty || !hands.isEmpty {
      while hands.count < jobs, !waiting.isEmpty { try start(waiting.removeFirst()) }
      Hand.wait(for: hands)
      for hand in hands { gather(hand) }
      hands.removeAll(where: \.isThrough)
      for place in tallies.indices where tallies[place].left == 0 {
        if told.insert(place).inserted { done(tallies[place]) }
      }
    }
    return tallies
  }

  private mutating func start(_ batch: Batch) throws {
    let kind = tallies[batch.kind].kind
    let folder = folder
    hands.append(
      try Hand(
        command(kind, batch.trials), kind: batch.kind, trials: batch.trials,
        errors: "\(folder)/errors-\(kind.name)-\(batch.trials.lowerBound)",
        folder: { Trial.folder(of: kind.name, $0, in: folder) }))
  }

  private mutating func gather(_ hand: Hand) {
    for ended in hand.read() {
      tallies[hand.kind].note(ended.trial, ended.sentence, seconds: ended.seconds)
    }
    let patience = tallies[hand.kind].kind.patience
    if let stuck = hand.stop(after: patience) {
      tallies[hand.kind].note(
        stuck.trial, "it had not ended after \(patience) s\(stuck.words)", seconds: Double(patience)
      )
    } else if let (trial, sentence, seconds) = hand.collapsed() {
      tallies[hand.kind].note(trial, sentence, seconds: seconds)
    }
    guard hand.isThrough else { return }
    tallies[hand.kind].note(memory: hand.memory)
    if !hand.left.isEmpty { waiting.insert(Batch(kind: hand.kind, trials: hand.left), at: 0) }
  }
}
