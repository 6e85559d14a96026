/// The filter number 2: the first bytes of all elements, then the second bytes, and so on, which deflate
/// makes smaller.
enum Shuffle {
  static func undo(_ bytes: ArraySlice<UInt8>, elementSize: Int) -> ArraySlice<UInt8> {
    guard elementSize > 1, bytes.count >= elementSize else { return bytes }
    let count = bytes.count / elementSize
    let result = [UInt8](unsafeUninitializedCapacity: bytes.count) { output, filled in
      bytes.withUnsafeBufferPointer { input in
        for place in 0..<elementSize {
          var to = place
          for from in place * count..<(place + 1) * count {
            output[to] = input[from]
            to += elementSize
          }
        }
        // What makes no whole element was left as it is.
        for index in count * elementSize..<input.count { output[index] = input[index] }
      }
      filled = bytes.count
    }
    return result[...]
  }
}
