import Phrases
import Testing

@testable import Documents

@Suite struct CSVNumbersTests {
  private static let rows: [Float] = [1, 2, 0.5, 1.5, 1.5, 2.5, 1, 2]
  private static let names = ["Open", "High", "Low", "Close"]
  private static let plain = "Open,High,Low,Close\n1.0,2.0,0.5,1.5\n1.5,2.5,1.0,2.0\n"

  private func read(_ text: String) throws -> CSVNumbers {
    let scratch = try Scratch()
    return try CSVNumbers(contentsOf: try scratch.file("a.csv", text))
  }

  private func sentence(_ text: String) throws -> String {
    let scratch = try Scratch()
    let file = try scratch.file("a.csv", text)
    return scratch.sentence { _ = try CSVNumbers(contentsOf: file) }
  }

  @Test(
    "tabs, semicolons, bars and blanks separate as commas do, decimals stand behind a comma too",
    arguments: [
      plain, plain.replacing(",", with: "\t"), plain.replacing(",", with: ";"),
      plain.replacing(",", with: "|"), plain.replacing(",", with: " "),
      plain.replacing(",", with: "   ").replacing("\n", with: "  \n "),
      plain.replacing(",", with: ";").replacing(".", with: ","),
      plain.replacing(",", with: "; ").replacing(".", with: ","),
      plain.replacing(",", with: "\t").replacing(".", with: ","),
      plain.replacing(",", with: " ").replacing(".", with: ","), plain.replacing(",", with: ", "),
      "sep=;\n" + plain.replacing(",", with: ";"), "# by hand\n# Open,High\n" + plain,
      "# " + plain, "\u{FEFF}" + plain.replacing(",", with: ";"),
    ])
  func separators(text: String) throws {
    for end in ["\n", "\r\n", "\r"] {
      let read = try read(text.replacing("\n", with: end))
      #expect(read.numbers == NumberArray(shape: [2, 4], values: Self.rows))
      #expect(read.names == Self.names)
      #expect(read.passedOver == [])
    }
  }

  @Test("rows alone are read under every separator, decimals behind a comma as well")
  func withoutNames() throws {
    let rows = "1.000e+00 2.000e+00 5.000e-01 1.500e+00\n1.5 2.5 1.0 2.0\n"
    for separator in [" ", "\t", ";", "|"] {
      let text = rows.replacing(" ", with: separator)
      for text in [text, text.replacing(".", with: ",")] {
        let read = try read(text)
        #expect(read.numbers == NumberArray(shape: [2, 4], values: Self.rows), "\(text)")
        #expect(read.names == nil)
      }
    }
    #expect(try read("1,0;2,0\n").numbers.values == [1, 2])
    #expect(try read("my feature\n1.0\n2.5\n").names == ["my feature"])
    #expect(try read("a;b\n1;2\n3;4,5\n").numbers.values == [1, 2, 3, 4.5])
  }

  @Test(
    "the numbers of the columns above them are no timestep",
    arguments: [
      ("0,1,2,3\n0.1,0.2,0.3,0.4\n0.5,0.6,0.7,0.8\n", 2),
      ("0,1,2,3\n7,8,8,8\n7,6,5,4\n1,1,1,1\n", 3), ("0,1\n0.5,0.25\n", 1), ("0\n0.5\n1.0\n", 2),
      ("3,4,5\n0.5,0.25,1.0\n", 1), (",0,1\n0,5,6\n1,7,8\n", 2), (",4\n0,5\n1,7\n", 2),
      ("0 1\n0 1.5 2.5\n1 3.5 4.5\n", 2), ("Date,0,1,2\n2024-01-02,5,6,1\n2024-01-03,7,8,2\n", 2),
      ("0;1;2\n0,5;1,5;2\n1;1;1\n", 2),
    ])
  func numberedColumns(text: String, timesteps: Int) throws {
    let read = try read(text)
    #expect(read.numbers.shape[0] == timesteps)
    #expect(read.names == nil)
  }

  @Test(
    "whole numbers in the first row are a timestep where nothing tells otherwise",
    arguments: [
      ("0,1\n1,0\n0,1\n", 3), ("0\n1\n2\n", 3), ("0,1,2\n1,2,3\n2,3,4\n", 3), ("1,2\n3,4\n", 2),
      ("0,1,2\n", 1), ("1,2,4\n1.5,2.5,3.5\n", 2), ("0,1\n1,0.5\n", 2), ("7\n0.5\n", 2),
    ])
  func firstTimestep(text: String, timesteps: Int) throws {
    #expect(try read(text).numbers.shape[0] == timesteps)
  }

