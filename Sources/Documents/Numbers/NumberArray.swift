/// Numbers of a file with their axis lengths, row major: the last axis lies together in memory.
package struct NumberArray: Hashable, Sendable {
  /// The length of each axis; no axis at all is a single number.
  package var shape: [Int]
  /// The numbers, as many as the product of `shape`.
  package var values: [Float]

  /// Numbers of that shape.
  package init(shape: [Int], values: [Float]) {
    self.shape = shape
    self.values = values
  }

  /// Whether there are as many numbers as the shape asks for.
  package var isWhole: Bool { Self.count(of: shape) == values.count }

  /// How many numbers a box with these axis lengths holds; `nil` for negative lengths and for more
  /// than an integer counts.
  static func count(of shape: [Int]) -> Int? {
    var count = 1
    for length in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      guard length >= 0, !overflow else { return nil }
      count = product
    }
    return count
  }

  /// The same numbers, which were given with the first axis lying together, row by row.
  func fromColumnMajor() -> NumberArray {
    guard shape.filter({ $0 != 1 }).count > 1, !values.isEmpty else { return self }
    // How far apart the neighbours along each axis stand in the file.
    var strides: [Int] = []
    var stride = 1
    for length in shape {
      strides.append(stride)
      stride *= length
    }
    var index = [Int](repeating: 0, count: shape.count)
    var place = 0
    let turned = [Float](unsafeUninitializedCapacity: values.count) { buffer, initialized in
      for position in values.indices {
        buffer.initializeElement(at: position, to: values[place])
        var axis = shape.count - 1
        while axis >= 0 {
          index[axis] += 1
          place += strides[axis]
          if index[axis] < shape[axis] { break }
          place -= strides[axis] * shape[axis]
          index[axis] = 0
          axis -= 1
        }
      }
      initialized = values.count
    }
    return NumberArray(shape: shape, values: turned)
  }
}
