import Documents
import Engine
import Pickle
import Wording

extension TorchState {
  /// The weights in a file: those of a state dict, of one within a checkpoint, or of a whole module.
  init(_ file: TorchFile) throws(FileError) {
    let search = TorchSearch(file.pickle)
    guard let place = try search.network(file.name) else {
      throw FileError(file.name, .torch(.noState))
    }
    var walk = TorchWalk(file.pickle)
    walk.take(place, path: "", depth: 0)
    guard walk.steps < TorchWalk.mostSteps else {
      throw FileError(file.name, .torch(.tooDeep))
    }
    classes = walk.classes
    unread = walk.unread
    var total = 0
    for (name, tensor) in walk.tensors {
      guard let count = tensor.count else {
        throw FileError(file.name, .torch(.tensor(excerpt(name), .beyondStorage)))
      }
      total = total.addingReportingOverflow(count).overflow ? .max : total + count
      guard total <= NetworkPlan.mostWeights else {
        throw FileError(file.name, .tooManyNumbers(found: total, limit: NetworkPlan.mostWeights))
      }
      parameters.append((name, try tensor.read(named: name, of: file)))
    }
  }
}

/// Looks for a network's weights in what a file holds.
private struct TorchSearch {
  let pickle: Pickle

  init(_ pickle: Pickle) { self.pickle = pickle }

  /// What checkpoints call their state dict, the most usual first.
  private static let usual = [
    "model_state_dict", "state_dict", "model", "net", "model_state", "network", "module",
    "weights", "params", "state", "model_dict", "model_weights",
  ]

  /// The value that holds the weights; nil where there is none. Throws where there are several.
  func network(_ name: String) throws(FileError) -> PickleValue? {
    try network(pickle.root, name, depth: 0)
  }

  private func network(
    _ value: PickleValue, _ name: String, depth: Int
  ) throws(FileError) -> PickleValue? {
    if isNetwork(value) { return value }
    guard depth < 3 else { return nil }
    let pairs = pickle.pairs(value)
    let found = pairs.filter { isNetwork($0.value) }
    for key in Self.usual {
      if let usual = found.first(where: { $0.key == key }) { return usual.value }
    }
    if found.count > 1 {
      throw FileError(name, .torch(.severalNetworks(found.map { excerpt($0.key) })))
    }
    if let only = found.first { return only.value }
    for inner in pairs.map(\.value) + pickle.elements(value).prefix(8) {
      if let found = try network(inner, name, depth: depth + 1) { return found }
    }
    return nil
  }

  /// Whether a value is a state dict, with tensors of which some are called weights, or a whole module.
  private func isNetwork(_ value: PickleValue) -> Bool {
    if TorchWalk.attributes(value, in: pickle) != nil { return true }
    return pickle.pairs(value).contains { key, value in
      key.contains("weight") && TorchTensor(value, in: pickle) != nil
    }
  }
}

/// Gathers the tensors of a module and of those within it, by their names.
private struct TorchWalk {
  /// Values met at most: a module may hold itself, or one that is shared many times over.
  static let mostSteps = 200_000

  let pickle: Pickle
  private(set) var tensors: [(String, TorchTensor)] = []
  private(set) var classes: [(module: String, TorchClass)] = []
  private(set) var unread: [String] = []
  private(set) var steps = 0

  init(_ pickle: Pickle) { self.pickle = pickle }

  /// What a module keeps, by name: of one of PyTorch's, that has `_modules`, or of one of TorchScript's,
  /// that keeps tensors and modules beside its attributes. Nil for anything else.
  static func attributes(
    _ value: PickleValue, in pickle: Pickle
  ) -> [(key: String, value: PickleValue)]? {
    guard case .made(let made)? = pickle.object(value), let state = made.state else { return nil }
    let pairs = pickle.pairs(state)
    let isModule =
      pairs.contains { $0.key == "_modules" || $0.key == "_parameters" }
      || maker(made, in: pickle)?.module.hasPrefix("__torch__") == true
    return isModule ? pairs : nil
  }

  /// The class of what was made; the old form keeps it beside its source.
  private static func maker(_ made: PickleMade, in pickle: Pickle) -> PickleName? {
    var maker = made.maker
    if maker.name?.name == "_reconstructor", let first = made.arguments.first { maker = first }
    if case .persistent(let reference)? = pickle.object(maker) {
      let parts = pickle.elements(reference)
      if parts.first == .text("module"), parts.count > 1 { maker = parts[1] }
    }
    return maker.name
  }

  mutating func take(_ value: PickleValue, path: String, depth: Int) {
    let attributes = Self.attributes(value, in: pickle)
    steps += 1 + (attributes?.count ?? 0)
    guard steps < Self.mostSteps, depth < 64 else {
      steps = Self.mostSteps
      return
    }
    guard let attributes else {
      gather(pickle.pairs(value), path)
      return
    }
    if case .made(let made)? = pickle.object(value), let maker = Self.maker(made, in: pickle) {
      let isTorch = maker.module.contains("torch.nn.modules.")
      let plain = attributes.filter { $0.value.isPlain }
      classes.append(
        (
          path,
          TorchClass(
            name: maker.name, isTorch: isTorch,
            attributes: Dictionary(plain.map { ($0.key, $0.value) }) { $1 })
        ))
    }
    if attributes.contains(where: { $0.key == "_modules" || $0.key == "_parameters" }) {
      for (key, value) in attributes where key == "_parameters" || key == "_buffers" {
        gather(pickle.pairs(value), path)
      }
      for (key, value) in attributes where key == "_modules" {
        for (name, module) in pickle.pairs(value) {
          take(module, path: Self.joined(path, name), depth: depth + 1)
        }
      }
    } else {
      gather(attributes, path)
      for (key, value) in attributes where Self.attributes(value, in: pickle) != nil {
        take(value, path: Self.joined(path, key), depth: depth + 1)
      }
    }
  }

  private mutating func gather(_ pairs: [(key: String, value: PickleValue)], _ path: String) {
    for (key, value) in pairs {
      steps += 1
      guard steps < Self.mostSteps else { return }
      let name = Self.joined(path, key)
      if let tensor = TorchTensor(value, in: pickle) {
        tensors.append((name, tensor))
      } else if case .made(let made)? = pickle.object(value), let maker = made.maker.name,
        maker.dotted.contains("_rebuild")
      {
        unread.append(name)
      }
    }
  }

  private static func joined(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }
}

extension PickleValue {
  /// Whether it is a text, a number or a truth.
  fileprivate var isPlain: Bool {
    switch self {
    case .truth, .integer, .number, .text: true
    default: false
    }
  }
}
