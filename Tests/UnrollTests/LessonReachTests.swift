import Foundation
import Testing

@Suite("What a lesson may open")
struct LessonReachTests {
  private let secret = "the secret of this file"

  /// Plays or checks a lesson on a model; what it says, and how it ended.
  private func check(
    _ scratch: borrowing Scratch, _ model: String, _ options: [String] = [],
    command: String = "check"
  ) throws -> Outcome {
    let file = try scratch.write(
      "course/mine.yaml", "title: Mine\nmodel: \(model)\nsteps:\n  - say: Look.\n")
    return try Child.run(
      [Program.path, command, file, "--lessons", Program.source("lessons")] + options,
      environment: Child.environment.merging(["XDG_STATE_HOME": scratch.path("state")]) { $1 })
  }

  private func world() throws -> Scratch {
    let scratch = try Scratch()
    for folder in ["course/models", "elsewhere"] {
      try FileManager.default.createDirectory(
        atPath: scratch.path(folder), withIntermediateDirectories: true)
    }
    for copy in ["course/models/own", "elsewhere/other"] {
      try FileManager.default.copyItem(
        atPath: Program.source("lessons/models/latch"), toPath: scratch.path(copy))
    }
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("course/link"), withDestinationPath: "../elsewhere/other")
    for name in ["yaml", "json", "csv", "txt"] {
      try scratch.write("elsewhere/secret.\(name)", secret + "\n")
    }
    return scratch
  }

  @Test("the shipped models, and files beside it and below its folder, wherever it is played from")
  func within() throws {
    let scratch = try world()
    let shipped = Program.source("lessons/models/weather/model.yaml")
    for model in ["latch", "weather", "models/own", "./models/../models/own/model.yaml", shipped] {
      let outcome = try check(scratch, model)
      #expect(outcome.status == 0, "\(model): \(outcome.errors)")
    }
  }

  @Test("what lies elsewhere only where a flag allows it: by whole path, '..' or a link")
  func outside() throws {
    let scratch = try world()
    let whole = scratch.path("elsewhere/other")
    let refusal =
      ": this lies outside the lesson's folder, and a lesson opens files beside and below it; "
      + "--allow-files lets it open others\n"
    for model in [whole, "../elsewhere/other", "link", "link/model.yaml", "../nosuch.yaml"] {
      for command in ["check", "play", "record"] {
        let options = command == "play" ? ["--plain"] : []
        let outcome = try check(scratch, model, options, command: command)
        #expect(outcome.status == 1, "\(command) \(model)")
        #expect(outcome.errors.contains(refusal), "\(outcome.errors)")
      }
      guard model != "../nosuch.yaml" else { continue }
      let allowed = try check(scratch, model, ["--allow-files"])
      #expect(allowed.status == 0, "\(model): \(allowed.errors)")
    }
  }

  @Test("a lesson of a folder that is a link out of it is refused, and not quoted")
  func linkedLesson() throws {
    let scratch = try world()
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("course/one.yaml"), withDestinationPath: "../elsewhere/secret.yaml")
    for command in ["check", "play"] {
      let outcome = try Program.run(command, scratch.path("course"))
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("one.yaml: this lies outside the lesson's folder"))
      #expect(!outcome.errors.contains(secret) && !outcome.text.contains(secret))
    }
  }

  @Test("so it is for what a model that it opens names, and for a network of its own")
  func nested() throws {
    let scratch = try world()
    let outside = ["../../elsewhere/other/weights.safetensors", "/etc/hostname"]
    for path in outside {
      try scratch.write(
        "course/models/nested.yaml",
        "network: {input: {timesteps: 2, features: 1}, layers: [{lstm: a, units: 1}]}\n"
          + "weights: \(path)\n")
      #expect(try check(scratch, "models/nested.yaml").errors.contains("--allow-files"))
    }
    for (key, value) in [
      ("weights", "../elsewhere/other/weights.safetensors"),
      ("observations", "{kind: file, data: ../elsewhere/secret.csv}"),
    ] {
      let own =
        "\n  network: {input: {timesteps: 2, features: 1}, layers: [{lstm: a, units: 1}]}\n"
        + "  \(key): \(value)"
      #expect(try check(scratch, own).errors.contains("--allow-files"))
    }
    let keras = "\n  network: {keras: ../elsewhere/secret.json}"
    #expect(try check(scratch, keras).errors.contains("--allow-files"))
  }

  @Test("never a device or a pipe, with the flag or without, and nothing is waited for")
  func devices() throws {
    let scratch = try world()
    try #require(mkfifo(scratch.path("course/pipe.yaml"), 0o600) == 0)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("course/zero.yaml"), withDestinationPath: "/dev/zero")
    for path in ["/dev/stdin", "/dev/fd/0", "/dev/zero", "zero.yaml", "pipe.yaml"] {
      for options in [[], ["--allow-files"]] {
        let outcome = try check(scratch, path, options)
        #expect(outcome.status == 1)
        let own =
          "\n  network: {input: {timesteps: 2, features: 1}, layers: [{lstm: a, units: 1}]}\n"
          + "  weights: \(path)"
        #expect(try check(scratch, own, options).status == 1)
        guard options.isEmpty == false else { continue }
        #expect(
          outcome.errors.contains("a lesson opens files, and this is none"), "\(outcome.errors)")
      }
    }
  }

  @Test("what stands in a file outside its folder is not quoted, even where it may be opened")
  func untold() throws {
    let scratch = try world()
    let network =
      "\n  network: {input: {timesteps: 1, features: 1}, layers: [{lstm: a, units: 1}]}\n"
    for model in [
      "../elsewhere/secret.yaml", "../elsewhere/secret.json",
      "\n  network: {keras: ../elsewhere/secret.json}",
      network + "  observations: {kind: file, data: ../elsewhere/secret.csv}",
      network + "  observations: {kind: latch, sequences: ../elsewhere/secret.txt}",
    ] {
      for options in [[], ["--allow-files"]] {
        for command in ["check", "play"] {
          let plain = command == "play" ? ["--plain"] : []
          let outcome = try check(scratch, model, options + plain, command: command)
          #expect(outcome.status == 1, "\(model)")
          #expect(!(outcome.errors + outcome.text).contains("secret of"), "\(outcome.errors)")
        }
      }
    }
    // The user's own word is another matter.
    let own = try Program.run("summary", "--model", scratch.path("elsewhere/secret.yaml"))
    #expect(own.errors.contains("secret of"))
  }
}
