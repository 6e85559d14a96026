import Pickle

/// Gathers the tensors of a module and of those within it, by their names.
struct TorchWalk {
  /// Values met at most: a module may hold itself, or one that is shared many times over.
  static let mostSteps = 200_000

  private var contents: TorchContents
  private(set) var tensors: [(name: String, tensor: TorchTensor)] = []
  private(set) var classes: [(module: String, TorchClass)] = []
  private(set) var unread: [String] = []
  private(set) var steps = 0

  init(_ contents: TorchContents) { self.contents = contents }

  mutating func take(_ value: PickleValue, path: String, depth: Int) {
    let module = contents.attributes(value)
    count(path, besides: module?.pairs.count ?? 0)
    guard steps < Self.mostSteps, depth < 64 else {
      steps = Self.mostSteps
      return
    }
    guard let (attributes, isScript) = module else {
      gather(contents.pairs(value), path)
      return
    }
    if case .made(let made)? = contents.pickle.object(value), let maker = contents.maker(made) {
      let isTorch = maker.module.contains("torch.nn.modules.")
      let plain = attributes.filter { $0.value.isPlain }
      classes.append(
        (
          path,
          TorchClass(
            name: maker.name, isTorch: isTorch, isScript: isScript,
            attributes: Dictionary(plain.map { ($0.key, $0.value) }) { $1 })
        ))
    }
    if !isScript {
      for (key, value) in attributes where key == "_parameters" || key == "_buffers" {
        gather(contents.pairs(value), path)
      }
      for (key, value) in attributes where key == "_modules" {
        for (name, module) in contents.pairs(value) {
          take(module, path: Self.joined(path, name), depth: depth + 1)
        }
      }
    } else {
      gather(attributes, path)
      for (key, value) in attributes where contents.attributes(value) != nil {
        take(value, path: Self.joined(path, key), depth: depth + 1)
      }
    }
  }

  private mutating func gather(_ pairs: [(key: String, value: PickleValue)], _ path: String) {
    for (key, value) in pairs {
      let name = Self.joined(path, key)
      count(name)
      guard steps < Self.mostSteps else { return }
      if let tensor = TorchTensor(value, in: contents.pickle) {
        tensors.append((name, tensor))
      } else if case .made(let made)? = contents.pickle.object(value), let maker = made.maker.name,
        maker.dotted.contains("_rebuild")
      {
        unread.append(name)
      }
    }
  }

  /// Counts a step, and more of them for a long name: a text may be shared as values are.
  private mutating func count(_ name: String, besides others: Int = 0) {
    steps += 1 + others + name.utf8.count / 200
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
