import Testing

@testable import HDF5

@Suite struct TextTests {
  @Test("texts of variable length", arguments: Fixture.everything)
  func variable(file: String) throws {
    let texts = try Fixture.root(file).group("texts")
    #expect(try texts.dataset("one").text() == "a→ß")
    #expect(try texts.dataset("none").text() == "")
    let variable = try texts.dataset("variable")
    #expect(variable.elementType == .text)
    #expect(try variable.texts() == ["", "kernel", String(repeating: "x", count: 50)])
  }

  @Test("texts of fixed length, whatever fills them up", arguments: Fixture.everything)
  func fixed(file: String) throws {
    let texts = try Fixture.root(file).group("texts")
    #expect(try texts.dataset("fixed").texts() == ["a", "kernel:0", ""])
    #expect(try texts.dataset("utf8").text() == "grün")
    #expect(try texts.dataset("terminated").texts() == ["a b", "kernel"])
    #expect(try texts.dataset("spaces").texts() == ["a b", "kernel"])
  }

  @Test("several texts are not one")
  func notSingle() throws {
    let root = try Fixture.root("latest.h5")
    #expect(
      sentence { _ = try root.dataset("texts/fixed").text() }
        == "latest.h5: '/texts/fixed' has the shape [3], and a single text is expected")
  }

  @Test("texts that take more memory than is given are refused")
  func memory() throws {
    let bytes = try Fixture.bytes("earliest.h5")
    // An array of three takes 48 bytes, what is known of their heap and the longest of them more.
    let root = try HDF5File(bytes: bytes, named: "a.h5", memory: 150).root
    #expect(try root.dataset("texts/terminated").texts() == ["a b", "kernel"])
    #expect(
      sentence { _ = try root.dataset("texts/variable").texts() }
        == "a.h5: '/texts/variable' would take too many bytes, and of a file of this size at most "
        + "150 are read")
  }
}
