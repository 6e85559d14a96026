import ModelFiles
import Wording

extension PassedOver: CustomStringConvertible {
  /// One sentence: the file and what was passed over in it. Safe to print on a terminal.
  package var description: String {
    switch content {
    case .tensors(let tensors):
      let names = tensors.map { "'\($0.name)' (\($0.type))" }
      return Cleaning.text(
        "\(file): passed over \(listed(names, "and")), which holds no weights that can be read")
    case .columns(let columns):
      return Cleaning.text(
        "\(file): passed over \(listed(columns.map(\.words), "and")), an index or no numbers")
    }
  }
}
