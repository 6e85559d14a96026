import Vocabulary

extension CommandError: CustomStringConvertible {
  /// What was found, and what to write.
  package var description: String {
    switch self {
    case .empty:
      return "an empty command; write for example 'go 12' or 'select lstm2; go last'"
    case .unknownCommand(let word, let nearest):
      guard !nearest.isEmpty else { return "unknown command '\(word)'; 'help' lists the commands" }
      let meant = listed(nearest.map { "'\($0)'" }, "or")
      let others = nearest.count > 1 ? " 'help' lists all" : ""
      return "unknown command '\(word)'; did you mean \(meant)?\(others)"
    case .badArguments(let command, let found):
      let form = CommandForm.all.first { $0.name == command }?.arguments ?? ""
      let expected = form.isEmpty ? "nothing after it" : form
      let given = found.isEmpty ? "nothing" : "'\(found)'"
      return "'\(command)' takes \(expected); found \(given)"
    case .tooLarge(let number): return WholeNumber.sentence(tooLarge: number)
    case .tooManyUnits:
      return "a list names at most 100,000 units; write 'all' for every unit of the layer"
    case .badFilter(let text, let error):
      return "'\(text)': \(error.sentence); write for example 'where output > 0.5 and truth = 0'"
    case .notOfObservations(let name, let nearest):
      let known = listed(ObservationFilter.Name.allCases.map(\.rawValue), "and")
      return "an observation has no '\(name)'; "
        + (nearest.map { "did you mean '\($0)'?" } ?? "it has \(known)")
    }
  }
}
