/// How a sum of products is rounded, one way throughout an instruction set.
///
/// Each level's target has a type of its own for it, even where two round alike: should the compiler
/// keep a loop as a function, the type in its name keeps the linker from taking one level's
/// instructions for another's.
public protocol Rounding {
  /// sum + left · right.
  static func add<Vector: Lanes>(_ left: Vector, _ right: Vector, to sum: Vector) -> Vector
}
