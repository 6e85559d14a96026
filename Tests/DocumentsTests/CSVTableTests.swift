import Testing

@testable import Documents

@Suite struct CSVTableTests {
  private func texts(_ text: String) throws -> [[String]] {
    let scratch = try Scratch()
    var table = try CSVTable(contentsOf: try scratch.file("a.csv", text))
    var rows: [[String]] = []
    repeat { rows.append(table.cells.map(table.text)) } while try table.nextRow()
    return rows
  }

  @Test("quotes hold commas, line ends and doubled quotes; CR LF and empty lines go")
  func cells() throws {
    #expect(
      try texts("\u{FEFF}a,\"b,\"\"c\"\"\"\r\n\r\n\"1\n2\" ,3\r\n,\r\n")
        == [["a", "b,\"c\""], ["1\n2", "3"], ["", ""]])
    #expect(try texts("1,2\n3,4") == [["1", "2"], ["3", "4"]])
  }

  @Test(
    "broken rows are refused with their line",
    arguments: [
      ("", "a.csv: it holds no row of numbers"),
      ("\n\r\n", "a.csv: it holds no row of numbers"),
      ("1,2\n\n3\n", "a.csv:3: this row has 1 cell, and the rows before it have 2"),
      ("1,\"2\n3", "a.csv:1:3: the quotation mark here is never closed"),
      (
        "1,\"2\"x\n",
        "a.csv:1:6: text follows a closing quotation mark; double the marks inside a cell"
      ),
    ])
  func broken(text: String, sentence: String) throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.csv", text)
    #expect(
      scratch.sentence {
        var table = try CSVTable(contentsOf: file)
        while try table.nextRow() {}
      } == sentence)
  }

  @Test("a row of more cells than a network may have features is refused")
  func tooManyCells() throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.csv", String(repeating: ",", count: CSVTable.mostColumns))
    #expect(
      scratch.sentence { _ = try CSVTable(contentsOf: file) }
        == "a.csv:1: this row has more than 1,000,000 cells, the most that are read")
  }

  @Test(
    "numbers are read to the last bit",
    arguments: [
      "0", "-0.0", "12.8", "+3", "1e3", "-4.678916335105895996e-01", "123456789012345",
      "0.1", ".5", "5.", "1234567890123456789", "1e-320", "0.000000000000001", "9007199254740993",
    ])
  func numbers(text: String) {
    let number = Array(text.utf8).withUnsafeBytes(decimalNumber)
    #expect(
      number?.bitPattern == Double(text == "5." ? "5" : text == ".5" ? "0.5" : text)?.bitPattern)
  }

  @Test(
    "what is no decimal number is none",
    arguments: ["", "-", ".", "1,5", "0x10", "1e", "one", "1 2", "--1", "1..2"])
  func notNumbers(text: String) {
    #expect(Array(text.utf8).withUnsafeBytes(decimalNumber) == nil)
  }
}
