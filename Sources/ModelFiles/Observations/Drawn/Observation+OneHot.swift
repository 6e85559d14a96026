import Engine

extension Observation {
  /// Symbols one-hot, `[timesteps, symbols]`; each is a number from 0 to `count` − 1.
  package init(oneHot symbols: [Int], of count: Int) {
    var values = [Float](repeating: 0, count: symbols.count * count)
    for (timestep, symbol) in symbols.enumerated() { values[timestep * count + symbol] = 1 }
    self.init(timesteps: symbols.count, features: count, values: values)
  }

  /// The symbol of a timestep that is one-hot.
  package func symbol(at timestep: Int) -> Int {
    let row = self[timestep]
    return (row.firstIndex(of: 1) ?? row.startIndex) - row.startIndex
  }
}

extension ArraySlice<Float> {
  /// The character of a symbol that is one-hot; nil where these numbers are none.
  package func oneHot(among characters: String) -> Character? {
    guard let place = firstIndex(of: 1), count == characters.count else { return nil }
    return Array(characters)[place - startIndex]
  }
}

extension TimestepFacts {
  /// A timestep whose numbers are ones and zeros, and a symbol together; nil where they are none.
  init(symbol: Character?, of row: ArraySlice<Float>, at timestep: Int) {
    self.init(
      mark: symbol.map { .text(String($0)) } ?? .number(timestep), symbol: symbol,
      readings: row.map { Reading(.number($0 == 1 ? "1" : "0")) })
  }
}
