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
    case .names(let names):
      return Cleaning.text(
        "\(file): it names \(listed(shortened(names), "and")), which is not known here and was not run"
      )
    case .assumed(let assumptions):
      return Cleaning.text(
        "\(file): weights do not say how they are used, so it is assumed that "
          + "\(listed(assumptions.map(\.words), "and")); 'unroll describe \(file)' writes a model "
          + "in which that can be changed")
    case .training(let settings):
      let words = settings.map { "\(listed($0.names, "and")) of \($0.layer)" }
      return Cleaning.text(
        "\(file): passed over \(listed(shortened(words), "and")); that changes no answer, but how Keras "
          + "would train it")
    }
  }

  /// The same in few words, for a line of the screen.
  package var brief: String {
    guard case .assumed = content else { return description }
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return Cleaning.text(
      "\(name) holds weights alone; 'unroll describe' says what is assumed of their use")
  }

  /// The same as lines for a model file, where it can be changed.
  package var lines: [String] {
    guard case .assumed(let assumptions) = content else { return [description] }
    return ["\(file): weights do not say how they are used, so it is assumed that"]
      + assumptions.map { "- \($0.words)" }
  }
}
