import Testing

@testable import HDF5

@Suite struct ChunkTests {
  private static let counted = (0..<35).map(Float.init)

  @Test(
    "every chunk index finds the chunks",
    arguments: Fixture.everything,
    [
      "single", "single_deflated", "implicit", "fixed", "fixed_deflated", "extensible_rows",
      "extensible_rows_deflated", "extensible_columns", "extensible_columns_deflated", "records",
      "records_deflated",
    ])
  func indexes(file: String, name: String) throws {
    let dataset = try Fixture.root(file).dataset("chunks/\(name)")
    #expect(dataset.shape == [7, 5])
    #expect(try dataset.floats() == Self.counted)
  }

  @Test("chunks that span whole axes, and those of a dataset that became smaller")
  func spans() throws {
    for file in Fixture.everything {
      let chunks = try Fixture.root(file).group("chunks")
      #expect(try chunks.dataset("cube").integers() == Array(0..<60))
      #expect(
        try chunks.dataset("shrunk").floats() == [0, 1, 2, 5, 6, 7, 10, 11, 12, 15, 16, 17])
    }
  }

  @Test("arrays and trees of more than one level")
  func deep() throws {
    let root = try Fixture.root("deep.h5")
    let rows = try root.dataset("extensible").integers()
    #expect(rows.count == 140_000)
    #expect(rows.prefix(4) == [1, 2, 3, 0])
    #expect(rows[100] == 4)
    #expect(rows[135_000] == 5)
    #expect(rows.reduce(0, +) == 15)
    let pages = try root.dataset("fixed").integers()
    #expect(pages[1100] == 4)
    #expect(pages[1499] == 5)
    #expect(pages.filter { $0 != 9 }.count == 2)
    #expect(try root.dataset("records").integers() == Array(0..<400))
  }

  @Test("filters are undone, checksums compared", arguments: Fixture.everything)
  func filters(file: String) throws {
    let filters = try Fixture.root(file).group("filters")
    for name in ["deflate", "shuffle", "fletcher32", "all"] {
      #expect(try filters.dataset(name).integers() == Array(0..<24))
    }
    #expect(try filters.dataset("odd").integers() == Array(0..<9))
    #expect(try filters.dataset("texts").texts() == ["one", "two", "three"])
  }

  @Test("what was not written is the fill value", arguments: Fixture.everything)
  func filling(file: String) throws {
    let filling = try Fixture.root(file).group("filling")
    #expect(try filling.dataset("nothing").floats() == [7, 7, 7, 7, 7, 7])
    #expect(try filling.dataset("zero").integers() == [0, 0])
    #expect(try filling.dataset("partly").floats() == [-1, -1, 5, 6, -1, -1])
    #expect(try filling.dataset("texts").texts() == ["", ""])
    #expect(try Fixture.root(file).dataset("compact").floats() == [1, 2, 3, 4])
  }

  @Test("chunks at the edge that are not deflated")
  func edges() throws {
    #expect(try Fixture.root("shared.h5").dataset("edges").floats() == Self.counted)
  }

  @Test("runs of a chunk within its dataset")
  func runs() throws {
    let grid = try #require(ChunkGrid(shape: [7, 5], lengths: [3, 2]))
    #expect(grid.counts == [3, 3])
    #expect(grid.isPartial([2, 0]))
    #expect(!grid.isPartial([1, 1]))
    var places: [[Int]] = []
    let edge = ChunkRuns(grid, [2, 2])
    try edge.forEach { places.append([$0, $1]) }
    #expect(edge.length == 1)
    #expect(places == [[0, 34]])
    let whole = try #require(ChunkGrid(shape: [4, 3, 2], lengths: [2, 3, 2]))
    let run = ChunkRuns(whole, [1, 0, 0])
    places = []
    try run.forEach { places.append([$0, $1]) }
    #expect(run.length == 12)
    #expect(places == [[0, 12]])
  }
}
