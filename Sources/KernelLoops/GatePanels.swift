/// The kernel of four gates, so that what 16 units need of it is read from one place to the next.
///
/// For each 16 units and then for the rest of them: `[4, depth, 16]`, the columns of i, f, g and o.
@frozen public struct GatePanels {
  /// The first number, best at an address that 64 divides.
  public var start: UnsafePointer<Float>
  /// The rows of the matrix.
  public var depth: Int
  /// The columns of a gate.
  public var units: Int

  /// Panels from `start` on.
  @inlinable @inline(__always)
  public init(_ start: UnsafePointer<Float>, depth: Int, units: Int) {
    self.start = start
    self.depth = depth
    self.units = units
  }

  /// The panel of the units from `unit` on, a multiple of 16.
  @inlinable @inline(__always)
  public func panel(_ unit: Int) -> UnsafePointer<Float> { start + 4 * unit * depth }

  /// Puts a matrix of `depth` × 4 · `units`, which has no gaps, into panels.
  ///
  /// Compiled here, for any processor, and not inlined: it stands with the loops only because this
  /// target is always optimised.
  public static func fill(
    _ target: UnsafeMutablePointer<Float>, from matrix: UnsafePointer<Float>, depth: Int,
    units: Int
  ) {
    var target = target
    var unit = 0
    while unit < units {
      let count = units - unit < 16 ? units - unit : 16
      var gate = 0
      while gate < 4 {
        var source = matrix + gate * units + unit
        var row = 0
        while row < depth {
          store(load(source, count), target, count)
          target += count
          source += 4 * units
          row += 1
        }
        gate += 1
      }
      unit += 16
    }
  }

  /// The same of a matrix of 4 · `units` × `depth`, whose axes come in the opposite order.
  public static func fillTurned(
    _ target: UnsafeMutablePointer<Float>, from matrix: UnsafePointer<Float>, depth: Int,
    units: Int
  ) {
    var target = target
    var unit = 0
    while unit < units {
      let count = units - unit < 16 ? units - unit : 16
      var gate = 0
      while gate < 4 {
        let source = matrix + (gate * units + unit) * depth
        var row = 0
        while row < depth {
          var place = 0
          while place < count {
            target[place] = source[place * depth + row]
            place += 1
          }
          target += count
          row += 1
        }
        gate += 1
      }
      unit += 16
    }
  }
}
