import Engine
import Foundation
import Processes
import Testing

@Suite("unroll train, interrupted")
struct TrainInterruptedTests {
  /// A run of three hundred batches.
  private func beginning(_ seed: Int) -> [String] {
    [
      "train", "parity", "--units", "8", "--length", "8", "--examples", "240", "--epochs", "10",
      "--batch", "8", "--seed", "\(seed)",
    ]
  }

  private func weights(_ folder: String) throws -> Data {
    try Data(contentsOf: URL(filePath: folder + "/weights.safetensors"))
  }

  private func start(_ arguments: [String], _ scratch: borrowing Scratch) throws -> Processes.Child
  {
    Child.starting.lock()
    defer { Child.starting.unlock() }
    return try Processes.Child(
      [Program.path] + arguments, environment: Child.environment, input: .reading("/dev/null"),
      output: .writing(scratch.path("output")), errors: .writing(scratch.path("errors")))
  }

  /// Runs that are killed with −9 at random moments and resumed until there were so many kills; each has to
  /// end as one that nobody broke. Gives the number of runs.
  private func killed(_ wanted: Int) throws -> Int {
    let scratch = try Scratch()
    var chance = SplitMix64(seed: 13)
    var (kills, seed) = (0, 0)
    let clock = ContinuousClock()
    while kills < wanted {
      seed += 1
      let (whole, broken) = (scratch.path("whole-\(seed)"), scratch.path("broken-\(seed)"))
      let begun = clock.now
      let outcome = try Child.run([Program.path] + beginning(seed) + ["-o", whole])
      try #require(outcome.status == 0)
      let time = clock.now - begun
      let run = scratch.path("run-\(seed)")
      let keeping = ["--every", "1", "-o", broken]
      var isDone = false
      while !isDone {
        let exists = FileManager.default.fileExists(atPath: run)
        var child = try start(
          (exists ? ["train", "--resume", run] : beginning(seed) + ["--checkpoint", run]) + keeping,
          scratch)
        let patience = kills < wanted ? time * chance.nextFraction() : .seconds(120)
        if let ending = child.wait(within: patience) {
          let errors = try scratch.read("errors")
          try #require(ending == .exit(0), "\(errors)")
          isDone = true
        } else {
          child.kill(SIGKILL)
          let ending = child.wait(within: .seconds(20))
          try #require(ending == .signal(SIGKILL))
          kills += 1
        }
      }
      #expect(try weights(broken) == weights(whole))
    }
    return seed
  }

  @Test("a run that is killed at any moment and resumed ends with the weights of an unbroken one")
  func killedAndResumed() throws { #expect(try killed(5) > 0) }

  @Test("fifty kills") func killedAtLength() throws { #expect(try killed(50) > 0) }

  @Test(
    "a signal stops it after the batch: it can go on, and ends as the signal asks",
    arguments: [SIGINT, SIGTERM, SIGHUP])
  func signals(_ signal: Int32) throws {
    let scratch = try Scratch()
    let (whole, broken, run) = (scratch.path("whole"), scratch.path("broken"), scratch.path("run"))
    #expect(try Child.run([Program.path] + beginning(1) + ["-o", whole]).status == 0)
    var child = try start(
      beginning(1) + ["--checkpoint", run, "-o", broken, "--every", "1"], scratch)
    let deadline = ContinuousClock().now + .seconds(60)
    while try scratch.read("output").isEmpty, ContinuousClock().now < deadline {
      _ = child.wait(within: .milliseconds(5))
    }
    child.kill(signal)
    let ending = child.wait(within: .seconds(60))
    guard ending == .signal(signal) else {
      // It was quicker than the signal.
      #expect(ending == .exit(0))
      return
    }
    let lines = try scratch.read("output").split(separator: "\n")
    #expect(
      lines.suffix(2).first == "Stopped after the batch; unroll train --resume \(run) goes on.")
    #expect(lines.last?.hasSuffix(" was the best; its weights are in \(broken).") == true)
    #expect(FileManager.default.fileExists(atPath: broken + "/model.yaml"))
    let resumed = try Program.run("train", "--resume", run, "-o", broken)
    #expect(resumed.errors == "")
    #expect(try weights(broken) == weights(whole))
  }
}
