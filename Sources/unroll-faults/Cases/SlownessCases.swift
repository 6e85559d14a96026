import Foundation
import Processes

// Near the largest size of a file: the time is no more than in proportion.
extension NamedCase {
  static let slowness: [NamedCase] = [
    NamedCase("a lesson of 10,000 steps") { trial in
      try checkLesson(trial, String(repeating: "  - say: Look at this.\n", count: 10_000))
    },
    NamedCase("a question with 20,000 wrong answers") { trial in
      let wrong = (0..<20_000).map { "      \($0 + 65): No, it is not.\n" }.joined()
      try checkLesson(
        trial,
        "  - ask: How many units?\n    of: lstm2.units\n    answer: 64\n    hint: Look.\n"
          + "    because: So it is.\n    wrong:\n" + wrong)
    },
    NamedCase("a sentence of 300,000 asterisks") { trial in
      try checkLesson(
        trial, "  - say: \"" + String(repeating: "*a ", count: 300_000) + "\"\n")
    },
    NamedCase("a line of 10 MB on standard input") { trial in
      let line = [UInt8](repeating: UInt8(ascii: "a"), count: 10_000_000) + [UInt8(ascii: "\n")]
      for command in [["--plain"], ["play", "1", "--plain"]] {
        try trial.run(command, input: line, seconds: 30).expect(0, 1).expect(memoryBelow: 400)
      }
    },
    NamedCase("300 MB without a line end on standard input") { trial in
      for arguments in ["--plain", "play 1 --plain"] {
        let line = "head -c 300000000 /dev/zero | '\(Program.path)' \(arguments)"
        var child = try Child(
          ["/bin/sh", "-c", line], environment: trial.environment(),
          input: .reading("/dev/null"), output: .writing(trial.path("output")),
          errors: .writing(trial.path("errors")))
        guard let ending = child.wait(within: .seconds(60)) else { throw Fault("it never ended") }
        guard ending == .exit(0) || ending == .exit(1) else {
          throw Fault("it ended with \(ending)")
        }
        guard child.peakMemory < Worker.memoryLimit else {
          throw Fault("it took \(Int(child.peakMemory)) MiB")
        }
      }
    },
    NamedCase("1,600 units without weights") { trial in
      let model = """
        network:
          input: {timesteps: 3, features: 2}
          layers:
            - lstm: lstm1
              units: 1600

        """
      let file = try trial.write("model.yaml", model)
      try trial.run(["frame", "--model", file], seconds: 30).expect(0, 1)
    },
  ]

  private static func checkLesson(_ trial: Trial, _ steps: String) throws {
    let file = try trial.write("lesson.yaml", "title: Long\nsteps:\n" + steps)
    try trial.run(["check", file], seconds: 30).expect(0, 1).expect(memoryBelow: 400)
  }
}
