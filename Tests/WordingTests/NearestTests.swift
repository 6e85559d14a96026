import Testing
import Wording

@Suite("nearest")
struct NearestTests {
  @Test("a dropped, a doubled, a wrong and two swapped letters are slips")
  func slips() {
    let words = ["select", "observation", "lstm2"]
    #expect(nearest(to: "selct", in: words) == "select")
    #expect(nearest(to: "sellect", in: words) == "select")
    #expect(nearest(to: "lstn2", in: words) == "lstm2")
    #expect(nearest(to: "obsevration", in: words) == "observation")
  }

  @Test("another word is not a slip")
  func others() {
    #expect(nearest(to: "dense", in: ["select", "lstm2"]) == nil)
    #expect(nearest(to: "", in: ["go"]) == nil)
  }

  @Test("one letter is no slip of another, but may have the wrong case")
  func oneLetter() {
    #expect(nearest(to: "c", in: ["a", "b"]) == nil)
    #expect(nearest(to: "ab", in: ["a"]) == nil)
    #expect(nearest(to: "A", in: ["a"]) == "a")
    #expect(nearest(to: "og", in: ["go"]) == "go")
  }
}
