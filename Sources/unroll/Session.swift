import Kernels
import ModelFiles
import Screen
import Tutor
import Vocabulary

/// A tutor with the world around it: it carries out what an update asks for.
struct Session {
  private(set) var state: State
  private let library: ModelLibrary
  private let clipboard: Clipboard
  private let seed: UInt64
  /// The model as it was asked for: its name stands for it, whatever else has that name.
  private let opened: LoadedModel

  /// Opens a model; `observation` opens in place of its own first one, and `seed` is that of models
  /// without weights that are opened later.
  init(
    _ model: LoadedModel, observation: Int?, library: ModelLibrary, seed: UInt64,
    kernels: Kernels = .chosen, clipboard: Clipboard = Clipboard(asksTerminal: false)
  ) throws {
    self.library = library
    self.seed = seed
    self.clipboard = clipboard
    var opened = model
    opened.firstObservation = observation ?? model.firstObservation
    self.opened = opened
    let shipped = (try? library.shipped()) ?? []
    state = try State(
      opened, models: shipped.contains(opened.name) ? shipped : [opened.name] + shipped,
      kernels: kernels)
  }

  /// Carries a command out.
  ///
  /// - Returns: false once the program is to end.
  mutating func perform(_ command: Command) -> Bool {
    switch state.update(command) {
    case nil: return true
    case .quit: return false
    case .copy(let text):
      do { try clipboard.add(text) } catch { state.refuse("\(error)") }
      return true
    case .load(let name):
      do { state.open(try model(named: name)) } catch { state.refuse("\(error)") }
      return true
    }
  }

  private func model(named name: String) throws -> LoadedModel {
    name == opened.name ? opened : try library.load(name, seed: seed)
  }

  /// Carries commands out that stand in a script.
  ///
  /// - Returns: false where one of them ends the program; none behind it is carried out.
  /// - Throws: a sentence that names the first command that was refused.
  mutating func run(_ commands: [Command]) throws -> Bool {
    for command in commands {
      guard perform(command) else { return false }
      if state.isRefused {
        throw Failure("--do: '\(command)': \(state.message ?? "refused")")
      }
    }
    return true
  }

  /// Says how many values the screen can show in one cell.
  mutating func show(on look: Look) { state.hasHalfCells = look.hasHalfCells }

  /// What a key does; false once the program is to end.
  mutating func press(_ key: Key) -> Bool {
    state.command(for: key).map { perform($0) } ?? true
  }

  /// What the mouse does in a window of a size; false once the program is to end.
  mutating func press(_ mouse: Mouse, size: Size) -> Bool {
    hit(mouse, in: state, size: size).map { perform($0) } ?? true
  }
}
