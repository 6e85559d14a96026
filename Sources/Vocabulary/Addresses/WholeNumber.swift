/// The whole numbers that commands and addresses take: far above what can be counted here, and so
/// small that no sum or product of two of them overflows.
package enum WholeNumber {
  /// The largest; below 0 the smallest.
  package static let limit = 1_000_000_000

  /// Reads a word; nil for one that is no whole number, or beyond the limit.
  package static func read(_ word: some StringProtocol) -> Int? {
    Int(word).flatMap { (-limit...limit).contains($0) ? $0 : nil }
  }

  /// The first number of a text that lies beyond the limit, or its beginning; nil where none does.
  package static func beyond(in text: String) -> String? {
    let numbers = text.split { "[](),+-".contains($0) || $0.isWhitespace }
    let beyond = numbers.first { number in
      number.utf8.allSatisfy { (0x30...0x39).contains($0) } && read(number) == nil
    }
    return beyond.map { String($0.count > 20 ? $0.prefix(20) + "…" : $0) }
  }

  /// A product of two whole numbers; one that no number can hold ends at the largest there is.
  static func product(_ first: Int, _ second: Int) -> Int {
    let (result, overflow) = first.multipliedReportingOverflow(by: second)
    return overflow ? (first < 0) == (second < 0) ? Int.max : Int.min : result
  }
}
