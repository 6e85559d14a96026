import Kernels
import ModelFiles
import Screen
import Tutor
import Vocabulary

/// A tutor with the world around it: it carries out what an update asks for.
struct Session {
  private(set) var state: State
  private let library: ModelLibrary

  init(
    _ model: LoadedModel, observation: Int?, library: ModelLibrary, kernels: Kernels = .chosen
  ) throws {
    self.library = library
    state = try State(
      model, observation: observation, models: (try? library.shipped()) ?? [],
      kernels: kernels)
  }

  /// Carries a command out.
  ///
  /// - Returns: false once the program is to end.
  mutating func perform(_ command: Command) -> Bool {
    switch state.update(command) {
    case nil: return true
    case .quit: return false
    case .load(let name):
      do { state.open(try library.load(name)) } catch { state.refuse("\(error)") }
      return true
    }
  }

  /// Carries commands out that stand in a script.
  ///
  /// - Throws: a sentence that names the first command that was refused.
  mutating func run(_ commands: [Command]) throws {
    for command in commands {
      guard perform(command) else { return }
      if state.isRefused {
        throw Failure("--do: '\(command)': \(state.message ?? "refused")")
      }
    }
  }

  /// What a key does: a digit is part of a count, any other key has its command in the keymap.
  ///
  /// - Returns: false once the program is to end.
  mutating func press(_ key: Key) -> Bool {
    if case .character(let character) = key, let digit = character.wholeNumberValue,
      character.isASCII, digit > 0 || state.count != nil
    {
      state.type(digit: digit)
      return true
    }
    guard let command = Keymap.command(for: key, in: state.context, count: state.count) else {
      return true
    }
    return perform(command)
  }
}
