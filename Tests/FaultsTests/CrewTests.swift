import Foundation
import Processes
import Testing

@testable import unroll_faults

@Suite struct CrewTests {
  private func kind(patience: Int = 60) -> Kind {
    Kind(
      name: "made-up", sentence: "", quick: .init(trials: 3), long: .init(trials: 3),
      patience: patience
    ) { _ in }
  }

  /// What a worker comes to that is a line of the shell for the trials from a number on.
  private func tally(patience: Int = 60, _ line: @escaping (Int) -> String) throws -> Tally {
    let scratch = try Scratch()
    var crew = Crew(jobs: 1, folder: scratch.folder) { _, trials in
      ["/bin/sh", "-c", line(trials.lowerBound)]
    }
    let tallies = try crew.run([(kind(patience: patience), 0..<3)]) { _ in }
    return try #require(tallies.first)
  }

  @Test("a trial that ends its worker is reported by its number, and those behind it are made")
  func trap() throws {
    let tally = try tally { first in
      first == 0
        ? "echo began 0; echo passed 0; echo began 1; kill -ILL $$"
        : "echo began 2; echo failed 2 no good"
    }
    #expect(tally.passed == 1)
    #expect(
      tally.failures == [
        Tally.Failure(trial: 1, sentence: "it ended by \(Ending.signal(SIGILL))"),
        Tally.Failure(trial: 2, sentence: "no good"),
      ])
  }

  @Test("a worker that ends before it has begun fails its trials one by one")
  func never() throws {
    let tally = try tally { _ in "echo why >&2; exit 3" }
    #expect(tally.passed == 0)
    #expect(tally.failures.map(\.trial) == [0, 1, 2])
    #expect(tally.failures.first?.sentence == "the worker ended by exit status 3: why\\n")
  }

  @Test("a trial that never ends is stopped, and those behind it are made")
  func patience() throws {
    let tally = try tally(patience: 2) { first in
      first == 0
        ? "echo began 0; exec sleep 60"
        : "echo began 1; echo passed 1; echo began 2; echo passed 2"
    }
    #expect(tally.failures.map(\.trial) == [0])
    #expect(tally.passed == 2)
  }
}
