/// The place of the first NaN or infinity among `count` numbers; `nil` where all are finite.
///
/// Compiled here, for any processor, and not inlined: it stands with the loops only because this
/// target is always optimised.
public func placeOfFirstNotFinite(_ numbers: UnsafePointer<Float>, _ count: Int) -> Int? {
  for index in 0..<count where !numbers[index].isFinite { return index }
  return nil
}
