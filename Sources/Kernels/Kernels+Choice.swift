import Foundation

extension Kernels {
  /// The loops that work out the same numbers on every machine.
  package static let portable = Kernels(.portable)

  /// The best loops this processor has, or what `UNROLL_KERNELS` in the environment asks for.
  package static let chosen = Kernels.asked(
    by: ProcessInfo.processInfo.environment["UNROLL_KERNELS"])

  /// The loops for a word from outside, `portable`, `v3` or `v4`.
  ///
  /// Anything else and a level this processor lacks fall back to the best there is; `remark` says so.
  static func asked(by word: String?) -> Kernels {
    guard let word, !word.isEmpty else { return Kernels(.best) }
    if let level = Level(rawValue: word) { return Kernels(level) }
    let known = Level.allCases.map(\.rawValue).joined(separator: ", ")
    return Kernels(
      .best,
      remark: "UNROLL_KERNELS=\(word) is unknown, it takes \(known): using \(Level.best.rawValue)")
  }
}
