/// Four times sixteen numbers: a panel of columns, for processors that have registers for it.
@frozen public struct FourSixteen: Lanes {
  @usableFromInline var first: SIMD16<Float>
  @usableFromInline var second: SIMD16<Float>
  @usableFromInline var third: SIMD16<Float>
  @usableFromInline var fourth: SIMD16<Float>

  @inlinable @inline(__always) init(
    _ first: SIMD16<Float>, _ second: SIMD16<Float>, _ third: SIMD16<Float>,
    _ fourth: SIMD16<Float>
  ) {
    self.first = first
    self.second = second
    self.third = third
    self.fourth = fourth
  }
  /// Sixty-four.
  @inlinable @inline(__always) public static var width: Int { 64 }
  /// The same number in every lane.
  @inlinable @inline(__always) public init(everywhere value: Float) {
    let all = SIMD16<Float>(repeating: value)
    self.init(all, all, all, all)
  }
  /// The numbers that stand from `source` on.
  @inlinable @inline(__always) public init(from source: UnsafePointer<Float>) {
    self.init(from: source, apart: 16)
  }
  /// Writes the lanes from `target` on.
  @inlinable @inline(__always) public func write(to target: UnsafeMutablePointer<Float>) {
    write(to: target, apart: 16)
  }
  /// Four times sixteen numbers, `apart` numbers from one sixteen to the next.
  @inlinable @inline(__always) public init(from source: UnsafePointer<Float>, apart: Int) {
    self.init(
      SIMD16(from: source), SIMD16(from: source + apart), SIMD16(from: source + 2 * apart),
      SIMD16(from: source + 3 * apart))
  }
  /// Writes them, `apart` numbers from one sixteen to the next.
  @inlinable @inline(__always) public func write(
    to target: UnsafeMutablePointer<Float>, apart: Int
  ) {
    first.write(to: target)
    second.write(to: target + apart)
    third.write(to: target + 2 * apart)
    fourth.write(to: target + 3 * apart)
  }
  /// self · other, in each lane.
  @inlinable @inline(__always) public func product(_ other: FourSixteen) -> FourSixteen {
    FourSixteen(
      first.product(other.first), second.product(other.second), third.product(other.third),
      fourth.product(other.fourth))
  }
  /// self + other, in each lane.
  @inlinable @inline(__always) public func sum(_ other: FourSixteen) -> FourSixteen {
    FourSixteen(
      first.sum(other.first), second.sum(other.second), third.sum(other.third),
      fourth.sum(other.fourth))
  }
  /// self + left · right, in each lane, rounded once.
  @inlinable @inline(__always) public func fusedSum(
    _ left: FourSixteen, _ right: FourSixteen
  ) -> FourSixteen {
    FourSixteen(
      first.fusedSum(left.first, right.first), second.fusedSum(left.second, right.second),
      third.fusedSum(left.third, right.third), fourth.fusedSum(left.fourth, right.fourth))
  }
}
