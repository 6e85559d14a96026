/// Running sums of some rows side by side, which a loop keeps in registers.
public protocol RowSums {
  /// The columns.
  associatedtype Vector: Lanes
  /// How many rows there are.
  static var rows: Int { get }
  /// The sums as they stand.
  init(from sums: MutableRows)
  /// sum[r] += left[r] · right, where the rows of `left` lie `stride` numbers apart.
  mutating func add<Rule: Rounding>(
    _ rule: Rule.Type, _ left: UnsafePointer<Float>, stride: Int, _ right: Vector)
  /// Writes them back.
  func write(to sums: MutableRows)
}

/// One row.
@frozen public struct OneRow<Vector: Lanes>: RowSums {
  @usableFromInline var sum: Vector

  /// One.
  @inlinable @inline(__always) public static var rows: Int { 1 }
  /// The sums as they stand.
  @inlinable @inline(__always) public init(from sums: MutableRows) {
    sum = Vector(from: sums.start)
  }
  /// sum += left · right.
  @inlinable @inline(__always) public mutating func add<Rule: Rounding>(
    _ rule: Rule.Type, _ left: UnsafePointer<Float>, stride: Int, _ right: Vector
  ) {
    sum = Rule.add(Vector(everywhere: left[0]), right, to: sum)
  }
  /// Writes them back.
  @inlinable @inline(__always) public func write(to sums: MutableRows) {
    sum.write(to: sums.start)
  }
}

/// Six rows: at two registers each their sums are what sixteen registers hold.
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
  @inlinable @inline(__always) public init(from sums: MutableRows) {
    sum0 = Vector(from: sums.row(0))
    sum1 = Vector(from: sums.row(1))
    sum2 = Vector(from: sums.row(2))
    sum3 = Vector(from: sums.row(3))
    sum4 = Vector(from: sums.row(4))
    sum5 = Vector(from: sums.row(5))
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
  @inlinable @inline(__always) public func write(to sums: MutableRows) {
    sum0.write(to: sums.row(0))
    sum1.write(to: sums.row(1))
    sum2.write(to: sums.row(2))
    sum3.write(to: sums.row(3))
    sum4.write(to: sums.row(4))
    sum5.write(to: sums.row(5))
  }
}
