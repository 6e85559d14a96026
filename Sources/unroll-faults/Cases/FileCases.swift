import Foundation

// Files that must not be written over, and files that a lesson has no business with.
extension NamedCase {
  static let files: [NamedCase] =
    ["weights.safetensors", "model.yaml", "days.csv"].map { name in
      NamedCase("trace -o onto its own \(name)") { trial in
        try trial.write("model.yaml", SampleFiles.model)
        try trial.write("weights.safetensors", SampleFiles.safetensors)
        try trial.write("days.csv", SampleFiles.csv)
        let before = trial.read(name)
        try trial.run([
          "trace", "--model", "./model.yaml", "--weights", "weights.safetensors", "--input",
          "days.csv", "-o", name,
        ]).expect(1, 64)
        guard trial.read(name) == before else { throw Fault("it was written over") }
      }
    }
    + [
      NamedCase("trace -o onto its own weights by a link") { trial in
        try trial.write("model.yaml", SampleFiles.model)
        try trial.write("weights.safetensors", SampleFiles.safetensors)
        guard symlink("weights.safetensors", trial.path("out")) == 0 else { throw Fault("no link") }
        try trial.run([
          "trace", "--model", "./model.yaml", "--weights", "weights.safetensors", "-o", "out",
        ]).expect(1, 64)
        guard trial.read("weights.safetensors") == SampleFiles.safetensors else {
          throw Fault("it was written over")
        }
      },
      NamedCase("-o onto a pipe that nobody reads, a folder, a full device") { trial in
        try trial.makePipe("pipe")
        try trial.makeFolder("folder")
        for place in ["pipe", "folder", "/dev/full"] {
          for command in [["trace"], ["record", "1"]] {
            try trial.run(command + ["-o", place], seconds: 20).expect(1)
          }
        }
      },
      NamedCase("a lesson in a folder that is a link out of it: nothing of it is told") { trial in
        try trial.write("secret/data", "password: hush\n")
        try trial.makeFolder("course")
        guard symlink("../secret/data", trial.path("course/one.yaml")) == 0 else {
          throw Fault("no link")
        }
        for command in ["check", "play"] {
          let outcome = try trial.run([command, "course"], seconds: 10).expect(1)
          if outcome.errorText.contains("hush") { throw Fault("its error tells what is in it") }
        }
      },
      NamedCase("a lesson whose weights are a device") { trial in
        for device in ["/dev/stdin", "/dev/zero", "/dev/tty"] {
          let file = try trial.write("lesson.yaml", lesson("weights: \(device)"))
          try trial.run(["check", file], seconds: 10).expect(1)
        }
      },
      NamedCase("a lesson whose data lie elsewhere: nothing of them is told") { trial in
        let secret = try trial.write("secret/data", "hush-1,hush-2\nhush-3,hush-4\n")
        try trial.makeFolder("lessons")
        for place in [secret, "../secret/data"] {
          let data = "observations:\n    kind: weather\n    data: \(place)"
          let file = try trial.write("lessons/lesson.yaml", lesson(data))
          let outcome = try trial.run(["check", file], seconds: 10).expect(1)
          if outcome.errorText.contains("hush") { throw Fault("its error tells what is in them") }
        }
      },
      NamedCase("a lesson that is a pipe which nobody writes to") { trial in
        try trial.makePipe("lesson.yaml")
        try trial.run(["check", "./lesson.yaml"], seconds: 10).expect(1)
        try trial.run(["play", "--plain", "./lesson.yaml"], seconds: 10).expect(1)
      },
    ]

  private static func lesson(_ key: String) -> String {
    """
    title: One
    model:
      network:
        input: {timesteps: 50, features: 10}
        layers:
          - lstm: lstm1
            units: 2
      \(key.replacing("\n", with: "\n  "))
    steps:
      - say: Look.

    """
  }
}
