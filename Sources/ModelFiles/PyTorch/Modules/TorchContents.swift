import Pickle

/// What stands in the dictionaries of a pickle. Each is gone through once, however many values name it.
struct TorchContents {
  /// A dictionary by its texts.
  private struct Known {
    let pairs: [(key: String, value: PickleValue)]
    /// Whether it is what a module of PyTorch's keeps.
    let isModule: Bool
  }

  let pickle: Pickle
  private var dictionaries: [PickleReference: Known] = [:]

  init(_ pickle: Pickle) { self.pickle = pickle }

  private mutating func known(_ value: PickleValue) -> Known? {
    guard case .object(let reference) = value else { return nil }
    if let known = dictionaries[reference] { return known }
    let pairs = pickle.pairs(value)
    let new = Known(
      pairs: pairs,
      isModule: pairs.contains { $0.key == "_modules" || $0.key == "_parameters" })
    dictionaries[reference] = new
    return new
  }

  /// Key and value of a dictionary, in their order; nothing for anything else.
  mutating func pairs(_ value: PickleValue) -> [(key: String, value: PickleValue)] {
    known(value)?.pairs ?? []
  }

  /// What a module keeps, by name: of one of PyTorch's, that has `_modules`, or of one of TorchScript's,
  /// that keeps tensors and modules beside its attributes. Nil for anything else.
  mutating func attributes(
    _ value: PickleValue
  ) -> (pairs: [(key: String, value: PickleValue)], isScript: Bool)? {
    guard case .made(let made)? = pickle.object(value), let state = made.state else { return nil }
    let known = known(state)
    if known?.isModule == true { return (known?.pairs ?? [], false) }
    guard maker(made)?.module.hasPrefix("__torch__") == true else { return nil }
    return (known?.pairs ?? [], true)
  }

  /// The class of what was made; the old form keeps it beside its source.
  func maker(_ made: PickleMade) -> PickleName? {
    var maker = made.maker
    if maker.name?.name == "_reconstructor", let first = made.arguments.first { maker = first }
    if case .persistent(let reference)? = pickle.object(maker) {
      let parts = pickle.elements(reference)
      if parts.first == .text("module"), parts.count > 1 { maker = parts[1] }
    }
    return maker.name
  }
}
