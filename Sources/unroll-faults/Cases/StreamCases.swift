import Foundation
import Processes

// Standard output, standard error, and what -o names.
extension NamedCase {
  static let streams: [NamedCase] =
    [["--help"], ["--version"], ["play", "--help"], ["schema"]].map { arguments in
      NamedCase("unroll \(arguments.joined(separator: " ")) onto a full device") { trial in
        var child = try Child(
          [Program.path] + arguments, environment: trial.environment(),
          input: .reading("/dev/null"), output: .file("/dev/full", flags: O_WRONLY),
          errors: .writing(trial.path("errors")))
        guard let ending = child.wait(within: .seconds(20)) else { throw Fault("it never ended") }
        guard ending == .exit(1) else { throw Fault("it ended with \(ending)") }
        if (trial.read("errors") ?? []).isEmpty { throw Fault("it said nothing") }
      }
    }
    + [
      NamedCase("standard error in a locale of ASCII") { trial in
        for arguments in [
          ["frame", "--size", "3"], ["check", "ö.yaml"], ["record", "1", "--size", "2x2"],
        ] {
          let outcome = try trial.run(arguments, environment: ["LC_ALL": "C"]).expect(1, 64)
          guard outcome.errors.allSatisfy({ $0 < 0x80 }) else {
            throw Fault("\(arguments) wrote more than ASCII: \(outcome.errorText.prefix(200))")
          }
        }
      },
      NamedCase("-o with an empty name") { trial in
        for command in [["trace"], ["record", "1"]] {
          let outcome = try trial.run(command + ["-o", ""]).expect(1, 64)
          guard !outcome.errorText.hasPrefix("Error: :") else {
            throw Fault("the name in the message is empty: \(outcome.errorText)")
          }
        }
      },
      NamedCase("- is standard output, also where a file has that name") { trial in
        for command in [["record", "1"], ["trace"]] {
          try trial.write("-", "kept\n")
          let outcome = try trial.run(command + ["-o", "-"]).expect(0)
          guard outcome.output.count > 100, trial.read("-") == Array("kept\n".utf8) else {
            throw Fault("\(command) -o - did not go to standard output")
          }
        }
      },
    ]
}
