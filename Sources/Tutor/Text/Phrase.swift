import Engine
import Screen
import Wording

/// A text that knows which numbers and shapes stand in it, and where.
///
///     let phrase: Phrase = "\(read) of \(count) read, \(number: value, digits: 3) so far"
///
/// So a question can be asked beside the screen that shows its answer: what tells it is covered by what
/// it is, not by how it looks.
struct Phrase: Hashable, Sendable {
  /// A number or shape in the text.
  struct Figure: Hashable, Sendable {
    var told: Told
    /// The cells that it takes, from the text's first on.
    var cells: Range<Int>
  }

  private(set) var text: String
  private var kept: [Figure] = []
  /// Whether the text came as a text: what it tells is found out when somebody asks.
  private var isRead = false

  /// A text without numbers or shapes.
  init(plain text: String = "") { self.text = text }

  /// A text that others wrote, as Keras's own words and code are: the numbers and shapes that stand in
  /// it are read from it.
  init(reading text: String) {
    self.text = text
    isRead = true
  }

  /// A text that is one number, as it was written.
  init(_ text: String, number: Double, digits: Int) {
    self.text = text
    keep(.number(number, digits: digits), from: 0, text)
  }

  /// The numbers and shapes in it.
  var figures: [Figure] { isRead ? Self.figures(in: text) : kept }

  /// Whether there may be any.
  var tells: Bool { isRead || !kept.isEmpty }

  /// The characters.
  var count: Int { text.count }

  static func + (one: Phrase, other: Phrase) -> Phrase {
    var sum = one
    sum += other
    return sum
  }

  static func += (one: inout Phrase, other: Phrase) {
    let start = Cleaning.width(of: one.text)
    if one.isRead || other.isRead {
      one.kept = one.figures
      one.isRead = false
    }
    one.kept += other.figures.map {
      Figure(told: $0.told, cells: $0.cells.lowerBound + start..<$0.cells.upperBound + start)
    }
    one.text += other.text
  }

  /// Keeps what a piece of the text tells, without the spaces before it.
  fileprivate mutating func keep(_ told: Told, from start: Int, _ piece: String) {
    let spaces = piece.prefix { $0 == " " }.count
    kept.append(Figure(told: told, cells: start + spaces..<start + Cleaning.width(of: piece)))
  }
}

extension Phrase: ExpressibleByStringInterpolation, CustomStringConvertible {
  init(stringLiteral text: String) { self.init(plain: text) }

  init(stringInterpolation: Interpolation) { self = stringInterpolation.phrase }

  var description: String { text }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate(set) var phrase = Phrase()

    init(literalCapacity: Int, interpolationCount: Int) {
      phrase.text.reserveCapacity(literalCapacity + interpolationCount * 4)
    }

    mutating func appendLiteral(_ text: String) { phrase.text += text }

    /// A text that tells nothing: a name, a word.
    mutating func appendInterpolation(_ text: String) { phrase.text += text }

    mutating func appendInterpolation(_ letter: Character) { phrase.text.append(letter) }

    mutating func appendInterpolation(_ other: Phrase) { phrase += other }

    /// A whole number.
    mutating func appendInterpolation(_ number: Int) {
      append("\(number)", .number(Double(number), digits: 0))
    }

    /// A whole number with commas between its thousands.
    mutating func appendInterpolation(grouped number: Int) {
      append(Wording.grouped(number), .number(Double(number), digits: 0))
    }

    /// How many there are of a thing.
    mutating func appendInterpolation(_ number: Int, of thing: String) {
      appendInterpolation(grouped: number)
      phrase.text += " \(thing)\(number == 1 ? "" : "s")"
    }

    /// A number as the screens write it.
    mutating func appendInterpolation(
      number: Float, digits: Int = 2, signed: Bool = false
    ) {
      appendInterpolation(Phrase(number, digits: digits, signed: signed))
    }

    /// The shape of one observation.
    mutating func appendInterpolation(_ shape: Shape) {
      let text = shape.perObservation
      let sizes = shape.dimensions.dropFirst().compactMap(\.self)
      guard sizes.count == shape.dimensions.count - 1 else { return phrase.text += text }
      append(text, .shape(sizes))
    }

    private mutating func append(_ text: String, _ told: Told) {
      phrase.keep(told, from: Cleaning.width(of: phrase.text), text)
      phrase.text += text
    }
  }
}

extension Phrase {
  /// A number as the screens write it, with so many digits after its point.
  init(_ number: Float, digits: Int = 2, signed: Bool = false) {
    self.init(
      decimal(number, digits: digits, signed: signed), number: Self.rounded(Double(number), digits),
      digits: digits)
  }

  private static func rounded(_ number: Double, _ digits: Int) -> Double {
    var factor = 1.0
    for _ in 0..<max(0, min(digits, 22)) { factor *= 10 }
    return (number * factor).rounded() / factor
  }

  /// Phrases with a text between them.
  static func joined(_ phrases: [Phrase], separator: String) -> Phrase {
    var result = Phrase()
    for (place, phrase) in phrases.enumerated() {
      if place > 0 { result += Phrase(plain: separator) }
      result += phrase
    }
    return result
  }
}
