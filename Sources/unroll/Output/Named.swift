import Phrases

/// What an option was given, where that names something: the error of an empty one has the option's
/// name.
func named(_ argument: String) throws -> String {
  guard !argument.isEmpty else { throw Failure(FilePhrases.emptyName) }
  return argument
}
