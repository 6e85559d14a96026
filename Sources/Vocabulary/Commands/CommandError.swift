/// Why a line is not a command.
package enum CommandError: Error, Hashable, Sendable {
  /// The line, or a part of it between two `;`, is empty.
  case empty
  /// No command has this name; those that may be meant, the likeliest first.
  case unknownCommand(String, nearest: [String])
  /// The words after the command are not what it takes.
  case badArguments(command: String, found: String)
  /// A number among them is beyond what `WholeNumber` takes.
  case tooLarge(String)
  /// More units at once than a list of them holds.
  case tooManyUnits
  /// A part of what observations are to fulfil that is no comparison.
  case badFilter(String, FormulaError)
  /// What is not known of an observation.
  case notOfObservations(String, nearest: String?)
}
