/// Back through what was done, on again, and out.
package enum Travelling: CommandGroup {
  /// Takes the last change back.
  case undo
  /// Makes a change again that was taken back.
  case redo
  /// Leaves the program.
  case quit

  package static let forms = [
    CommandForm("undo", "undo the last change", .undo),
    CommandForm("redo", "redo what was undone", .redo),
    CommandForm("quit", "leave Unroll", .quit),
  ]

  package var description: String {
    switch self {
    case .undo: "undo"
    case .redo: "redo"
    case .quit: "quit"
    }
  }

  package var isForLessons: Bool { false }
}

extension Command {
  package static let undo = travelling(.undo)
  package static let redo = travelling(.redo)
  package static let quit = travelling(.quit)
}
