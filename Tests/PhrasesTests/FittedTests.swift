import Phrases
import Testing

@Suite("Fitted")
struct FittedTests {
  @Test("the longest form that fits is taken, the last where none does")
  func forms() {
    let forms = ["long words", "words", "w"]
    #expect(Fitted.form(forms, width: 10) == "long words")
    #expect(Fitted.form(forms, width: 9) == "words")
    #expect(Fitted.form(forms, width: 0) == "w")
    #expect(Fitted.whole(forms, width: 0) == nil)
  }

  @Test("a text is broken between words, and a longer word is cut")
  func lines() {
    #expect(Fitted.lines("one two three", width: 7) == ["one two", "three"])
    #expect(Fitted.lines("a wordthatislong b", width: 5) == ["a", "wordt", "hatis", "long", "b"])
    #expect(Fitted.lines("any", width: 0).isEmpty)
    #expect(Fitted.lines("", width: 9).isEmpty)
  }

  @Test("lines after the first can begin further in")
  func indent() {
    #expect(Fitted.packed([3, 3, 3], width: 7, indent: 4) == [0..<2, 2..<3])
    #expect(Fitted.packed([3, 3, 3], width: 7) == [0..<2, 2..<3])
    #expect(Fitted.packed([3, 1, 2], width: 5, indent: 2) == [0..<2, 2..<3])
    #expect(Fitted.packed([9, 1], width: 5) == [0..<1, 1..<2])
  }

  @Test("what is cut ends with a mark, behind a whole word where there is room")
  func begun() {
    let lines = ["one two", "three", "four"]
    #expect(Fitted.begun(lines, count: 3, width: 7) == lines)
    #expect(Fitted.begun(lines, count: 2, width: 7) == ["one two", "three …"])
    #expect(Fitted.begun(lines, count: 1, width: 7) == ["one …"])
    #expect(Fitted.begun(["three", "four"], count: 1, width: 5) == ["thre…"])
    #expect(Fitted.begun(lines, count: 0, width: 7) == [])
    #expect(
      Fitted.sentences(["one two three"], width: 7, lines: 1).map(\.text) == ["one …"])
    #expect(Fitted.sentences(["a b c"], width: 1, lines: 2).map(\.text) == ["a", "…"])
  }

  @Test("sentences are given whole, in the form that the lines left hold")
  func sentences() {
    let sentences = [
      Sentence("one two", "one"), Sentence("three four five", "three"), "six",
    ]
    func fitted(_ count: Int, isStrict: Bool = false) -> [String] {
      Fitted.sentences(sentences, width: 7, lines: count, isStrict: isStrict).map(\.text)
    }
    #expect(fitted(9) == ["one two", "three", "four", "five", "six"])
    #expect(fitted(2) == ["one two", "three"])
    #expect(Fitted.sentences(["a b c"], width: 1, lines: 3).map(\.text) == ["a", "b", "c"])
    #expect(Fitted.sentences(["a b c"], width: 1, lines: 2, first: .optional).isEmpty)
    let long: [Sentence] = ["one", "two three four", "six"]
    #expect(Fitted.sentences(long, width: 5, lines: 2).map(\.text) == ["one", "six"])
    #expect(
      Fitted.sentences(long, width: 5, lines: 2, isStrict: true).map(\.text) == ["one"])
  }
}
