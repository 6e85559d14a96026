import Testing

@testable import HDF5

@Suite struct LinkTests {
  @Test("paths lead through groups, and links to the same objects", arguments: Fixture.everything)
  func paths(file: String) throws {
    let root = try Fixture.root(file)
    for path in [
      "links/here/below/deepest", "/links/here/below/deepest", "links/same",
      "links/soft/below/deepest", "links/relative/deepest", "links/./here//below/deepest",
    ] {
      #expect(try root.dataset(path).integers() == [1, 2, 3])
    }
    #expect(try root.group("links/here").dataset("/links/same").integers() == [1, 2, 3])
    #expect(try root.group("links/ring/ring/ring").names == ["ring"])
  }

  @Test("names come in the order of their bytes, however many", arguments: Fixture.everything)
  func names(file: String) throws {
    let links = try Fixture.root(file).group("links")
    let many = try links.group("many")
    #expect(many.names.count == 60)
    #expect(many.names.first == "n00")
    #expect(many.names.last == "n59")
    #expect(try links.group("ordered").names == ["apple", "zebra"])
    let deep = try Fixture.root("deep.h5").group("links")
    #expect(deep.names.count == 200)
    #expect(try deep.dataset("name_199").shape == [20, 20])
  }

  @Test("a link that leads nowhere, elsewhere or in a circle is told")
  func refusals() throws {
    let root = try Fixture.root("earliest.h5")
    #expect(
      sentence { _ = try root["links/dangling"] }
        == "earliest.h5: there is no 'nowhere' in the root group; it has 'attributes', 'chunks', "
        + "'compact', 'filling', 'filters', 'links', 'numbers' and 'texts'")
    #expect(
      sentence { _ = try root["links/elsewhere"] }
        == "earliest.h5: '/links/elsewhere' is a link to '/x' in the file 'other.h5', which is not "
        + "followed; copy it with: f = h5py.File('earliest.h5', 'r+'); del f['/links/elsewhere']; "
        + "f.copy(h5py.File('other.h5')['/x'], '/links/elsewhere')")
    #expect(sentence { _ = try root["links/circle"] }.contains("lead on and on"))
    #expect(
      sentence { _ = try root["compact/x"] } == "earliest.h5: '/compact' is not a group")
    #expect(
      sentence { _ = try root.group("compact") } == "earliest.h5: '/compact' is not a group")
    #expect(
      sentence { _ = try root.dataset("links") } == "earliest.h5: '/links' is not a dataset")
  }
}
