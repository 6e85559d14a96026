import Engine

extension SplitMix64 {
  /// `count` of the numbers from 0 to `total` − 1 in rising order, each choice as likely as any other
  /// (Knuth, "The Art of Computer Programming" 3.4.2, algorithm S).
  package mutating func sample(_ count: Int, of total: Int) -> [Int] {
    precondition(count <= total, "nothing is chosen twice")
    var chosen: [Int] = []
    for number in 0..<total where chosen.count < count {
      if below(UInt64(total - number)) < count - chosen.count { chosen.append(number) }
    }
    return chosen
  }
}
