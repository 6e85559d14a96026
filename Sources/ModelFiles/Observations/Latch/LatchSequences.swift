import Documents
import Engine

/// The latch: symbol 7 sets, symbol 3 clears, the other eight do nothing; is it set at the end?
///
/// The first sequences are recorded in a file. Every further one is drawn when it is asked for:
/// sequence n comes from a SplitMix64 of its own, whose seed is output n of a SplitMix64 started
/// with the model's seed, so it does not matter which were drawn before. Each symbol takes one
/// draw r from 0 to 799: r below 24 is a 7 and r from 24 to 47 a 3, 3 % each; the rest is shared
/// evenly by 0, 1, 2, 4, 5, 6, 8 and 9, 94 numbers each, in this order.
package struct LatchSequences: Hashable, Sendable {
  /// How many symbols there are, each one feature.
  package static let symbols = 10
  static let setter: UInt8 = 7
  static let clearer: UInt8 = 3
  package static let features = (0..<symbols).map { Feature(name: "symbol \($0)") }
  private static let others: [UInt8] = [0, 1, 2, 4, 5, 6, 8, 9]
  static let largestFile = 1 << 20

  /// Symbols a sequence.
  package let timesteps: Int
  /// How many sequences are recorded; from this index on they are drawn.
  package var recordedCount: Int { recorded.count }

  private let recorded: [[UInt8]]
  private let seed: UInt64

  /// Sequences all of which are drawn.
  package init(timesteps: Int, seed: UInt64) {
    self.timesteps = timesteps
    self.seed = seed
    recorded = []
  }

  /// Reads the recorded sequences: digits, one sequence a line; lines that begin with # are notes.
  init(contentsOf file: String?, timesteps: Int, seed: UInt64) throws(FileError) {
    self.timesteps = timesteps
    self.seed = seed
    guard let file else {
      recorded = []
      return
    }
    var recorded: [[UInt8]] = []
    let bytes = try FileBytes.read(file, limit: Self.largestFile).bytes
    for (offset, line) in bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    ).enumerated() {
      let line = line.last == 0x0D ? line.dropLast() : line
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let symbols = line.map { $0 &- UInt8(ascii: "0") }
      if let wrong = symbols.firstIndex(where: { $0 > 9 }) {
        let text = String(decoding: line.dropFirst(wrong), as: UTF8.self)
        throw FileError(
          Place(file, line: offset + 1, column: wrong + 1), .symbol(String(text.prefix(1))))
      }
      guard symbols.count == timesteps else {
        throw FileError(
          Place(file, line: offset + 1),
          .sequenceLength(expected: timesteps, found: symbols.count))
      }
      recorded.append(symbols)
    }
    self.recorded = recorded
  }

  /// The symbols of sequence `index`, each 0 to 9.
  package func symbols(_ index: Int) -> [UInt8] {
    precondition(index >= 0, "sequences count from 0")
    if index < recorded.count { return recorded[index] }
    var generator = SplitMix64(seed: seed, stream: UInt64(index))
    return (0..<timesteps).map { _ in
      let draw = generator.below(800)
      if draw < 24 { return Self.setter }
      return draw < 48 ? Self.clearer : Self.others[(draw - 48) / 94]
    }
  }

  /// What a symbol does.
  package static func event(of symbol: UInt8) -> LatchEvent? {
    symbol == setter ? .set : symbol == clearer ? .clear : nil
  }

  /// Whether the latch is set after these symbols; it starts cleared.
  package static func isSet(after symbols: [UInt8]) -> Bool {
    symbols.last { event(of: $0) != nil } == setter
  }

  /// Whether the latch is set behind each of such timesteps; nil where one of them is no symbol.
  func truths(of timesteps: [TimestepFacts]) -> [Bool]? {
    guard timesteps.allSatisfy({ $0.symbol?.isNumber == true }) else { return nil }
    var isSet = false
    return timesteps.map { timestep in
      if let event = timestep.event { isSet = event == .set }
      return isSet
    }
  }

  /// The symbols one-hot, `[timesteps, 10]`.
  package func observation(_ index: Int) -> Observation {
    var values = [Float](repeating: 0, count: timesteps * Self.symbols)
    for (timestep, symbol) in symbols(index).enumerated() {
      values[timestep * Self.symbols + Int(symbol)] = 1
    }
    return Observation(timesteps: timesteps, features: Self.symbols, values: values)
  }

  func facts(_ index: Int) -> ObservationFacts {
    ObservationFacts(
      index: index, kind: .latch, split: index < recorded.count ? .recorded : .fresh,
      target: Self.isSet(after: symbols(index)))
  }

  func timesteps(of index: Int) -> [TimestepFacts] {
    symbols(index).map { symbol in
      TimestepFacts(
        mark: .number(Int(symbol)), symbol: Character(Unicode.Scalar(UInt8(ascii: "0") + symbol)),
        event: Self.event(of: symbol),
        readings: (0..<Self.symbols).map { Reading(.number($0 == Int(symbol) ? "1" : "0")) })
    }
  }
}

extension LatchSequences: ObservationSeries {
  var observationCount: Int? { nil }
  var featureCount: Int { Self.symbols }
  var source: String { "the latch" }
}
