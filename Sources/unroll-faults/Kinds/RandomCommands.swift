import Engine
import LessonPlayer
import Lessons
import ModelFiles
import Screen
import Tutor
import Vocabulary

extension Kind {
  static let randomCommands = Kind(
    name: "random-commands",
    sentence: """
      Commands with names and numbers of every size to the tutor as a value, lessons among them: \
      nothing traps, what is printed is read again as the same, every size can be drawn.
      """,
    quick: Amount(trials: 4, each: 200), long: Amount(trials: 1000, each: 1000), batch: 20
  ) { trial in
    let shelf = Shelf()
    var state = try State(
      try shelf.model(trial.index % 8 == 0 ? "latch" : "small", trial), models: shelf.names)
    for count in 1...trial.each {
      let line = CommandGrammar.line(&trial.chance)
      trial.note("command \(count), '\(line)', after '\(state.position.screen)'")
      if let command = try? Command(parsing: line) {
        guard (try? Command(parsing: "\(command)")) == command else {
          throw Fault("'\(line)' is printed as '\(command)', which is not read as the same")
        }
        shelf.carryOut(state.update(command), on: &state, trial)
      }
      if trial.chance.oneIn(10) { press(&state, &trial.chance) }
      guard trial.chance.oneIn(25) else { continue }
      let sides = [0, 1, 17, 18, 24, 59, 60, 80, 100, 200, 400]
      let size = Size(width: trial.chance.pick(sides), height: trial.chance.pick(sides) / 2)
      trial.note("command \(count), '\(line)', drawn at \(size)")
      let frame = view(state, size: size).frame
      guard frame.width == size.width, frame.height == size.height else {
        throw Fault("after '\(line)' a frame of \(size) is \(frame.width)×\(frame.height)")
      }
      _ = PlainText(state).text
    }
  }

  private static func press(_ state: inout State, _ chance: inout SplitMix64) {
    let keys: [Key] = [
      .up, .down, .left, .right, .home, .end, .enter, .escape, .tab, .shiftTab, .backspace, .delete,
      .control("r"), .control("u"), .character("7"), .character("z"), .character("x"),
      .character("n"), .character("p"), .character("u"), .character("ก"), .character("\u{1161}"),
    ]
    let key = chance.pick(keys)
    state.press(key)
  }
}

/// What a tutor asks for that it cannot reach itself; each is read once.
private final class Shelf {
  let names = ["latch", "small"]
  private let library = ModelLibrary(explicit: Program.lessons)
  private var models: [String: LoadedModel] = [:]
  private var lessons: [String: Lesson] = [:]

  func model(_ name: String, _ trial: Trial) throws -> LoadedModel {
    if let model = models[name] { return model }
    let path = name == "small" ? try trial.write("small.yaml", SampleFiles.model) : name
    var model = try library.load(path)
    model.name = name
    models[name] = model
    return model
  }

  func carryOut(_ effects: [Effect], on state: inout State, _ trial: Trial) {
    for effect in effects { carryOut(effect, on: &state, trial) }
  }

  private func carryOut(_ effect: Effect, on state: inout State, _ trial: Trial) {
    do {
      switch effect {
      case .copy, .write, .quit: break
      case .goOn(let commands): carryOut(state.update(commands), on: &state, trial)
      case .load(let name): state.open(try model(name, trial))
      case .loadLesson(let name): try open(name, on: &state, trial)
      case .loadNextLesson: try open("2", on: &state, trial)
      case .listLessons:
        state.show(LessonList(SampleFiles.lessons.map { LessonEntry(name: $0, title: $0) }))
      }
    } catch { state.refuse(error) }
  }

  private func open(_ name: String, on state: inout State, _ trial: Trial) throws {
    let file = try LessonShelf(folder: Program.lessons).file(name)
    let lesson = try lessons[file] ?? LessonReader.read(file)
    lessons[file] = lesson
    if case .named(let name) = lesson.model {
      state.open(lesson, on: try model(name, trial))
    } else if case .own(let own) = lesson.model {
      state.open(lesson, on: try library.load(try ModelFile(own, of: file)))
    }
  }
}
