import Documents
import Vocabulary

/// A sentence with emphasis, code and the live values of quantities:
/// `The gate *closes*: {lstm2.forget_gate[15, 29]:.2}`.
package struct LessonText: Sendable {
  package enum Piece: Sendable {
    case plain(String)
    case emphasis(String)
    case code(String)
    /// A value, with so many digits behind the point, nil for what suits it, and with a + above zero
    /// where it is signed.
    case value(Formula, digits: Int?, isSigned: Bool)
  }

  package var pieces: [Piece]
  /// Where it stands in the lesson; nil outside of one.
  package var place: Place?

  /// Reads a text; `{{` and `}}` are braces that mean nothing, and so is a star between spaces.
  ///
  /// - Throws: `FormulaError`, its offset counted from the beginning of the text.
  package init(parsing text: String) throws(FormulaError) {
    pieces = []
    let characters = Array(text)
    var plain = ""
    var place = 0
    func flush(_ pieces: inout [Piece]) {
      if !plain.isEmpty { pieces.append(.plain(plain)) }
      plain = ""
    }
    func closing(_ mark: Character) -> Int? {
      characters[(place + 1)...].firstIndex(of: mark)
    }
    while place < characters.count {
      let next = characters[place]
      let after = place + 1 < characters.count ? characters[place + 1] : " "
      switch next {
      case "{" where after == "{", "}" where after == "}":
        plain.append(next)
        place += 2
      case "{":
        guard let end = closing("}") else {
          throw FormulaError(.openBrace, offset: place)
        }
        flush(&pieces)
        pieces.append(try Self.value(String(characters[(place + 1)..<end]), at: place + 1))
        place = end + 1
      case "`":
        guard let end = closing("`") else {
          throw FormulaError(.openCode, offset: place)
        }
        flush(&pieces)
        pieces.append(.code(String(characters[(place + 1)..<end])))
        place = end + 1
      case "*" where !after.isWhitespace && closing("*") != nil:
        let end = closing("*") ?? place
        flush(&pieces)
        pieces.append(.emphasis(String(characters[(place + 1)..<end])))
        place = end + 1
      default:
        plain.append(next)
        place += 1
      }
    }
    flush(&pieces)
  }

  private static func value(_ text: String, at offset: Int) throws(FormulaError) -> Piece {
    var formula = text
    var digits: Int?
    var isSigned = false
    if let colon = text.lastIndex(of: ":") {
      var format = text[text.index(after: colon)...]
      if format.hasPrefix("+") {
        isSigned = true
        format = format.dropFirst()
      }
      guard format.hasPrefix("."), let count = Int(format.dropFirst()), (0...9).contains(count)
      else {
        throw FormulaError(.digitsShown, offset: offset)
      }
      digits = count
      formula = String(text[..<colon])
    }
    do throws(FormulaError) {
      return .value(try Formula(parsing: formula), digits: digits, isSigned: isSigned)
    } catch {
      throw FormulaError(error.problem, offset: offset + error.offset)
    }
  }

  /// The formulas that stand in it.
  package var values: [Formula] {
    pieces.compactMap { if case .value(let formula, _, _) = $0 { formula } else { nil } }
  }
}

extension LessonText {
  /// A text without any markup.
  package init(words: String) { pieces = words.isEmpty ? [] : [.plain(words)] }
}
