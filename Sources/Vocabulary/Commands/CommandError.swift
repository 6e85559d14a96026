import Wording

/// Why a line is not a command.
package enum CommandError: Error, Hashable, Sendable {
  /// The line, or a part of it between two `;`, is empty.
  case empty
  /// No command begins with this word.
  case unknownCommand(String)
  /// The words after the command are not what it takes.
  case badArguments(command: String, found: String)
  /// A number among them is beyond what `WholeNumber` takes, which says so.
  case tooLarge(String)
  /// More units at once than a list of them holds.
  case tooManyUnits
}

extension CommandError: CustomStringConvertible {
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
    case .tooLarge(let sentence): return sentence
    case .tooManyUnits:
      return "a list names at most 100,000 units; write 'all' for every unit of the layer"
    }
  }
}
