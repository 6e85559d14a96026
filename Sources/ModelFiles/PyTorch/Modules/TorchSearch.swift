import Documents
import Pickle
import Wording

/// Looks for a network's weights in what a file holds.
///
/// Values may be shared, so each is looked at once for each depth at which it can be met.
struct TorchSearch {
  private(set) var contents: TorchContents
  private var judged: [PickleReference: Bool] = [:]
  /// How deep a value stood when it was searched.
  private var searched: [PickleReference: Int] = [:]

  init(_ pickle: Pickle) { contents = TorchContents(pickle) }

  /// How deep a network may stand.
  private static let deepest = 3
  /// A key that is longer is no tensor's name.
  private static let longestName = 1000

  /// What checkpoints call their state dict, the most usual first.
  private static let usual = [
    "model_state_dict", "state_dict", "model", "net", "model_state", "network", "module",
    "weights", "params", "state", "model_dict", "model_weights",
  ]

  /// The value that holds the weights; nil where there is none. Throws where there are several.
  mutating func network(_ name: String) throws(FileError) -> PickleValue? {
    try network(contents.pickle.root, name, depth: 0)
  }

  private mutating func network(
    _ value: PickleValue, _ name: String, depth: Int
  ) throws(FileError) -> PickleValue? {
    guard case .object(let reference) = value else { return nil }
    if isNetwork(reference) { return value }
    guard depth < Self.deepest, depth < searched[reference] ?? .max else { return nil }
    searched[reference] = depth
    let pairs = contents.pairs(value)
    var found: [(key: String, value: PickleValue)] = []
    for pair in pairs {
      if case .object(let inner) = pair.value, isNetwork(inner) { found.append(pair) }
    }
    for key in Self.usual {
      if let usual = found.first(where: { $0.key == key }) { return usual.value }
    }
    if found.count > 1 {
      throw FileError(name, .torch(.severalNetworks(found.map { excerpt($0.key) })))
    }
    if let only = found.first { return only.value }
    for inner in pairs.map(\.value) + contents.pickle.elements(value).prefix(8) {
      if let found = try network(inner, name, depth: depth + 1) { return found }
    }
    return nil
  }

  /// Whether a value is a state dict, with tensors of which some are called weights, or a whole module.
  private mutating func isNetwork(_ reference: PickleReference) -> Bool {
    if let known = judged[reference] { return known }
    let value = PickleValue.object(reference)
    let answer =
      contents.attributes(value) != nil
      || contents.pairs(value).contains { key, value in
        key.utf8.count <= Self.longestName && key.contains("weight")
          && TorchTensor(value, in: contents.pickle) != nil
      }
    judged[reference] = answer
    return answer
  }
}
