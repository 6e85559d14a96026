/// What the indices of the 256 colours stand for: 16 of the user's own, a cube of 6 × 6 × 6 and 24
/// greys, as xterm defined them (its 256colres.pl).
enum XTermColour {
  /// The usual values of the first 16, which a terminal may show differently.
  private static let first: [(Int, Int, Int)] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
    (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255),
    (255, 0, 255), (0, 255, 255), (255, 255, 255),
  ]

  /// Red, green and blue, 0 to 255.
  static func rgb(_ index: UInt8) -> (red: Int, green: Int, blue: Int) {
    let index = Int(index)
    if index < 16 { return first[index] }
    if index >= 232 {
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
    func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
    let place = index - 16
    return (level(place / 36), level(place / 6 % 6), level(place % 6))
  }

  /// `#5fd7ff`.
  static func hex(_ index: UInt8) -> String {
    let (red, green, blue) = rgb(index)
    return "#"
      + [red, green, blue].map { value in
        (value < 16 ? "0" : "") + String(value, radix: 16)
      }.joined()
  }
}
