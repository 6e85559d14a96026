import Documents
import Engine
import Foundation
import LessonCheck
import Lessons
import ModelFiles
import Screen
import Tutor
import Vocabulary

extension Kind {
  static let mutatedFiles = Kind(
    name: "mutated-files",
    sentence: """
      Files of every kind that is read, spoilt: each is a value that can be shown, or an error in \
      one sentence; in time, and in memory that does not grow.
      """,
    quick: Amount(trials: 300), long: Amount(trials: 100_000), batch: 500, patience: 30
  ) { trial in
    // What takes a process of its own is tried less often.
    if trial.index % 100 == 0 { return try progress(&trial) }
    let reader = readers[trial.index % readers.count]
    trial.note(reader.name)
    do { try reader.read(&trial) } catch let error as FileError {
      try Sentence.expect("\(error)", reader.name)
    } catch let error as LessonFaults {
      for fault in error.faults.prefix(20) { try Sentence.expect("\(fault)", reader.name) }
    }
  }

  private typealias Reader = (name: String, read: @Sendable (inout Trial) throws -> Void)

  private static let readers: [Reader] = [
    ("lesson", lesson),
    ("model.yaml", { try show(try mutated("model.yaml", SampleFiles.model, &$0)) }),
    ("Keras JSON", { try show(try mutated("model.json", SampleFiles.kerasJSON, &$0)) }),
    (
      "weights",
      { trial in
        let model = try trial.write("model.yaml", SampleFiles.model)
        let weights = try mutated("w.safetensors", SampleFiles.safetensors, &trial)
        try show(model, weights: weights)
      }
    ),
    ("npy", { try input(&$0, "input.npy", SampleFiles.npy) }),
    ("csv", { try input(&$0, "input.csv", Array(SampleFiles.csv.utf8)) }),
    ("input tensor", { try input(&$0, "input.safetensors", SampleFiles.safetensors) }),
    (
      "sequences",
      { trial in
        _ = try mutated("sequences.txt", SampleFiles.shipped("models/latch/sequences.txt"), &trial)
        let kind = "kind: latch\n  sequences: sequences.txt\n  seed: 7\n  first: 1"
        try show(try trial.write("model.yaml", SampleFiles.model(observations: kind)))
      }
    ),
    (
      "weather",
      { trial in
        _ = try mutated("days.csv", SampleFiles.shipped("data/seattle-weather.csv"), &trial)
        let kind = "kind: weather\n  data: days.csv\n  first: 12"
        try show(try trial.write("model.yaml", SampleFiles.model(observations: kind)))
      }
    ),
    (
      "model on data",
      { trial in
        let kind = "kind: latch\n  seed: 7\n  first: 1"
        try show(
          try mutated("model.yaml", SampleFiles.model(observations: kind), &trial))
      }
    ),
  ]

  private static let library = ModelLibrary(explicit: Program.lessons)
  private static let latch = try? library.load("latch")

  private static func mutated(
    _ name: String, _ original: String, _ trial: inout Trial
  ) throws -> String {
    try mutated(name, Array(original.utf8), &trial)
  }

  private static func mutated(
    _ name: String, _ original: [UInt8], _ trial: inout Trial
  ) throws -> String {
    try trial.write(name, Mutator.mutated(original, &trial.chance))
  }

  private static func input(_ trial: inout Trial, _ name: String, _ original: [UInt8]) throws {
    let file = try mutated(name, original, &trial)
    try show(try trial.write("model.yaml", SampleFiles.model), input: file)
  }

  /// Loads a model and draws it, as the tutor does.
  private static func show(_ file: String, weights: String? = nil, input: String? = nil) throws {
    let model = try library.load(file, weights: weights, input: input)
    do {
      var state = try State(model, kernels: .portable)
      _ = state.update(.go(.last))
      for screen in [nil, .layer, .shapes] as [Command.ScreenName?] {
        if let screen { _ = state.update(.open(screen)) }
        _ = view(state, size: Size(width: 80, height: 24)).frame.text(ascii: false)
        _ = PlainText(state).text
      }
    } catch let error as FileError {
      throw error
    } catch {
      try Sentence.expect("\(error)", file)
    }
  }

  private static func lesson(_ trial: inout Trial) throws {
    let name = trial.chance.pick(SampleFiles.lessons)
    let bytes = Mutator.mutated(SampleFiles.shipped(name), &trial.chance)
    let text = try Document.text(of: try trial.write("lesson.yaml", bytes))
    let (beginning, faults) = LessonReader.beginning(
      of: text, trial.path("lesson.yaml"), checksModel: ModelFile.check)
    for fault in faults.prefix(20) { try Sentence.expect("\(fault)", name) }
    // What it says is compared with the engine for a part of them: that takes longer.
    guard let lesson = beginning, trial.chance.oneIn(20) else { return }
    let model: LoadedModel?
    switch lesson.model {
    case .named(let name): model = name == "latch" ? latch : try library.load(name)
    case .own(let value): model = try library.load(try ModelFile(value, of: lesson.file))
    }
    guard let model else { return }
    for fault in LessonCheck.faults(of: lesson, on: model, text: text, draws: trial.chance.oneIn(4))
      .prefix(20)
    {
      try Sentence.expect("\(fault)", name)
    }
  }

  /// The program itself reads what was kept; what it cannot read it leaves.
  private static func progress(_ trial: inout Trial) throws {
    let name = "home/.local/state/unroll/progress.json"
    let bytes = Mutator.mutated(Array(SampleFiles.progress.utf8), &trial.chance)
    try trial.write(name, bytes)
    for command in [["lessons"], ["play", "2", "--plain"]] {
      try Unclean.check(
        try trial.run(command, input: Array("\n\n".utf8)), "progress.json, \(command)")
    }
    let isJSON = (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
    guard isJSON || bytes.isEmpty || trial.read(name) == bytes else {
      throw Fault("a progress.json that cannot be read was replaced")
    }
  }
}
