/// One value of a pickle. What can hold others is an object of its own, since it may be met again.
package enum PickleValue: Hashable, Sendable {
  case none
  case truth(Bool)
  case integer(Int)
  /// An integer of more than 64 bits, its bytes in two's complement, the lowest first.
  case longInteger([UInt8])
  case number(Double)
  case text(String)
  case bytes(ArraySlice<UInt8>)
  /// Something that Python would import.
  case global(PickleName)
  case object(PickleReference)
}

/// Which object a value means.
package struct PickleReference: Hashable, Sendable {
  let place: Int
}

/// What Python would import: a name in a module.
package struct PickleName: Hashable, Sendable {
  package let module: String
  package let name: String

  package init(_ module: String, _ name: String) {
    self.module = module
    self.name = name
  }

  /// `collections.OrderedDict`.
  package var dotted: String { "\(module).\(name)" }
}
