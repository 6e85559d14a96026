import Documents
import Wording

/// The order in which modules follow one another, so that each reads as many numbers as come to it.
struct TorchOrder {
  let modules: [TorchModule]
  /// Whether it is not the file's.
  let isOwn: Bool

  /// Places tried at most in looking for an order.
  private static let mostTries = 20_000

  /// An order of some modules.
  ///
  /// - Parameters:
  ///   - modules: those of the file.
  ///   - isOrdered: whether they stand in the order in which they were made.
  ///   - isChain: whether they have to fit; otherwise they stand as they came where no order does.
  /// - Throws: the modules with their widths, where no order fits.
  init(_ modules: [TorchModule], isOrdered: Bool, isChain: Bool) throws(TorchFault) {
    if isOrdered, Self.fits(modules) {
      self.modules = modules
      isOwn = false
      return
    }
    let solid = modules.filter { $0.gives != nil }
    let preferred = isOrdered ? solid : solid.sorted(by: Self.comesFirst)
    var search = Search(preferred)
    guard let order = search.order() ?? (isChain ? nil : preferred) else {
      throw .noChain(
        solid.prefix(12).map {
          TorchFault.Link(module: excerpt($0.name), reads: $0.reads, gives: $0.gives ?? 0)
        })
    }
    self.modules = order
    isOwn = true
  }

  private static func fits(_ modules: [TorchModule]) -> Bool {
    var width: Int?
    for (place, module) in modules.enumerated() {
      if module.isEmbedding, place > 0 { return false }
      if let width, let reads = module.reads, reads != width { return false }
      width = module.gives ?? width
    }
    return true
  }

  /// A table of words first, then recurrent modules, then those that only scale; otherwise by name, with
  /// numbers by value: 2 before 10.
  private static func comesFirst(_ left: TorchModule, _ right: TorchModule) -> Bool {
    for trait in [\TorchModule.isEmbedding, \.isRecurrent, \.isNormalisation]
    where left[keyPath: trait] != right[keyPath: trait] {
      return left[keyPath: trait]
    }
    return key(left.name).lexicographicallyPrecedes(key(right.name)) { $0 < $1 }
  }

  private static func key(_ name: String) -> [Part] {
    var parts: [Part] = []
    for character in name {
      if let digit = character.wholeNumberValue, character.isASCII {
        if case .number(let number)? = parts.last, number < 1 << 40 {
          parts[parts.count - 1] = .number(number * 10 + digit)
        } else {
          parts.append(.number(digit))
        }
      } else {
        parts.append(.letter(character))
      }
    }
    return parts
  }

  private enum Part: Comparable {
    case number(Int)
    case letter(Character)
  }

  /// Tries one module after another behind those that stand already.
  private struct Search {
    private let modules: [TorchModule]
    private var placed: [Int] = []
    private var isUsed: [Bool]
    private var tries = 0

    init(_ modules: [TorchModule]) {
      self.modules = modules
      isUsed = modules.map { _ in false }
    }

    mutating func order() -> [TorchModule]? {
      place(after: nil) ? placed.map { modules[$0] } : nil
    }

    private mutating func place(after width: Int?) -> Bool {
      if placed.count == modules.count { return true }
      for (index, module) in modules.enumerated() where !isUsed[index] {
        if let width, module.isEmbedding || module.reads.map({ $0 != width }) == true { continue }
        tries += 1
        guard tries < TorchOrder.mostTries else { return false }
        isUsed[index] = true
        placed.append(index)
        if place(after: module.gives) { return true }
        placed.removeLast()
        isUsed[index] = false
      }
      return false
    }
  }
}
