import Foundation

extension Kernels {
  /// The loops that work out the same numbers on every machine.
  package static let portable = Kernels(.portable)

  /// The best loops this processor has, or what `UNROLL_KERNELS` in the environment asks for.
  package static let chosen = Kernels(
    asked: ProcessInfo.processInfo.environment["UNROLL_KERNELS"])

  /// The loops of `level`, or the best there are where the processor lacks it.
  package init(_ level: Level) {
    self.init(asked: level.rawValue)
  }

  /// The loops for a word from outside, `portable`, `v3` or `v4`; without one the best there are.
  ///
  /// A word that is none of these and a level beyond `best` give the best; `remark` then says so.
  package init(asked word: String?, best: Level = .best) {
    guard let word, !word.isEmpty else {
      self.init(best, remark: nil)
      return
    }
    if let level = Level(rawValue: word) {
      self.init(
        min(level, best),
        remark: level <= best
          ? nil : "this processor has no \(word) instructions: using \(best.rawValue)")
    } else {
      let known = Level.allCases.map(\.rawValue).joined(separator: ", ")
      self.init(
        best, remark: "'\(word)' is no set of kernels, there are \(known): using \(best.rawValue)")
    }
  }
}
