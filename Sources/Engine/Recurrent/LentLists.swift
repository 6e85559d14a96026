/// Lends the starts of some lists.
func withStarts(
  of lists: [[Float]], _ found: [UnsafePointer<Float>] = [],
  _ body: ([UnsafePointer<Float>]) -> Void
) {
  guard found.count < lists.count else { return body(found) }
  lists[found.count].withUnsafeBufferPointer { buffer in
    // An empty list is not looked at; any address will do.
    guard let start = buffer.baseAddress ?? found.first else { return }
    withStarts(of: lists, found + [start], body)
  }
}

/// Lends the starts of some lists, to be written.
func withMutableStarts(
  of lists: inout [[Float]], _ found: [UnsafeMutablePointer<Float>] = [],
  _ body: ([UnsafeMutablePointer<Float>]) -> Void
) {
  guard found.count < lists.count else { return body(found) }
  var list: [Float] = []
  swap(&list, &lists[found.count])
  list.withUnsafeMutableBufferPointer { buffer in
    if let start = buffer.baseAddress { withMutableStarts(of: &lists, found + [start], body) }
  }
  swap(&list, &lists[found.count])
}
