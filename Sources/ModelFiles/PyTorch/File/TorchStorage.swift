import Documents
import Pickle

/// What a pickle says of the storage of a tensor: `('storage', torch.FloatStorage, '0', 'cpu', 640)`.
struct TorchStorage {
  let key: String
  let type: StoredType
  /// Where it begins within the storage of that key, in numbers: the old form has views of others.
  let start: Int

  init?(_ value: PickleValue, in pickle: Pickle) {
    let parts = pickle.elements(value)
    guard parts.count >= 5, parts[0] == .text("storage"), case .global(let name) = parts[1],
      case .text(let key) = parts[2], let type = TorchNames.storages[name.name]
    else { return nil }
    self.key = key
    self.type = type
    if parts.count > 5, case .integer(let offset)? = pickle.elements(parts[5]).dropFirst().first {
      start = offset
    } else {
      start = 0
    }
  }
}

extension Pickle {
  /// What a list or a tuple holds; nothing for anything else.
  func elements(_ value: PickleValue) -> [PickleValue] {
    switch object(value) {
    case .list(let values), .tuple(let values): values
    default: []
    }
  }

  /// Key and value of a dictionary, also an ordered one, in their order; nothing for anything else.
  func pairs(_ value: PickleValue) -> [(key: String, value: PickleValue)] {
    let entries: [PickleEntry] =
      switch object(value) {
      case .dictionary(let entries): entries
      case .made(let made) where made.maker.name?.name == "OrderedDict": made.entries
      case .made(let made) where made.maker.name?.name == "defaultdict": made.entries
      default: []
      }
    return entries.compactMap { entry in
      if case .text(let key) = entry.key { (key, entry.value) } else { nil }
    }
  }

  /// The same to look up.
  func entries(_ value: PickleValue) -> [String: PickleValue] {
    Dictionary(pairs(value).map { ($0.key, $0.value) }) { $1 }
  }
}

extension PickleValue {
  /// What it would import; nil for anything else.
  var name: PickleName? { if case .global(let name) = self { name } else { nil } }
}
