/// Numbers that a processor treats together: one, four, eight or sixteen of them, or twice sixteen.
public protocol Lanes {
  /// How many there are.
  static var width: Int { get }
  /// The same number in every lane.
  init(everywhere value: Float)
  /// The numbers that stand from `source` on.
  init(from source: UnsafePointer<Float>)
  /// Writes the lanes from `target` on.
  func write(to target: UnsafeMutablePointer<Float>)
  /// self · other, in each lane, rounded.
  func product(_ other: Self) -> Self
  /// self + other, in each lane, rounded.
  func sum(_ other: Self) -> Self
  /// self + left · right, in each lane, rounded once.
  func fusedSum(_ left: Self, _ right: Self) -> Self
}

extension Float: Lanes {
  @inlinable @inline(__always) public static var width: Int { 1 }
  @inlinable @inline(__always) public init(everywhere value: Float) { self = value }
  @inlinable @inline(__always) public init(from source: UnsafePointer<Float>) {
    self = source.pointee
  }
  @inlinable @inline(__always) public func write(to target: UnsafeMutablePointer<Float>) {
    target.pointee = self
  }
  @inlinable @inline(__always) public func product(_ other: Float) -> Float { self * other }
  @inlinable @inline(__always) public func sum(_ other: Float) -> Float { self + other }
  @inlinable @inline(__always) public func fusedSum(_ left: Float, _ right: Float) -> Float {
    addingProduct(left, right)
  }
}

extension SIMD4: Lanes where Scalar == Float {
  @inlinable @inline(__always) public static var width: Int { 4 }
  @inlinable @inline(__always) public init(everywhere value: Float) {
    self.init(repeating: value)
  }
  @inlinable @inline(__always) public init(from source: UnsafePointer<Float>) {
    self = UnsafeRawPointer(source).loadUnaligned(as: SIMD4<Float>.self)
  }
  @inlinable @inline(__always) public func write(to target: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(target).storeBytes(of: self, as: SIMD4<Float>.self)
  }
  @inlinable @inline(__always) public func product(_ other: SIMD4<Float>) -> SIMD4<Float> {
    self * other
  }
  @inlinable @inline(__always) public func sum(_ other: SIMD4<Float>) -> SIMD4<Float> {
    self + other
  }
  @inlinable @inline(__always) public func fusedSum(
    _ left: SIMD4<Float>, _ right: SIMD4<Float>
  ) -> SIMD4<Float> { addingProduct(left, right) }
}

extension SIMD8: Lanes where Scalar == Float {
  @inlinable @inline(__always) public static var width: Int { 8 }
  @inlinable @inline(__always) public init(everywhere value: Float) {
    self.init(repeating: value)
  }
  @inlinable @inline(__always) public init(from source: UnsafePointer<Float>) {
    self = UnsafeRawPointer(source).loadUnaligned(as: SIMD8<Float>.self)
  }
  @inlinable @inline(__always) public func write(to target: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(target).storeBytes(of: self, as: SIMD8<Float>.self)
  }
  @inlinable @inline(__always) public func product(_ other: SIMD8<Float>) -> SIMD8<Float> {
    self * other
  }
  @inlinable @inline(__always) public func sum(_ other: SIMD8<Float>) -> SIMD8<Float> {
    self + other
  }
  @inlinable @inline(__always) public func fusedSum(
    _ left: SIMD8<Float>, _ right: SIMD8<Float>
  ) -> SIMD8<Float> { addingProduct(left, right) }
}

extension SIMD16: Lanes where Scalar == Float {
  @inlinable @inline(__always) public static var width: Int { 16 }
  @inlinable @inline(__always) public init(everywhere value: Float) {
    self.init(repeating: value)
  }
  @inlinable @inline(__always) public init(from source: UnsafePointer<Float>) {
    self = UnsafeRawPointer(source).loadUnaligned(as: SIMD16<Float>.self)
  }
  @inlinable @inline(__always) public func write(to target: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(target).storeBytes(of: self, as: SIMD16<Float>.self)
  }
  @inlinable @inline(__always) public func product(_ other: SIMD16<Float>) -> SIMD16<Float> {
    self * other
  }
  @inlinable @inline(__always) public func sum(_ other: SIMD16<Float>) -> SIMD16<Float> {
    self + other
  }
  @inlinable @inline(__always) public func fusedSum(
    _ left: SIMD16<Float>, _ right: SIMD16<Float>
  ) -> SIMD16<Float> { addingProduct(left, right) }
}

/// Twice sixteen numbers, for processors whose registers hold sixteen each.
///
/// `SIMD32` would do, but its `addingProduct` is compiled lane by lane, 300 times slower.
@frozen public struct TwiceSixteen: Lanes {
  /// The first sixteen.
  public var low: SIMD16<Float>
  /// The other sixteen.
  public var high: SIMD16<Float>

  @inlinable @inline(__always) public init(low: SIMD16<Float>, high: SIMD16<Float>) {
    self.low = low
    self.high = high
  }
  @inlinable @inline(__always) public static var width: Int { 32 }
  @inlinable @inline(__always) public init(everywhere value: Float) {
    self.init(low: SIMD16(repeating: value), high: SIMD16(repeating: value))
  }
  @inlinable @inline(__always) public init(from source: UnsafePointer<Float>) {
    self.init(low: SIMD16(from: source), high: SIMD16(from: source + 16))
  }
  @inlinable @inline(__always) public func write(to target: UnsafeMutablePointer<Float>) {
    low.write(to: target)
    high.write(to: target + 16)
  }
  @inlinable @inline(__always) public func product(_ other: TwiceSixteen) -> TwiceSixteen {
    TwiceSixteen(low: low.product(other.low), high: high.product(other.high))
  }
  @inlinable @inline(__always) public func sum(_ other: TwiceSixteen) -> TwiceSixteen {
    TwiceSixteen(low: low.sum(other.low), high: high.sum(other.high))
  }
  @inlinable @inline(__always) public func fusedSum(
    _ left: TwiceSixteen, _ right: TwiceSixteen
  ) -> TwiceSixteen {
    TwiceSixteen(
      low: low.fusedSum(left.low, right.low), high: high.fusedSum(left.high, right.high))
  }
}
