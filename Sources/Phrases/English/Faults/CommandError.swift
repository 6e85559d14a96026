import Vocabulary
import Wording

extension CommandError: CustomStringConvertible {
  /// What was found, and what to write.
  package var description: String {
    switch self {
    case .empty:
      return "an empty command; write for example 'go 12' or 'select lstm2; go last'"
    case .unknownCommand(let word):
      let names = CommandForm.all.map(\.name)
      guard let near = nearest(to: word, in: names) else {
        return "unknown command '\(word)'; the commands are \(names.joined(separator: ", "))"
      }
      return "unknown command '\(word)'; did you mean '\(near)'?"
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
