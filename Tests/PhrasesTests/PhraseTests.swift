import Engine
import Phrases
import Testing

@Suite("Phrase")
struct PhraseTests {
  @Test("numbers and shapes know where they stand")
  func figures() {
    let phrase: Phrase =
      "t \(12): \(number: -0.3678, digits: 3), \(grouped: 71168) of \(Shape([nil, 50, 128]))"
    #expect(phrase.text == "t 12: -0.368, 71,168 of (50, 128)")
    let scalars = Array(phrase.text.unicodeScalars)
    let texts = phrase.figures.map { figure in
      String(String.UnicodeScalarView(scalars[figure.cells]))
    }
    #expect(texts == ["12", "-0.368", "71,168", "(50, 128)"])
    #expect(
      phrase.figures.map(\.told) == [
        .number(12, digits: 0), .number(-0.368, digits: 3), .number(71168, digits: 0),
        .shape([50, 128]),
      ])
  }

  @Test("a phrase in a phrase keeps its figures at their new places")
  func nesting() {
    let inner: Phrase = "h[\(7)]"
    let outer: Phrase = "reads \(inner), then " + inner
    #expect(outer.text == "reads h[7], then h[7]")
    #expect(outer.figures.map(\.cells) == [8..<9, 19..<20])
    #expect(Phrase.joined([inner, inner], separator: " ").figures.map(\.cells) == [2..<3, 7..<8])
  }

  @Test("a zero with the place of its sign does not count the place")
  func sign() {
    let phrase = Phrase(0, digits: 2, signed: true)
    #expect(phrase.text == " 0.00")
    #expect(phrase.figures.map(\.cells) == [1..<5])
  }

  @Test("a text that others wrote is read: signs, thousands, shapes, the batch")
  func reading() {
    let phrase = Phrase(reading: "# (batch, 50, 128), 71,168 from -0.5 (see 3)")
    #expect(
      phrase.figures.map(\.told) == [
        .shape([50, 128]), .number(71168, digits: 0), .number(-0.5, digits: 1),
        .number(3, digits: 0),
      ])
    #expect(Phrase(plain: "lstm2 (64)").figures.isEmpty)
  }
}
