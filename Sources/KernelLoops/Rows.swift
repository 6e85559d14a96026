/// Where a matrix lies: its first number and how far apart its rows are.
///
/// The distance may be zero (the same row over and over) or negative (the last row first).
@frozen public struct Rows {
  /// The first number of the first row.
  public var start: UnsafePointer<Float>
  /// The numbers between the starts of two rows.
  public var stride: Int

  /// Rows from `start` on, `stride` numbers apart.
  @inlinable @inline(__always)
  public init(_ start: UnsafePointer<Float>, stride: Int) {
    self.start = start
    self.stride = stride
  }

  /// Row `index`.
  @inlinable @inline(__always)
  public func row(_ index: Int) -> UnsafePointer<Float> { start + index * stride }
}

/// Where a matrix lies that is written to.
@frozen public struct MutableRows {
  /// The first number of the first row.
  public var start: UnsafeMutablePointer<Float>
  /// The numbers between the starts of two rows.
  public var stride: Int

  /// Rows from `start` on, `stride` numbers apart.
  @inlinable @inline(__always)
  public init(_ start: UnsafeMutablePointer<Float>, stride: Int) {
    self.start = start
    self.stride = stride
  }

  /// Row `index`.
  @inlinable @inline(__always)
  public func row(_ index: Int) -> UnsafeMutablePointer<Float> { start + index * stride }
}
