import Engine

/// The one address of a number, or of several: `lstm1.forget_gate[12, 5]` is the forget gate of
/// unit 5 of lstm1 at timestep 12.
///
/// Screens, breakpoints, what-ifs and questions all use it. What it means is for the tutor to say,
/// which has a network; an address is only its parts.
package struct Quantity: Hashable, Sendable {
  /// A layer's name; empty for the input, whose address is `x`.
  package var layer: String
  /// Which of the layer's numbers.
  package var kind: QuantityName
  /// Timestep, then unit or feature; row, then column, of a weight. `nil` is `*`: all of them.
  package var indices: [Int?]

  package init(layer: String, _ kind: QuantityName, _ indices: [Int?] = []) {
    self.layer = layer
    self.kind = kind
    self.indices = indices
  }

  /// The input at a timestep and feature; `nil` for all.
  package static func x(_ timestep: Int?, _ feature: Int?) -> Quantity {
    Quantity(layer: "", .x, [timestep, feature])
  }
}

extension Quantity: CustomStringConvertible {
  /// The text form that `init(parsing:)` reads.
  package var description: String {
    let name = kind == .x ? "x" : "\(layer).\(kind.rawValue)"
    guard !indices.isEmpty else { return name }
    return name + "[" + indices.map { $0.map(String.init) ?? "*" }.joined(separator: ", ") + "]"
  }
}

extension Quantity {
  /// Reads an address; nil for what is none.
  package init?(parsing text: String) {
    var name = text[...]
    var indices: [Int?] = []
    if let open = text.firstIndex(of: "[") {
      guard text.last == "]" else { return nil }
      let inside = text[text.index(after: open)..<text.index(before: text.endIndex)]
      for part in inside.split(separator: ",", omittingEmptySubsequences: false) {
        let word = String(part.filter { $0 != " " })
        if word == "*" {
          indices.append(nil)
        } else {
          guard let index = WholeNumber.read(word) else { return nil }
          indices.append(index)
        }
      }
      guard indices.count <= 2 else { return nil }
      name = text[..<open]
    }
    if name == "x" {
      self.init(layer: "", .x, indices)
      return
    }
    // A layer's name may hold dots; the kind is the longest ending that is one.
    for kind in Self.endings where name.hasSuffix("." + kind.rawValue) {
      let layer = name.dropLast(kind.rawValue.count + 1)
      guard !layer.isEmpty else { return nil }
      self.init(layer: String(layer), kind, indices)
      return
    }
    return nil
  }

  /// What can stand behind a layer's name, the longest first.
  private static let endings = QuantityName.addressed.filter { $0 != .x }.sorted {
    $0.rawValue.count > $1.rawValue.count
  }
}
