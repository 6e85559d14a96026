import Engine
import Wording

/// A text that knows which numbers and shapes stand in it, and where.
///
///     let phrase: Phrase = "\(read) of \(count) read, \(number: value, digits: 3) so far"
///
/// So a question can be asked beside the screen that shows its answer: what tells it is covered by what
/// it is, not by how it looks.
package struct Phrase: Hashable, Sendable {
  /// A number or shape in the text.
  package struct Figure: Hashable, Sendable {
    package var told: Told
    /// The cells that it takes, from the text's first on.
    package var cells: Range<Int>

    fileprivate func moved(by distance: Int) -> Figure {
      Figure(told: told, cells: cells.lowerBound + distance..<cells.upperBound + distance)
    }
  }

  package private(set) var text: String
  private var kept: [Figure] = []
  /// The pieces that came as texts, by the cell at which each begins: what they tell is found out when
  /// somebody asks.
  private var unread: [Piece] = []

  private struct Piece: Hashable, Sendable {
    var text: String
    var start: Int
  }

  /// A text without numbers or shapes.
  package init(plain text: String = "") { self.text = text }

  /// A text that others wrote, as Keras's own words and code are: the numbers and shapes that stand in
  /// it are read from it.
  package init(reading text: String) {
    self.text = text
    unread = [Piece(text: text, start: 0)]
  }

  /// A text that is one number, as it was written.
  package init(_ text: String, number: Double, digits: Int) {
    self.text = text
    keep(.number(number, digits: digits), from: 0, text)
  }

  /// The numbers and shapes in it, from left to right.
  package var figures: [Figure] {
    if unread.isEmpty { return kept }
    let read = unread.flatMap { piece in
      Self.figures(in: piece.text).map { $0.moved(by: piece.start) }
    }
    return (kept + read).sorted { $0.cells.lowerBound < $1.cells.lowerBound }
  }

  /// Whether there may be any.
  package var tells: Bool { !unread.isEmpty || !kept.isEmpty }

  /// The cells that it takes.
  package var count: Int { Cleaning.width(of: text) }

  package static func + (one: Phrase, other: Phrase) -> Phrase {
    var sum = one
    sum += other
    return sum
  }

  package static func += (one: inout Phrase, other: Phrase) {
    let start = one.count
    one.text += other.text
    for figure in other.kept { one.kept.append(figure.moved(by: start)) }
    for piece in other.unread {
      one.unread.append(Piece(text: piece.text, start: piece.start + start))
    }
  }

  /// Keeps what a piece of the text tells, without the spaces before it.
  fileprivate mutating func keep(_ told: Told, from start: Int, _ piece: String) {
    let spaces = piece.prefix { $0 == " " }.count
    kept.append(Figure(told: told, cells: start + spaces..<start + Cleaning.width(of: piece)))
  }
}

extension Phrase: ExpressibleByStringInterpolation, CustomStringConvertible {
  package init(stringLiteral text: String) { self.init(plain: text) }

  package init(stringInterpolation: Interpolation) { self = stringInterpolation.phrase }

  package var description: String { text }

  package struct Interpolation: StringInterpolationProtocol {
    fileprivate(set) var phrase = Phrase()

    package init(literalCapacity: Int, interpolationCount: Int) {
      phrase.text.reserveCapacity(literalCapacity + interpolationCount * 4)
    }

    package mutating func appendLiteral(_ text: String) { phrase.text += text }

    /// A text that tells nothing: a name, a word.
    package mutating func appendInterpolation(_ text: String) { phrase.text += text }

    package mutating func appendInterpolation(_ letter: Character) { phrase.text.append(letter) }

    package mutating func appendInterpolation(_ other: Phrase) { phrase += other }

    /// A whole number.
    package mutating func appendInterpolation(_ number: Int) {
      append("\(number)", .number(Double(number), digits: 0))
    }

    /// A whole number with commas between its thousands.
    package mutating func appendInterpolation(grouped number: Int) {
      append(Wording.grouped(number), .number(Double(number), digits: 0))
    }

    /// How many there are of a thing.
    package mutating func appendInterpolation(_ number: Int, of thing: String) {
      appendInterpolation(grouped: number)
      phrase.text += " " + plural(thing, number)
    }

    /// A number as the screens write it.
    package mutating func appendInterpolation(
      number: Float, digits: Int = 2, signed: Bool = false
    ) {
      appendInterpolation(Phrase(number, digits: digits, signed: signed))
    }

    /// The shape of one observation.
    package mutating func appendInterpolation(_ shape: Shape) {
      let text = shape.perObservation
      let sizes = shape.dimensions.dropFirst().compactMap(\.self)
      guard sizes.count == shape.dimensions.count - 1 else { return phrase.text += text }
      append(text, .shape(sizes))
    }

    /// The shape as Keras prints it, the batch in front: `(None, 50, 10)`. It tells that of one
    /// observation.
    package mutating func appendInterpolation(keras shape: Shape) {
      let sizes = shape.dimensions.dropFirst().compactMap(\.self)
      guard sizes.count == shape.dimensions.count - 1 else {
        return phrase.text += shape.description
      }
      append(shape.description, .shape(sizes))
    }

    private mutating func append(_ text: String, _ told: Told) {
      phrase.keep(told, from: Cleaning.width(of: phrase.text), text)
      phrase.text += text
    }
  }
}

extension Phrase {
  /// A number as the screens write it, with so many digits after its point.
  package init(_ number: Float, digits: Int = 2, signed: Bool = false) {
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
  package static func joined(_ phrases: [Phrase], separator: String) -> Phrase {
    var result = Phrase()
    for (place, phrase) in phrases.enumerated() {
      if place > 0 { result += Phrase(plain: separator) }
      result += phrase
    }
    return result
  }
}
