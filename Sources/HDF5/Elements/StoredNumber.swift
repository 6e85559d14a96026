/// A number that any stored number can be read as.
protocol StoredNumber: Sendable {
  static var zero: Self { get }

  /// The number that some bits mean; nil where this type does not hold it.
  static func number(_ bits: UInt64, _ format: NumberFormat) -> Self?
}

extension Float: StoredNumber {
  /// Rounded to the nearest.
  static func number(_ bits: UInt64, _ format: NumberFormat) -> Float? {
    switch format.kind {
    case .signed: Float(format.signed(bits))
    case .unsigned: Float(bits)
    case .float(.single): Float(bitPattern: UInt32(truncatingIfNeeded: bits))
    case .float(let float): Float(float.value(bits))
    }
  }
}

extension Double: StoredNumber {
  static func number(_ bits: UInt64, _ format: NumberFormat) -> Double? {
    switch format.kind {
    case .signed: Double(format.signed(bits))
    case .unsigned: Double(bits)
    case .float(let float): float.value(bits)
    }
  }
}

extension Int: StoredNumber {
  static func number(_ bits: UInt64, _ format: NumberFormat) -> Int? {
    switch format.kind {
    case .signed: Int(format.signed(bits))
    case .unsigned: Int(exactly: bits)
    case .float: nil
    }
  }
}
