import ArgumentParser
import Foundation

/// Tries faults on Unroll and tells how each kind of them ended.
@main
struct Faults: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unroll-faults",
    abstract: "Try faults of many kinds on Unroll, and tell how they ended.",
    discussion: """
      Each trial stands in a process of its own or is handed to a worker, another process of this \
      program: a crash is seen as the end of that one trial. What is tried follows from the seed and \
      the trial's number alone. The program that is tried stands in the same folder.
      """)

  @Flag(help: "Fewer trials of every kind: what has to hold before a change lands.")
  var quick = false

  @Option(help: ArgumentHelp("Only this kind; can be given again.", valueName: "kind"))
  var only: [String] = []

  @Option(help: "What is tried follows from it.") var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The first trial, counted from 0.", valueName: "number"))
  var from = 0

  @Option(help: ArgumentHelp("How many trials of each kind.", valueName: "number"))
  var count: Int?

  @Option(help: "How many workers there are at a time.") var jobs = 2

  @Flag(help: "Print the kinds, and try nothing.") var list = false

  @Option(help: .hidden) var worker: String?

  func validate() throws {
    let most = 1_000_000_000
    guard (0...most).contains(from), (1...most).contains(count ?? 1), (1...64).contains(jobs) else {
      throw ValidationError(
        "--from takes a number from 0 to 1,000,000,000, --count from 1 on, --jobs from 1 to 64")
    }
    for name in only where !Kind.all.contains(where: { $0.name == name }) {
      throw ValidationError(
        "there is no kind '\(name)'; there are: \(Kind.all.map(\.name).joined(separator: ", "))")
    }
  }

  func run() throws {
    let kinds = Kind.all.filter { only.isEmpty || only.contains($0.name) }
    if list {
      for kind in kinds { print("\(kind.name): \(kind.sentence)") }
      return
    }
    if let worker {
      for kind in kinds {
        Worker(kind: kind, amount: amount(of: kind), seed: seed, folder: worker).run(
          trials(of: kind))
      }
      return
    }
    guard FileManager.default.isExecutableFile(atPath: Program.path) else {
      throw ValidationError(
        "\(Program.path) is not there; build it first: swift build --product unroll")
    }
    let scratch = try Scratch()
    var crew = Crew(jobs: jobs, folder: scratch.folder) { kind, trials in
      [
        Program.ownPath, "--worker", scratch.folder, "--only", kind.name, "--seed", "\(seed)",
        "--from", "\(trials.lowerBound)", "--count", "\(trials.count)",
      ] + (quick ? ["--quick"] : [])
    }
    print(Table.head)
    let tallies = try crew.run(kinds.map { ($0, trials(of: $0)) }) { tally in
      print(Table.row(tally, each: amount(of: tally.kind).each))
      fflush(nil)
    }
    let failures = Table.failures(tallies, seed: seed, isQuick: quick)
    if !failures.isEmpty {
      print("\n" + failures.joined(separator: "\n"))
      throw ExitCode.failure
    }
  }

  private func amount(of kind: Kind) -> Kind.Amount { quick ? kind.quick : kind.long }

  private func trials(of kind: Kind) -> Range<Int> {
    from..<(from + (count ?? max(1, amount(of: kind).trials - from)))
  }
}
