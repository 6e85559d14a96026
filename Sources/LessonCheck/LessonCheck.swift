import Documents
import Kernels
import LessonPlayer
import Lessons
import ModelFiles
import Phrases
import Screen
import Tutor
import Vocabulary

/// Plays a lesson without a screen and compares all that it claims with what the engine computes:
/// every command, check, answer and live value, and every step's picture at the smallest sizes.
package struct LessonCheck {
  /// The sizes at which every step has to fit.
  package static let sizes = [Size(width: 80, height: 24), Size(width: 60, height: 18)]

  private let lesson: Lesson
  private let lines: [Substring]
  var explorer: Explorer
  var play: LessonPlay
  private(set) var draws = true
  private(set) var faults: [LessonFault] = []

  /// Everything that is wrong with a lesson on its model; `text` is its file, for the caret. Where it
  /// does not draw, only what the engine computes is compared; `kernels` are the loops it computes with.
  package static func faults(
    of lesson: Lesson, on model: LoadedModel, text: String = "", draws: Bool = true,
    kernels: Kernels = .portable
  ) -> [LessonFault] {
    do {
      var check = try LessonCheck(lesson, model, text, kernels)
      check.draws = draws
      check.run()
      return check.faults
    } catch {
      let problem: LessonFault.Problem =
        (error as? FileError).map { .file($0) } ?? .gap("\(error)")
      let place = lesson.observationPlace ?? lesson.modelPlace ?? Place(lesson.file)
      return [LessonFault(place, problem, in: text)]
    }
  }

  private init(_ lesson: Lesson, _ model: LoadedModel, _ text: String, _ kernels: Kernels) throws {
    self.lesson = lesson
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    explorer = try Explorer(
      model, observation: lesson.observation ?? model.firstObservation, kernels: kernels)
    explorer.hasHalfCells = false
    play = LessonPlay(lesson)
  }

  mutating func fault(_ place: Place, _ problem: LessonFault.Problem) {
    let fault = LessonFault(place, problem, in: lines)
    if !faults.contains(fault) { faults.gather(fault) }
  }

  private mutating func run() {
    for (index, step) in lesson.steps.enumerated() where !faults.isFull {
      run(step.commands)
      for check in step.checks { self.check(check) }
      play.index = index
      switch step.content {
      case .silent: break
      case .text(let text):
        self.check(text, step.place)
        look(step, text.place ?? step.place)
      case .question(let question): check(question, step)
      }
    }
  }

  mutating func run(_ commands: [PlacedCommand]) { explorer = after(commands) }

  /// The explorer after some commands more, each carried out to where it ends; a refused one is a fault.
  mutating func after(_ commands: [PlacedCommand]) -> Explorer {
    var explorer = explorer
    for placed in commands {
      explorer.finishAfresh(placed.command)
      if explorer.isRefused {
        fault(
          placed.place,
          .refused(command: "\(placed.command)", sentence: explorer.message))
      }
      explorer.greet(nil)
      // At the keyboard one stops at the end; in a lesson it is a slip.
      let last = explorer.timesteps - 1
      if let timestep = placed.command.timestep, timestep > last,
        explorer.position.screen != .schedule
      {
        fault(
          placed.place,
          .beyondLast(command: "\(placed.command)", last: last))
      }
    }
    return explorer
  }

  mutating func check(_ placed: PlacedCondition, in other: Explorer? = nil) {
    let moment = (other ?? explorer).moment
    guard holds(placed, in: moment) == false else { return }
    fault(
      placed.place,
      .checkFails(condition: placed.condition.text, found: moment.sides(of: placed.condition)))
  }

  /// Whether a condition holds; nil, and a fault, where it has no value.
  mutating func holds(_ placed: PlacedCondition, in moment: Moment) -> Bool? {
    do throws(Refusal) { return try moment.holds(placed.condition) } catch {
      fault(placed.place, .unknown(what: placed.condition.text, sentence: error.description))
      return nil
    }
  }

  mutating func check(_ text: LessonText?, _ place: Place, in other: Explorer? = nil) {
    let moment = (other ?? explorer).moment
    for formula in text?.values ?? [] {
      do throws(Refusal) { _ = try moment.value(of: formula) } catch {
        fault(text?.place ?? place, .unknown(what: "{\(formula)}", sentence: error.description))
      }
    }
  }
}

extension Command {
  /// The timestep that it names, where it goes to one.
  fileprivate var timestep: Int? {
    if case .navigation(.go(.at(let timestep))) = self { return timestep }
    if case .playing(.playTo(let timestep, _)) = self { return timestep }
    return nil
  }
}
