import Foundation

// Numbers larger, smaller and longer than any that are meant.
extension NamedCase {
  static let numbers: [NamedCase] =
    [
      "x[15, 2] = 1e-16", "x[15, 2] = 0.1234567890123456",
      "lstm2.cell_state[15, 29] = 0.0000000000000001", "x[15, 2] = 1e-9223372036854775808",
      "x[15, 2] = 1e-99999999999", "x[15, 2] = 1e9223372036854775807", "x[15, 2] = 1e400",
    ].map { condition in
      NamedCase("a check that does not hold: \(condition)") { trial in
        try check(trial, "  - say: Look.\n    check:\n      - \(condition)").expect(1)
      }
    }
    + ["1e-9223372036854775808", "1e-99999999999", "1e99999999999", "1e-400"].map { number in
      NamedCase("\(number) as an answer") { trial in
        let lines = Array("\n\n\n\n\(number)\n\(number)\n".utf8)
        try trial.run(["play", "1", "--plain"], input: lines, seconds: 10).expect(0)
        try check(
          trial, "  - ask: How many?\n    of: \(number)\n    answer: \(number)\n    hint: Few."
        ).expect(0, 1)
      }
    }
    + [
      "go start; play to 9223372036854775807 in 5s", "play to -9223372036854775808",
      "swap 9223372036854775807 0", "go +9223372036854775807; go +9223372036854775807",
      "unit -9223372036854775808", "observation +9223372036854775807", "erase c -1",
      "open schedule; go +9223372036854775807", "size timesteps 9223372036854775807",
      "open shapes; size units 9223372036854775807", "order -9223372036854775808",
      "look -9223372036854775808", "speed -9223372036854775808", "vote 9223372036854775807",
    ].map { commands in
      NamedCase("--do '\(commands)'") { trial in
        try trial.run(["frame", "--do", commands], seconds: 10).expect(0, 1, 64)
      }
    }
    + [
      NamedCase("a sum of 50,000 terms in a sentence") { trial in
        let sum = Array(repeating: "1", count: 50_000).joined(separator: "+")
        try check(trial, "  - say: \"It is {\(sum)}.\"").expect(0, 1)
      },
      NamedCase("50,000 brackets in a formula") { trial in
        let nested = String(repeating: "(", count: 50_000)
        try check(trial, "  - say: \"It is {\(nested)1}.\"").expect(1)
      },
      NamedCase("50,000 signs in a formula") { trial in
        let signs = String(repeating: "-", count: 50_000)
        try check(trial, "  - say: \"It is {\(signs)1}.\"").expect(0, 1)
      },
    ]

  /// Checks a lesson of some steps.
  private static func check(_ trial: Trial, _ steps: String) throws -> Outcome {
    let file = try trial.write("lesson.yaml", "title: One\nsteps:\n\(steps)\n")
    return try trial.run(["check", file], seconds: 20)
  }
}
