/// Running sums of some rows side by side, which a loop keeps in registers.
public protocol RowSums {
  /// The columns.
  associatedtype Vector: Lanes
  /// How many rows there are.
  static var rows: Int { get }
  /// The sums as they stand; each sixteen columns lie `apart` numbers behind the sixteen before.
  init(from sums: MutableRows, apart: Int)
  /// sum[r] += left[r] · right, where the rows of `left` lie `stride` numbers apart.
  mutating func add<Rule: Rounding>(
    _ rule: Rule.Type, _ left: UnsafePointer<Float>, stride: Int, _ right: Vector)
  /// Writes them back to where they stood.
  func write(to sums: MutableRows, apart: Int)
}

/// One row.
@frozen public struct OneRow<Vector: Lanes>: RowSums {
  @usableFromInline var sum0: Vector

  /// One.
  @inlinable @inline(__always) public static var rows: Int { 1 }
  /// The sums as they stand.
  @inlinable @inline(__always) public init(from sums: MutableRows, apart: Int) {
    sum0 = Vector(from: sums.row(0), apart: apart)
  }
  /// sum[r] += left[r] · right.
  @inlinable @inline(__always) public mutating func add<Rule: Rounding>(
    _ rule: Rule.Type, _ left: UnsafePointer<Float>, stride: Int, _ right: Vector
  ) {
    sum0 = Rule.add(Vector(everywhere: left[0]), right, to: sum0)
  }
  /// Writes them back.
  @inlinable @inline(__always) public func write(to sums: MutableRows, apart: Int) {
    sum0.write(to: sums.row(0), apart: apart)
  }
}

/// Two rows.
@frozen public struct TwoRows<Vector: Lanes>: RowSums {
  @usableFromInline var sum0: Vector
  @usableFromInline var sum1: Vector

  /// Two.
  @inlinable @inline(__always) public static var rows: Int { 2 }
  /// The sums as they stand.
  @inlinable @inline(__always) public init(from sums: MutableRows, apart: Int) {
    sum0 = Vector(from: sums.row(0), apart: apart)
    sum1 = Vector(from: sums.row(1), apart: apart)
  }
  /// sum[r] += left[r] · right.
  @inlinable @inline(__always) public mutating func add<Rule: Rounding>(
    _ rule: Rule.Type, _ left: UnsafePointer<Float>, stride: Int, _ right: Vector
  ) {
    sum0 = Rule.add(Vector(everywhere: left[0]), right, to: sum0)
    sum1 = Rule.add(Vector(everywhere: left[stride]), right, to: sum1)
  }
  /// Writes them back.
  @inlinable @inline(__always) public func write(to sums: MutableRows, apart: Int) {
    sum0.write(to: sums.row(0), apart: apart)
    sum1.write(to: sums.row(1), apart: apart)
  }
}

/// Five rows.
@frozen public struct FiveRows<Vector: Lanes>: RowSums {
  @usableFromInline var sum0: Vector
  @usableFromInline var sum1: Vector
  @usableFromInline var sum2: Vector
  @usableFromInline var sum3: Vector
  @usableFromInline var sum4: Vector

  /// Five.
  @inlinable @inline(__always) public static var rows: Int { 5 }
  /// The sums as they stand.
  @inlinable @inline(__always) public init(from sums: MutableRows, apart: Int) {
    sum0 = Vector(from: sums.row(0), apart: apart)
    sum1 = Vector(from: sums.row(1), apart: apart)
    sum2 = Vector(from: sums.row(2), apart: apart)
    sum3 = Vector(from: sums.row(3), apart: apart)
    sum4 = Vector(from: sums.row(4), apart: apart)
  }
  /// sum[r] += left[r] · right.
  @inlinable @inline(__always) public mutating func add<Rule: Rounding>(
    _ rule: Rule.Type, _ left: UnsafePointer<Float>, stride: Int, _ right: Vector
  ) {
    sum0 = Rule.add(Vector(everywhere: left[0]), right, to: sum0)
    sum1 = Rule.add(Vector(everywhere: left[stride]), right, to: sum1)
    sum2 = Rule.add(Vector(everywhere: left[2 * stride]), right, to: sum2)
    sum3 = Rule.add(Vector(everywhere: left[3 * stride]), right, to: sum3)
    sum4 = Rule.add(Vector(everywhere: left[4 * stride]), right, to: sum4)
  }
  /// Writes them back.
  @inlinable @inline(__always) public func write(to sums: MutableRows, apart: Int) {
    sum0.write(to: sums.row(0), apart: apart)
    sum1.write(to: sums.row(1), apart: apart)
    sum2.write(to: sums.row(2), apart: apart)
    sum3.write(to: sums.row(3), apart: apart)
    sum4.write(to: sums.row(4), apart: apart)
  }
}

/// Six rows.
@frozen public struct SixRows<Vector: Lanes>: RowSums {
  @usableFromInline var sum0: Vector
  @usableFromInline var sum1: Vector
  @usableFromInline var sum2: Vector
  @usableFromInline var sum3: Vector
  @usableFromInline var sum4: Vector
  @usableFromInline var sum5: Vector

  /// Six.
  @inlinable @inline(__always) public static var rows: Int { 6 }
  /// The sums as they stand.
  @inlinable @inline(__always) public init(from sums: MutableRows, apart: Int) {
    sum0 = Vector(from: sums.row(0), apart: apart)
    sum1 = Vector(from: sums.row(1), apart: apart)
    sum2 = Vector(from: sums.row(2), apart: apart)
    sum3 = Vector(from: sums.row(3), apart: apart)
    sum4 = Vector(from: sums.row(4), apart: apart)
    sum5 = Vector(from: sums.row(5), apart: apart)
  }
  /// sum[r] += left[r] · right.
  @inlinable @inline(__always) public mutating func add<Rule: Rounding>(
    _ rule: Rule.Type, _ left: UnsafePointer<Float>, stride: Int, _ right: Vector
  ) {
    sum0 = Rule.add(Vector(everywhere: left[0]), right, to: sum0)
    sum1 = Rule.add(Vector(everywhere: left[stride]), right, to: sum1)
    sum2 = Rule.add(Vector(everywhere: left[2 * stride]), right, to: sum2)
    sum3 = Rule.add(Vector(everywhere: left[3 * stride]), right, to: sum3)
    sum4 = Rule.add(Vector(everywhere: left[4 * stride]), right, to: sum4)
    sum5 = Rule.add(Vector(everywhere: left[5 * stride]), right, to: sum5)
  }
  /// Writes them back.
  @inlinable @inline(__always) public func write(to sums: MutableRows, apart: Int) {
    sum0.write(to: sums.row(0), apart: apart)
    sum1.write(to: sums.row(1), apart: apart)
    sum2.write(to: sums.row(2), apart: apart)
    sum3.write(to: sums.row(3), apart: apart)
    sum4.write(to: sums.row(4), apart: apart)
    sum5.write(to: sums.row(5), apart: apart)
  }
}
