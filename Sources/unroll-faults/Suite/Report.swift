/// What a worker says of its trials, a line each.
enum Report: Hashable {
  /// A trial has begun: where nothing else follows, it ended the worker.
  case began(Int)
  case passed(Int)
  case failed(Int, String)

  /// The line that `init(line:)` reads.
  var line: String {
    switch self {
    case .began(let trial): "began \(trial)"
    case .passed(let trial): "passed \(trial)"
    case .failed(let trial, let sentence): "failed \(trial) \(Self.onOneLine(sentence))"
    }
  }

  init?(line: some StringProtocol) {
    let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard words.count > 1, let trial = Int(words[1]) else { return nil }
    switch words[0] {
    case "began": self = .began(trial)
    case "passed": self = .passed(trial)
    case "failed": self = .failed(trial, words.count > 2 ? String(words[2]) : "")
    default: return nil
    }
  }

  /// A sentence that may quote anything, in printable ASCII.
  static func onOneLine(_ sentence: String) -> String {
    sentence.unicodeScalars.prefix(600).map { scalar in
      (0x20..<0x7f).contains(scalar.value) ? String(scalar) : scalar.escaped(asASCII: true)
    }.joined()
  }
}
