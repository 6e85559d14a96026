/// What a user can ask of the tutor.
///
/// A key press, a line at the prompt or after `--do`, a lesson's step and a test are all commands.
/// Each has one text form: `Command(parsing: "go 12")` reads it and `description` prints it again.
/// The commands themselves are those of the groups; each group has a file.
package enum Command: Hashable, Sendable {
  /// Where one looks.
  case navigation(Navigation)
  /// How one looks at it.
  case viewing(Viewing)
  /// What moves by itself.
  case playing(Playing)
  /// What is changed: settings, what-ifs, sizes.
  case changing(Changing)
  /// What is asked.
  case asking(Asking)
  /// Training the open network.
  case training(Training)
  /// The game of guessing.
  case guessing(Guessing)
  /// Places that are kept, and places that stop playing.
  case marking(Marking)
  /// What is laid over the screen.
  case overlaying(Overlaying)
  /// The list of the observations.
  case listing(Listing)
  /// The steps and questions of a lesson.
  case lessonStep(LessonStep)
  /// Back, on again, and out.
  case travelling(Travelling)

  /// The command as one of its group.
  private var inGroup: any CommandGroup {
    switch self {
    case .navigation(let command): command
    case .viewing(let command): command
    case .playing(let command): command
    case .changing(let command): command
    case .asking(let command): command
    case .training(let command): command
    case .guessing(let command): command
    case .marking(let command): command
    case .overlaying(let command): command
    case .listing(let command): command
    case .lessonStep(let command): command
    case .travelling(let command): command
    }
  }

  /// Whether a lesson may do it; the rest belongs to the one who learns or to the world outside.
  package var isForLessons: Bool { inGroup.isForLessons }

  /// The command with a count typed before its key.
  ///
  /// A count multiplies a distance ("3 →" is three timesteps) and names a place for `g` and `G`
  /// ("12 g" is timestep 12); other commands are done once.
  package func repeated(_ count: Int) -> Command {
    switch self {
    case .navigation(let command): .navigation(command.repeated(count))
    case .changing(let command): .changing(command.repeated(count))
    case .listing(let command): .listing(command.repeated(count))
    case .training(let command): .training(command.repeated(count))
    case .viewing, .playing, .asking, .guessing, .marking, .overlaying, .lessonStep, .travelling:
      self
    }
  }
}

extension Command: CustomStringConvertible {
  /// The text form that `init(parsing:)` reads.
  package var description: String { inGroup.description }
}
