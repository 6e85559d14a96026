/// A network as Python code, a line an entry, with the layer that each line is about.
package struct NetworkCode: Hashable, Sendable {
  /// One line of code.
  package struct Line: Hashable, Sendable {
    /// The line without its end.
    package var text: String
    /// The layer's place in the network, −1 for the input; nil where the line is about the whole.
    package var layer: Int?
  }

  /// The lines in order.
  package private(set) var lines: [Line] = []

  /// The whole, as it is copied, without the end of its last line.
  package var text: String { lines.map(\.text).joined(separator: "\n") }

  mutating func add(_ text: String = "", layer: Int? = nil) {
    lines.append(Line(text: text, layer: layer))
  }
}
