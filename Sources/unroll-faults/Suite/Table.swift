/// How all of it ended, as lines to print.
enum Table {
  /// More failures of a kind than these are only counted.
  private static let most = 20

  static let head = line("kind", "tried", "passed", "failed", "longest", "memory", "time")

  /// The row of a kind; `each` is how many faults a trial has.
  static func row(_ tally: Tally, each: Int) -> String {
    line(
      tally.kind.name, grouped(tally.tried * each), grouped(tally.passed * each),
      grouped(tally.failures.count), seconds(tally.longest), "\(Int(tally.memory)) MiB",
      seconds(tally.seconds))
  }

  /// Each failure, and below it how it is repeated alone; none where all passed.
  static func failures(_ tallies: [Tally], seed: UInt64, isQuick: Bool) -> [String] {
    tallies.flatMap { tally in
      let sorted = tally.failures.sorted { $0.trial < $1.trial }
      var lines = sorted.prefix(most).flatMap { failure in
        [
          "\(tally.kind.name) \(failure.trial): \(failure.sentence)",
          "  unroll-faults \(isQuick ? "--quick " : "")--only \(tally.kind.name) --seed \(seed) "
            + "--from \(failure.trial) --count 1",
        ]
      }
      if sorted.count > most { lines.append("\(tally.kind.name): \(sorted.count - most) more") }
      return lines
    }
  }

  private static func line(_ name: String, _ cells: String...) -> String {
    name.padding(to: 18) + cells.map { $0.padding(to: -11) }.joined()
  }

  private static func seconds(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) s"
  }

  private static func grouped(_ number: Int) -> String {
    var digits = "\(number)"[...]
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }
}

extension String {
  /// The text with spaces behind it up to a width, before it up to a negative one.
  fileprivate func padding(to width: Int) -> String {
    let spaces = String(repeating: " ", count: max(0, abs(width) - count))
    return width < 0 ? spaces + self : self + spaces
  }
}
