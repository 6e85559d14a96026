/// Twice sixteen numbers, for processors whose registers hold sixteen each.
///
/// `SIMD32` would do, but its `addingProduct` is compiled lane by lane, 300 times slower.
@frozen public struct TwiceSixteen: Lanes {
  /// The first sixteen.
  public var low: SIMD16<Float>
  /// The other sixteen.
  public var high: SIMD16<Float>

  /// Both halves.
  @inlinable @inline(__always) public init(low: SIMD16<Float>, high: SIMD16<Float>) {
    self.low = low
    self.high = high
  }
  /// Thirty-two.
  @inlinable @inline(__always) public static var width: Int { 32 }
  /// The same number in every lane.
  @inlinable @inline(__always) public init(everywhere value: Float) {
    self.init(low: SIMD16(repeating: value), high: SIMD16(repeating: value))
  }
  /// The numbers that stand from `source` on.
  @inlinable @inline(__always) public init(from source: UnsafePointer<Float>) {
    self.init(low: SIMD16(from: source), high: SIMD16(from: source + 16))
  }
  /// Writes the lanes from `target` on.
  @inlinable @inline(__always) public func write(to target: UnsafeMutablePointer<Float>) {
    low.write(to: target)
    high.write(to: target + 16)
  }
  /// Twice sixteen numbers, the other sixteen `apart` numbers behind the first.
  @inlinable @inline(__always) public init(from source: UnsafePointer<Float>, apart: Int) {
    self.init(low: SIMD16(from: source), high: SIMD16(from: source + apart))
  }
  /// Writes them, the other sixteen `apart` numbers behind the first.
  @inlinable @inline(__always) public func write(
    to target: UnsafeMutablePointer<Float>, apart: Int
  ) {
    low.write(to: target)
    high.write(to: target + apart)
  }
  /// self · other, in each lane.
  @inlinable @inline(__always) public func product(_ other: TwiceSixteen) -> TwiceSixteen {
    TwiceSixteen(low: low.product(other.low), high: high.product(other.high))
  }
  /// self + other, in each lane.
  @inlinable @inline(__always) public func sum(_ other: TwiceSixteen) -> TwiceSixteen {
    TwiceSixteen(low: low.sum(other.low), high: high.sum(other.high))
  }
  /// self + left · right, in each lane, rounded once.
  @inlinable @inline(__always) public func fusedSum(
    _ left: TwiceSixteen, _ right: TwiceSixteen
  ) -> TwiceSixteen {
    TwiceSixteen(
      low: low.fusedSum(left.low, right.low), high: high.fusedSum(left.high, right.high))
  }
}
