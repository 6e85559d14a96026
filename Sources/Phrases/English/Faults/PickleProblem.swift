import Pickle
import Wording

extension PickleProblem: CustomStringConvertible {
  /// What was found and what to do, without the place.
  package var description: String {
    switch self {
    case .cutShort(let size):
      "its pickle ends in the middle, after \(counted(size, "byte")); the file is cut short"
    case .damaged(let position):
      "its pickle is damaged at byte \(position); save the file again"
    case .instruction(let byte, let position):
      "its pickle has the instruction \(byte) at byte \(position), which is none, or reaches for "
        + "something outside the file; save the weights alone, with "
        + "torch.save(model.state_dict(), FILE)"
    case .version(let version):
      "its pickle has protocol \(version), and 0 to 5 are read"
    case .tooManySteps(let limit):
      "its pickle has more than \(grouped(limit)) instructions, the most that are read; save the "
        + "weights alone, with torch.save(model.state_dict(), FILE)"
    }
  }
}