  @Test(
    "an index and columns of dates or words are passed over and named",
    arguments: [
      (",Open,High,Low,Close\n0,1.0,2.0,0.5,1.5\n1,1.5,2.5,1.0,2.0\n", ["column 0"]),
      ("\"\",Open,High,Low,Close\n\"1\",1.0,2.0,0.5,1.5\n\"2\",1.5,2.5,1.0,2.0\n", ["column 0"]),
      (",Open,High,Low,Close\na,1.0,2.0,0.5,1.5\nb,1.5,2.5,1.0,2.0\n", ["column 0"]),
      (
        "Unnamed: 0,Open,High,Low,Close\n5,1.0,2.0,0.5,1.5\n6,1.5,2.5,1.0,2.0\n",
        ["'Unnamed: 0'"]
      ),
      (
        "Date,Open,High,Low,Close\n2024-01-02,1.0,2.0,0.5,1.5\n2024-01-03,1.5,2.5,1.0,2.0\n",
        ["'Date'"]
      ),
      (
        "Datum;Open;High;Low;Close\n02.01.2024;1,0;2,0;0,5;1,5\n03.01.2024;1,5;2,5;1,0;2,0\n",
        ["'Datum'"]
      ),
      (
        "Open,Time,High,Low,Close,\n1.0,2024-01-02 10:00:00,2.0,0.5,1.5,\n"
          + "1.5,2024-01-02 10:01:00,2.5,1.0,2.0,\n", ["'Time'", "column 5"]
      ),
      (
        "Name,Open,High,Low,Close\nAAPL,1.0,2.0,0.5,1.5\nAAPL,1.5,2.5,1.0,2.0\n", ["'Name'"]
      ),
      (
        "\"Open\"\t\"High\"\tLow\tClose\nx\t1.0\t2.0\t0.5\t1.5\ny\t1.5\t2.5\t1.0\t2.0\n",
        ["column 0"]
      ),
      ("Open High Low Close\n1 1.0 2.0 0.5 1.5\n2 1.5 2.5 1.0 2.0\n", ["column 0"]),
    ])
  func passedOver(text: String, columns: [String]) throws {
    let read = try read(text)
    #expect(read.numbers == NumberArray(shape: [2, 4], values: Self.rows))
    #expect(read.names == Self.names)
    #expect(read.passedOver.map(\.words) == columns)
  }

  @Test("UTF-16 with its mark, as Excel's Unicode text is")
  func unicodeText() throws {
    let scratch = try Scratch()
    let text = Self.plain.replacing(",", with: "\t")
    for (mark, isLittle) in [([0xFF, 0xFE] as [UInt8], true), ([0xFE, 0xFF], false)] {
      let bytes = text.utf16.flatMap { unit in
        let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
        return isLittle ? [low, high] : [high, low]
      }
      let read = try CSVNumbers(contentsOf: try scratch.file("a.csv", mark + bytes))
      #expect(read.numbers.values == Self.rows && read.names == Self.names)
    }
  }

  @Test("a date before numbers without names is passed over, one row is enough to tell")
  func dates() throws {
    let read = try read("2024/01/02,1,2\n2024/01/03,3,4\n")
    #expect(read.numbers.values == [1, 2, 3, 4] && read.passedOver.map(\.words) == ["column 0"])
    #expect(try self.read("t,a\n10:30,1\n").numbers.values == [1])
  }

  @Test(
    "what is no number in a column of numbers, or may be meant as one, is refused at its place",
    arguments: [
      (
        "a,b\n12%,1\n13%,2\n",
        "a.csv:2:1: '12%' in column 'a' is not a number; write one such as 0.5 or -1e-3"
      ),
      (
        "a;b\n1.234,5;1\n",
        "a.csv:2:1: '1.234,5' in column 'a' is not a number; write one such as 0.5 or -1e-3"
      ),
      (
        "a;b\n0,5;1\n1.5;1\n",
        "a.csv:3:1: '1.5' in column 'a' is not a number; write one such as 0.5 or -1e-3"
      ),
      (
        "a,b\n\"1,234\",1\n\"1,235\",2\n",
        "a.csv:2:1: '1,234' in column 'a' is not a number; write one such as 0.5 or -1e-3"
      ),
      ("a,1\n2,3\n", "a.csv:1:1: 'a' is not a number; write one such as 0.5 or -1e-3"),
      (
        "a\tb\n1\tx\n2\t3\n4x\t5\n",
        "a.csv:2:3: 'x' in column 'b' is not a number; write one such as 0.5 or -1e-3"
      ),
      ("a b\n1 2\n3\n", "a.csv:3: this row has 1 cell, and the rows before it have 2"),
      ("1 2\n3 4 5\n", "a.csv:2: this row has 3 cells, and the rows before it have 2"),
      (
        "day,word\n2024-01-02,sun\n2024-01-03,rain\n",
        "a.csv: none of its columns is one of numbers; they are 'day' and 'word'"
      ),
    ])
  func refused(text: String, expected: String) throws {
    #expect(try sentence(text) == expected)
  }
}
