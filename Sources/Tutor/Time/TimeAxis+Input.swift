import Engine
import Insight
import ModelFiles
import Phrases
import Screen

// What was read: symbols, or one feature over the timesteps.
extension TimeAxis {
  /// A row of an observation: which of its timesteps stands in a column, and whether it has been read.
  struct Reading {
    let example: Example
    let feature: Int
    let scale: ValueScale
    /// The timestep of the observation that stands at a timestep of the axis; nil for none.
    var source: (Int) -> Int? = { $0 }
    let isRead: (Int) -> Bool
    /// A second observation is never in bold: it is the one compared with.
    var isBold = true
    /// The observation before the last what-if; nil where nothing is supposed.
    var before: Example?
    /// The observation as the data have it.
    var original: Example?

    fileprivate func cell(_ timestep: Int, _ paper: Paper) -> Cell? {
      guard isRead(timestep) else { return TimeAxis.unread(paper) }
      guard let source = source(timestep) else { return nil }
      guard example.isSymbolic else {
        return Bar.cell(
          value(at: source), before: before.map { value(at: source, of: $0) }, scale: scale,
          paper: paper)
      }
      let facts = example.timesteps[source]
      var style = Style(.text, on: facts.event?.paper ?? paper)
      style.bold = isBold && (paper == .cursor || facts.event != nil)
      style.underlined = symbolBefore(at: source) != nil
      return Cell(.glyph(facts.symbol?.unicodeScalars.first ?? "?"), style)
    }

    /// The feature's number at a timestep of the observation.
    func value(at timestep: Int) -> Float { value(at: timestep, of: example) }

    /// The symbol of a timestep before the last what-if; nil where that has left it as it was. A vector
    /// that was no symbol, as between the two commands that make one symbol another, leads back to the
    /// data's.
    func symbolBefore(at timestep: Int) -> Character? {
      guard let before, before.observation[timestep] != example.observation[timestep] else {
        return nil
      }
      let symbol = before.timesteps[timestep].symbol
      return symbol == Example.noSymbol ? original?.timesteps[timestep].symbol : symbol
    }

    private func value(at timestep: Int, of example: Example) -> Float {
      let observation = example.observation
      return observation.values[timestep * observation.features + feature]
    }
  }

  /// The row of what was read.
  func input(_ reading: Reading, row: Int, on canvas: inout Canvas) {
    self.row(row, on: &canvas) { reading.cell($0, $1) }
  }

  /// The symbol of a timestep in words, at the right of its row, in as many as `room` allows; with the
  /// one that it was `before` a what-if.
  func symbol(
    _ facts: TimestepFacts, before: Character? = nil, room: Int? = nil, row: Int,
    on canvas: inout Canvas
  ) {
    guard let values else { return }
    let forms =
      (before.map { [SharedPhrases.was(facts.label, $0)] } ?? []) + [facts.words, facts.label]
    let text = forms.first { $0.count <= room ?? Int.max } ?? facts.label
    canvas.write(
      Phrase(reading: text), column: values.value + max(0, 6 - text.count), row: row,
      style: Style(.text, bold: facts.event != nil), width: values.end - values.value)
  }
}

extension TimestepFacts {
  /// What a timestep holds, with the event that it is.
  var words: String { [label, event?.rawValue].compactMap(\.self).joined(separator: " ") }
}

extension LatchEvent {
  /// The ground of the event on every screen.
  var paper: Paper {
    switch self {
    case .set: .eventOn
    case .clear: .eventOff
    }
  }
}
