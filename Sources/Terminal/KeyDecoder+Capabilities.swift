import Screen

extension KeyDecoder {
  /// The keys of a terminal's description, by the names of their capabilities.
  static let capabilities: [(name: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcuf1", .right), ("kcub1", .left), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kich1", .insert),
      ("kcbt", .shiftTab), ("kent", .enter), ("kfnd", .home), ("kslt", .end),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}
