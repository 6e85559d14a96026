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
  /// The same, where each sixteen of them lie `apart` numbers behind the sixteen before.
  init(from source: UnsafePointer<Float>, apart: Int)
  /// Writes the lanes, each sixteen of them `apart` numbers behind the sixteen before.
  func write(to target: UnsafeMutablePointer<Float>, apart: Int)
  /// self · other, in each lane, rounded.
  func product(_ other: Self) -> Self
  /// self + other, in each lane, rounded.
  func sum(_ other: Self) -> Self
  /// self + left · right, in each lane, rounded once.
  func fusedSum(_ left: Self, _ right: Self) -> Self
}

extension Lanes {
  /// At most sixteen lie together.
  @inlinable @inline(__always) public init(from source: UnsafePointer<Float>, apart: Int) {
    self.init(from: source)
  }
  /// At most sixteen lie together.
  @inlinable @inline(__always) public func write(
    to target: UnsafeMutablePointer<Float>, apart: Int
  ) { write(to: target) }
}

extension Lanes where Self: SIMD, Self.Scalar == Float {
  /// As many as the vector has.
  @inlinable @inline(__always) public static var width: Int { Self.scalarCount }
  /// The same number in every lane.
  @inlinable @inline(__always) public init(everywhere value: Float) {
    self.init(repeating: value)
  }
  /// The numbers that stand from `source` on.
  @inlinable @inline(__always) public init(from source: UnsafePointer<Float>) {
    self = UnsafeRawPointer(source).loadUnaligned(as: Self.self)
  }
  /// Writes the lanes from `target` on.
  @inlinable @inline(__always) public func write(to target: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(target).storeBytes(of: self, as: Self.self)
  }
  /// self · other, in each lane.
  @inlinable @inline(__always) public func product(_ other: Self) -> Self { self * other }
  /// self + other, in each lane.
  @inlinable @inline(__always) public func sum(_ other: Self) -> Self { self + other }
  /// self + left · right, in each lane, rounded once.
  @inlinable @inline(__always) public func fusedSum(_ left: Self, _ right: Self) -> Self {
    addingProduct(left, right)
  }
}

extension SIMD4: Lanes where Scalar == Float {}
extension SIMD8: Lanes where Scalar == Float {}
extension SIMD16: Lanes where Scalar == Float {}

extension Float: Lanes {
  /// One.
  @inlinable @inline(__always) public static var width: Int { 1 }
  /// The number itself.
  @inlinable @inline(__always) public init(everywhere value: Float) { self = value }
  /// The number at `source`.
  @inlinable @inline(__always) public init(from source: UnsafePointer<Float>) {
    self = source.pointee
  }
  /// Writes the number to `target`.
  @inlinable @inline(__always) public func write(to target: UnsafeMutablePointer<Float>) {
    target.pointee = self
  }
  /// self · other.
  @inlinable @inline(__always) public func product(_ other: Float) -> Float { self * other }
  /// self + other.
  @inlinable @inline(__always) public func sum(_ other: Float) -> Float { self + other }
  /// self + left · right, rounded once.
  @inlinable @inline(__always) public func fusedSum(_ left: Float, _ right: Float) -> Float {
    addingProduct(left, right)
  }
}
