import Vocabulary

extension CommandError: CustomStringConvertible {
  /// What was found, and what to write.
  package var description: String {
    switch self {
    case .empty:
      return "an empty command; write for example 'go 12' or 'select lstm2; go last'"
    case .unknownCommand(let word, let nearest):
      let remedy =
        nearest.map { "did you mean '\($0)'?" }
        ?? "the commands are " + CommandForm.all.map(\.name).joined(separator: ", ")
      return "unknown command '\(word)'; \(remedy)"
    case .badArguments(let command, let found):
      let form = CommandForm.all.first { $0.name == command }?.arguments ?? ""
      let expected = form.isEmpty ? "nothing after it" : form
      let given = found.isEmpty ? "nothing" : "'\(found)'"
      return "'\(command)' takes \(expected); found \(given)"
    case .tooLarge(let number): return WholeNumber.sentence(tooLarge: number)
    case .tooManyUnits:
      return "a list names at most 100,000 units; write 'all' for every unit of the layer"
    }
  }
}
