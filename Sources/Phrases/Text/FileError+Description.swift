import Documents
import Wording

extension FileError: CustomStringConvertible {
  /// One sentence: where, what was found, what to do. Safe to print on a terminal.
  package var description: String { Cleaning.text("\(place): \(problem.sentence)") }
}

extension FileProblem {
  /// What was found and what to do, without the place: as the problem describes itself.
  package var sentence: String { String(describing: self) }
}
