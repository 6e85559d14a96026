extension Formula: CustomStringConvertible {
  /// A text that is read as the same formula. Brackets are kept by the reader as what they are, so
  /// none are needed for the order of operations.
  package var description: String {
    switch self {
    case .number(let value, let digits): Self.text(of: value, digits: digits)
    case .name(let name): name
    case .quantity(let quantity): "\(quantity)"
    case .negative(let part): "-\(part)"
    case .combined(let left, let operation, let right):
      "\(left) \(operation.rawValue) \(right)"
    case .call(let function, let parts): "\(function.rawValue)(\(Self.list(parts)))"
    case .tuple(let parts): "(\(Self.list(parts)))"
    }
  }

  private static func list(_ parts: [Formula]) -> String {
    parts.map(\.description).joined(separator: ", ")
  }

  /// The number with as many digits behind its point as were written.
  private static func text(of value: Double, digits: Int) -> String {
    if value == value.rounded(), value.magnitude < 1e15 {
      return "\(Int(value))" + (digits > 0 ? "." + String(repeating: "0", count: digits) : "")
    }
    let text = "\(value)"
    let written = text.split(separator: ".").last?.count ?? 0
    return text + String(repeating: "0", count: max(0, text.contains("e") ? 0 : digits - written))
  }
}
