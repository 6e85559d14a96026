/// How far numbers of some units reach, as many of them as have been added: what a scale has to hold.
package struct ValueReach: Hashable, Sendable {
  /// The least and the largest finite number, 0 at least and at most.
  package private(set) var least: Float = 0
  package private(set) var most: Float = 0
  /// The largest finite size of each unit, `[units]`.
  package private(set) var largest: [Float]

  /// Of no numbers yet.
  package init(units: Int) { largest = [Float](repeating: 0, count: units) }

  /// Takes more of them in, `[timesteps, units]`.
  package mutating func add(_ values: UnsafeBufferPointer<Float>) {
    let units = largest.count
    var (least, most) = (least, most)
    largest.withUnsafeMutableBufferPointer { largest in
      var unit = 0
      for value in values {
        if value.isFinite {
          if value < least { least = value }
          if value > most { most = value }
          let size = value.magnitude
          if size > largest[unit] { largest[unit] = size }
        }
        unit = unit + 1 == units ? 0 : unit + 1
      }
    }
    (self.least, self.most) = (least, most)
  }
}
