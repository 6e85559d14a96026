import Wording

/// What is said of a model that is followed while it is trained.
package enum FollowPhrases {
  /// Which version is open, for the title; an epoch under way is not done.
  package static func open(_ number: Int, of count: Int?, isUnderWay: Bool = false) -> String {
    (isUnderWay ? "in " : "") + "epoch \(number)" + (count.map { " of \($0)" } ?? "")
  }

  /// How many batches an epoch under way has had, behind its number.
  package static func batch(_ batch: Int, of batches: Int) -> String {
    ", batch \(batch) of \(batches)"
  }

  /// The output in one version and in the next, of one unit where there are several.
  package static func output(
    of unit: Int?, _ before: Float?, in earlier: Int, _ after: Float?, in later: Int,
    batch: String = ""
  ) -> String {
    let name = unit.map { "output of unit \($0)" } ?? "output"
    let (old, new) = written(before, after)
    return "\(name): \(old) in epoch \(earlier) → \(new) in epoch \(later)\(batch)"
  }

  /// Both with as few digits as tell them apart, three at least and six at most: a training moves in
  /// small steps.
  private static func written(_ before: Float?, _ after: Float?) -> (String, String) {
    func both(_ digits: Int) -> (String, String) {
      func written(_ value: Float?) -> String {
        value.map { decimal($0, digits: digits) } ?? "none"
      }
      return (written(before), written(after))
    }
    let small = [before, after].contains { ($0?.magnitude ?? 1) < 0.01 }
    let digits = (small ? 6...6 : 3...6).first { both($0).0 != both($0).1 }
    return both(digits ?? (small ? 6 : 3))
  }

  private static let fresh = "epoch 0: the fresh network, before its first batch; > goes on"

  /// Which version is shown, how the answer moved, and what is not kept any more.
  package static func epoch(
    _ number: Int, of count: Int?, moved: String?, dropped: ClosedRange<Int>?
  ) -> String {
    let gone = dropped.map { "; \(span($0)) not kept any more" } ?? ""
    let fresh = count == nil && number == 0 ? fresh : nil
    return (moved ?? fresh ?? open(number, of: count)) + gone
  }

  /// Another version was written while one looks at something else.
  package static func isNewer(_ number: Int, of model: String?) -> String {
    guard let model else { return "epoch \(number) was written; 'epoch last' shows it" }
    return "epoch \(number) of \(model) was written; 'model \(model)' shows it"
  }

  /// The file holds another network now, which may not be able to read the input.
  package static func isAnother(_ model: String, isOpen: Bool, isUnread: Bool) -> String {
    let data = isUnread ? ", which cannot read the input" : ""
    let numbers = isUnread ? " on made-up numbers" : ""
    return "\(model) has another architecture now\(data)"
      + (isOpen
        ? ": it was opened anew\(numbers), and its epochs count from 1"
        : "; 'model \(model)' opens it\(numbers)")
  }

  /// The file cannot be read as it stands there, and has not changed for a while.
  package static func isNotWhole(_ error: String, stays number: Int) -> String {
    "not read, and epoch \(number) stays: \(error)"
  }

  /// Before there is a file to read.
  package static func waits(for file: String) -> String {
    "\(file) is not there yet; waiting until a training writes it (ctrl-C ends that)"
  }

  /// Which can be opened.
  static func kept(of all: ClosedRange<Int>, _ dropped: ClosedRange<Int>?) -> String {
    let (first, last) = (all.lowerBound, all.upperBound)
    guard let dropped else {
      return all.count == 1 ? "\(first) is the only one" : "there are \(first) to \(last)"
    }
    let newer = "\(dropped.upperBound + 1) to \(last)"
    return "kept are " + (dropped.lowerBound > first ? "\(first) and \(newer)" : newer)
  }

  private static func span(_ range: ClosedRange<Int>) -> String {
    range.count == 1
      ? "epoch \(range.lowerBound) is" : "epochs \(range.lowerBound) to \(range.upperBound) are"
  }
}
