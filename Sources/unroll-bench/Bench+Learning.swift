import ArgumentParser
import Engine
import Foundation
import Learning
import ModelFiles

// What training takes, and what a user waits for meanwhile.
extension Bench {
  /// A step of the seed's network: 32 observations forward and back, and a step of Adam.
  func learning(_ library: ModelLibrary) throws -> [Measurement] {
    let model = try library.load("latch")
    guard let task = model.task else { throw ValidationError("the latch has a task") }
    var settings = TrainingSettings(loss: task.answer.loss)
    settings.epochs = .max
    var run = try TrainingRun(
      Network(model.description, seed: 1), training: task.examples(32, seed: 1),
      settings: settings)
    return [
      try Measurement.milliseconds("training step, 32 observations", runs: runs, perRun: 5) {
        try run.step()
      }
    ] + (try keysWhileTraining())
  }

  /// From a key to the screen while the program trains its network. The screen moves by itself meanwhile,
  /// so letters are typed that nothing else writes, and each is waited for.
  private func keysWhileTraining() throws -> [Measurement] {
    let folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let program = ProgramRun(folder.appending(path: "unroll").path)
    try program.begin(columns: 120, rows: 40)
    program.lead("T")
    program.lead(" :")
    for key in 0..<keys {
      if key % Self.lettersAtOnce == 0 { program.lead("\u{1b}:") }
      program.press(Self.letters[key % Self.letters.count], until: true)
    }
    try program.endKeys(keys, "120×40", of: "key while training")
    return program.measurements
  }

  /// Letters that stand in no sentence and no escape sequence of the screen, in turn.
  private static let letters = ["Q", "Z", "X", "W"]
  private static let lettersAtOnce = 40
}
