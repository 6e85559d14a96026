extension [[Float]] {
  /// Lends the first two lists; the first stands for the second where there is only one.
  mutating func withTwo(_ body: (UnsafeMutablePointer<Float>, UnsafeMutablePointer<Float>) -> Void)
  {
    var first = self[0]
    self[0] = []
    first.withUnsafeMutableBufferPointer { one in
      guard let one = one.baseAddress else { return }
      if count < 2 { return body(one, one) }
      self[1].withUnsafeMutableBufferPointer { two in
        if let two = two.baseAddress { body(one, two) }
      }
    }
    self[0] = first
  }
}
