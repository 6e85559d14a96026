/// How many elements there are along each axis (specification 3.0, section IV.A.2.b).
struct Dataspace: Hashable, Sendable {
  /// The length of each axis; no axis at all is a single element.
  let shape: [Int]
  /// How long each axis may become; nil where there is no limit.
  let largest: [Int?]
  /// How many elements there are.
  let count: Int

  /// The library's own limit.
  static let mostAxes = 32

  init(_ fields: Cursor) throws(HDF5Fault) {
    var cursor = fields
    let version = try cursor.version(1...2)
    let axes = Int(try cursor.byte())
    guard axes <= Self.mostAxes else { throw .tooMany(.axes, limit: Self.mostAxes) }
    let flags = try cursor.byte()
    let type = try cursor.byte()
    if version == 1 { try cursor.skip(4) }
    var shape: [Int] = []
    for _ in 0..<axes { shape.append(try cursor.length()) }
    var largest: [Int?] = shape
    if flags & 1 != 0 {
      let unlimited = UInt64.max >> UInt64(64 - 8 * cursor.image.lengthSize)
      for axis in 0..<axes {
        let length = try cursor.unsigned(cursor.image.lengthSize)
        largest[axis] = length == unlimited ? nil : Int(clamping: length)
      }
    }
    // Type 2 is the null dataspace, with no element at all.
    if version == 2, type == 2 { shape = [0] }
    guard let count = Self.count(of: shape) else { throw cursor.damaged(.value) }
    self.shape = shape
    self.largest = largest
    self.count = count
  }

  /// How many elements a box of these lengths, none negative, holds; nil for more than an integer
  /// counts.
  static func count(of shape: [Int]) -> Int? {
    if shape.contains(0) { return 0 }
    var count = 1
    for length in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      guard !overflow else { return nil }
      count = product
    }
    return count
  }
}
