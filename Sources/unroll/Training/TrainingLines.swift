import Documents
import Foundation
import Learning
import Phrases

/// A training as JSON: one object an epoch, a line each, and one at the end.
///
/// A number that is none, and an accuracy where no answer is ever right, is null. `validation_…` are left
/// out where nothing judges.
struct TrainingLines: TrainingReport {
  private let plan: TrainingPlan
  private let output: String?

  init(_ plan: TrainingPlan, output: String?) {
    (self.plan, self.output) = (plan, output)
  }

  func begin() {}
  func step(_ run: TrainingRun) {}

  func epoch(_ result: EpochResult) throws {
    var members: [(String, JSON)] = [
      ("epoch", .number("\(result.epoch)")), ("epochs", .number("\(plan.run.settings.epochs)")),
    ]
    members += Self.members(of: result.training, "")
    if let validation = result.validation { members += Self.members(of: validation, "validation_") }
    members.append(("rate", Self.number(result.rate)))
    members.append(("baselines", baselines))
    try write(members)
  }

  func end(_ run: TrainingRun, _ ending: TrainingEnding) throws {
    var members: [(String, JSON)] = [
      ("end", .string(Self.word(ending, run))), ("epochs", .number("\(run.epoch)")),
      ("batch", .number("\(run.batch)")),
      ("best_epoch", run.best.map { .number("\($0.epoch)") } ?? .word("null")),
      ("output", output.map { .string($0) } ?? .word("null")),
    ]
    if case .problem(let problem) = ending {
      members.append(("problem", .string(problem.sentence)))
    }
    members.append(("baselines", baselines))
    try write(members)
  }

  private static func word(_ ending: TrainingEnding, _ run: TrainingRun) -> String {
    switch ending {
    case .done: run.epoch < run.settings.epochs ? "patience" : "epochs"
    case .signal: "signal"
    case .problem: "problem"
    }
  }

  private var baselines: JSON {
    .array(
      plan.baselines.map {
        .object(
          ([("rule", .string($0.rule.name))] + Self.members(of: $0.measure, "")).map {
            (key: $0.0, value: $0.1)
          })
      })
  }

  private static func members(of measure: Measure, _ prefix: String) -> [(String, JSON)] {
    [
      ("\(prefix)loss", number(measure.loss)),
      ("\(prefix)accuracy", measure.accuracy.map(number) ?? .word("null")),
    ]
  }

  private static func number(_ value: Double) -> JSON {
    value.isFinite ? .number("\(value)") : .word("null")
  }

  private func write(_ members: [(String, JSON)]) throws {
    let object = JSON.object(members.map { (key: $0.0, value: $0.1) })
    try Output.write(Data((object.line + "\n").utf8))
  }
}
