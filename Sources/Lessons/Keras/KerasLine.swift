import Engine

/// A line of Keras code that adds one layer: `model.add(LSTM(128, return_sequences=True))`,
/// `x = layers.Dense(1, activation="sigmoid")(x)`.
///
/// Two lines mean the same where their layers are equal, however they are written.
package struct KerasLine: Hashable, Sendable {
  /// The layer as Keras would make it.
  package let layer: Layer

  /// As many characters as one types in a line.
  static let longest = 500

  /// Reads a line; the layer is called `name`.
  package init(parsing line: String, name: String) throws(Failure) {
    guard line.unicodeScalars.count <= Self.longest else {
      throw .tooLong(limit: Self.longest)
    }
    let compact = line.filter { !$0.isWhitespace }.replacing("'", with: "\"")
    guard let (kind, start) = Self.kind(in: compact) else {
      throw .noLayer
    }
    guard let (parts, end) = Self.arguments(of: compact, from: start) else {
      throw .openBracket
    }
    try Self.checkAround(
      before: compact[..<start].dropLast(kind.kind.count), behind: compact[end...].dropFirst())
    var settings: [String: String] = [:]
    for (index, part) in parts.enumerated() {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      let key = sides.count == 2 ? sides[0] : index == 0 ? kind.widthName ?? "" : ""
      guard !key.isEmpty, let value = sides.last else {
        throw .noName(value: String(part))
      }
      settings[key] = value
    }
    layer = try Self.layer(kind, settings, name)
  }

  /// The kind of layer that is called, and the bracket behind it.
  private static func kind(in text: String) -> (any LayerSettings.Type, String.Index)? {
    for kind in Layer.kinds {
      guard let range = text.range(of: kind.kind + "(") else { continue }
      return (kind, text.index(before: range.upperBound))
    }
    return nil
  }

  /// What stands between the commas of a call whose bracket opens at `start`, and the bracket that
  /// closes it; brackets and commas inside others, or in a text, are not its own.
  private static func arguments(
    of text: String, from start: String.Index
  ) -> (parts: [Substring], end: String.Index)? {
    var parts: [Substring] = []
    var first = text.index(after: start)
    var depth = 0
    var isText = false
    for index in text.indices[start...] {
      let character = text[index]
      if character == "\"" { isText.toggle() }
      guard !isText else { continue }
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      guard depth == 0 || depth == 1 && character == "," else { continue }
      if first < index { parts.append(text[first..<index]) }
      if depth == 0 { return (parts, index) }
      first = text.index(after: index)
    }
    return nil
  }

  /// A layer stands alone, in `model.add(…)`, or as `x = …(x)`; `layers.` may stand before it.
  private static func checkAround(before: Substring, behind: Substring) throws(Failure) {
    if let match = before.wholeMatch(of: /(\w+\.add)\((\w+\.)*/) {
      guard !behind.isEmpty else { throw .openBracket }
      if behind == ")" { return }
      throw .tooManyBrackets(behind: String(behind), call: String(match.1))
    }
    guard before.wholeMatch(of: /(\w+=)?(\w+\.)*/) != nil else {
      throw .before(String(before))
    }
    guard behind.wholeMatch(of: /(\(\w+\))?,?/) != nil else {
      throw .behind(String(behind))
    }
  }

  private static func layer(
    _ kind: any LayerSettings.Type, _ settings: [String: String], _ name: String
  ) throws(Failure) -> Layer {
    var layer: any LayerSettings = kind.init(name: name)
    if let width = kind.widthName { layer.width = try units(settings, width) }
    let options = layer.options
    for (key, value) in settings.sorted(by: { $0.key < $1.key })
    where ![kind.widthName, "name", "input_shape"].contains(key) {
      guard let option = options.first(where: { $0.name == key }) else {
        throw .noSetting(kind: kind.kind, key: key)
      }
      switch option.standard {
      case .truth: layer.set(key, to: .truth(try truth(key, value)))
      case .activation: layer.set(key, to: .activation(try activation(value)))
      case .integer: layer.set(key, to: .integer(try integer(key, value)))
      case .number: layer.set(key, to: .number(try number(key, value)))
      case .integers: layer.set(key, to: .integers(try integers(key, value)))
      case .word:
        let word = value.filter { $0 != "\"" }
        guard option.words.contains(word) else { throw .number(key: key, found: value) }
        layer.set(key, to: .word(word))
      }
    }
    if let missing = options.first(where: { $0.isRequired && settings[$0.name] == nil }) {
      throw .missing(kind: kind.kind, key: missing.name)
    }
    return layer.layer
  }

  private static func integer(_ key: String, _ value: String) throws(Failure) -> Int {
    guard let number = Int(value) else { throw .number(key: key, found: value) }
    return number
  }

  private static func number(_ key: String, _ value: String) throws(Failure) -> Double {
    guard let number = Double(value), number.isFinite else {
      throw .number(key: key, found: value)
    }
    return number
  }

  private static func integers(_ key: String, _ value: String) throws(Failure) -> [Int] {
    var numbers: [Int] = []
    for part in value.filter({ !"()[]".contains($0) }).split(separator: ",") {
      numbers.append(try integer(key, String(part)))
    }
    return numbers
  }

  private static func units(
    _ settings: [String: String], _ name: String
  ) throws(Failure) -> Int {
    let written = settings[name] ?? ""
    guard let units = Int(written), (1...1_000_000).contains(units) else {
      throw written.count > 6 && written.allSatisfy(\.isNumber)
        ? .tooManyUnits(found: written) : .noUnits
    }
    return units
  }

  private static func truth(_ key: String, _ value: String) throws(Failure) -> Bool {
    switch value {
    case "True": return true
    case "False": return false
    default: throw .truth(key: key, found: value)
    }
  }

  private static func activation(_ value: String) throws(Failure) -> Activation {
    let name = value.filter { $0 != "\"" }
    guard let activation = Activation(keras: name, isKeras3: true) else {
      throw .noActivation(name)
    }
    return activation
  }
}
