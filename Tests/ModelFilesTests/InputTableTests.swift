import Documents
import Engine
import Phrases
import Testing

@testable import ModelFiles

/// Tables as people have them, against what pandas makes of them.
@Suite struct InputTableTests {
  private static let prices = Sources.fixture("Data/prices.csv")
  private let input = InputLayer(timesteps: 6, features: 3)

  private func reading(_ change: (inout InputReading) -> Void) -> InputReading {
    var reading = InputReading()
    reading.columns = ["Close", "Open", "Volume"]
    reading.target = "Close"
    change(&reading)
    return reading
  }

  /// The observations and those of pandas; the true answers too.
  private func compare(
    _ name: String, _ change: (inout InputReading) -> Void
  ) throws -> ObservationFile {
    let file = try ObservationFile(contentsOf: Self.prices, for: [input], reading: reading(change))
    let right = try NumPyFile.read(Sources.fixture("Data/\(name).npy"))
    #expect(file.rows.shape == right.shape)
    // Both are rounded from float64 once.
    #expect(largestDifference(file.tensor.values, right.values) <= 1e-6)
    return file
  }

  @Test("windows standardised by their first rows are those of pandas, with their true answers")
  func standardised() throws {
    let file = try compare("standardised") {
      $0.missing = .forward
      $0.scaling = .standardise
      $0.fitOn = 0..<25
    }
    let truths = try NumPyFile.read(Sources.fixture("Data/truths.npy")).values
    #expect((0..<file.count).map { file.facts($0).truth?.measured } == truths)
    #expect(file.facts(0).truth?.value == file.observation(1)[5].first)
    #expect(file.facts(0).span == "Thu 25 Jan – Thu 1 Feb 2024")
    #expect(file.facts(0).source == "of 34 in prices.csv")
    #expect(file.facts(0).known?.hasPrefix("standardised, true Close ") == true)
    #expect(file.facts(0).known?.hasSuffix(" (\(truths[0]))") == true)
    #expect(file.timesteps(of: 0)[2].readings.count == 3)
    #expect(file.featureNames == ["Close", "Open", "Volume"])
    #expect(file.passedOver == [.title("Name")])
  }

  @Test("values from 0 to 1, zeros for gaps, every third window, rows with gaps left out")
  func otherwise() throws {
    _ = try compare("normalised") {
      $0.missing = .forward
      $0.scaling = .normalise
    }
    _ = try compare("zeros") {
      $0.missing = .zero
      $0.step = 3
      $0.window = 6
    }
    let dropped = try compare("dropped") { $0.missing = .drop }
    // The row after the gap follows the one before it.
    let labels = dropped.timesteps(of: 5).map(\.label)
    #expect(labels.prefix(3) == ["Thu 1 Feb 2024", "Fri 2 Feb 2024", "Wed 7 Feb 2024"])
  }

  private func sentence(
    _ text: String, features: Int = 2, timesteps: Int? = 2,
    _ change: (inout InputReading) -> Void = { _ in }
  ) throws -> String {
    let scratch = try Scratch()
    let file = try scratch.file("a.csv", text)
    var reading = InputReading()
    change(&reading)
    return scratch.sentence {
      _ = try ObservationFile(
        contentsOf: file, for: [InputLayer(timesteps: timesteps, features: features)],
        reading: reading)
    }
  }

  private static let four = "Date,open,close,name,volume\n2024-01-02,1,2,x,3\n2024-01-03,4,5,x,6\n"

  @Test("what cannot be told is asked for once, and each thing said wrongly has its sentence")
  func refused() throws {
    let listed =
      "'Date' (dates), 'open' (numbers), 'close' (numbers), 'name' (words) and 'volume' (numbers)"
    #expect(
      try sentence(Self.four)
        == "a.csv: it cannot be told which of its columns are the 2 features that the model reads; name "
        + "them with --columns NAME,NAME: it has " + listed)
    #expect(
      try sentence(Self.four, features: 1)
        == "a.csv: it cannot be told which of its columns is the feature that the model reads; name it "
        + "with --columns NAME: it has " + listed)
    #expect(
      try sentence(Self.four) { $0.columns = ["open", "clsoe"] }
        == "a.csv: there is no column 'clsoe'; did you mean 'close'?")
    #expect(
      try sentence(Self.four) { $0.columns = ["open", "name"] }
        == "a.csv: 'name' holds words, and a column of numbers is needed")
    #expect(
      try sentence(Self.four) { $0.columns = ["open"] }
        == "a.csv: 1 column is named, and the model reads 2 features; it has " + listed)
    #expect(
      try sentence("a,b\n1,2\n3,4\n") { $0.target = "a" }
        == "a.csv: it has 2 rows, too few for a window of 2 and the true value after it; ask for less "
        + "with --window")
    #expect(
      try sentence("a,b\n1,2\n3,4\n", timesteps: nil) { $0.target = "a" }
        == "a.csv: --target is the value after a window, and all 2 rows are one observation; say how "
        + "long a window is with --window")
    #expect(
      try sentence("a,b\n1,2\n3,4\n") {
        $0.scaling = .normalise
        $0.fitOn = 0..<3
      } == "a.csv: the rows 0:3 of --fit-on are not all there: it has 2 rows")
    #expect(
      try sentence("a,b\n1,2\nNA,-\n3,null\n")
        == "a.csv:3:1: 3 values are missing, here, at 3:4 and at 4:3; fill with --missing forward or zero, "
        + "leave rows out with drop, or let NaN in with keep")
    #expect(
      try sentence("a,b\n1,\n2,3\n") { $0.missing = .forward }
        == "a.csv:2:3: nothing stands before the missing value here that --missing forward could repeat; "
        + "use zero or drop")
    #expect(
      try sentence("a,b\n1,\n,3\n") { $0.missing = .drop }
        == "a.csv: no row is left without its 2 missing values; fill with --missing forward or zero"
    )
    #expect(
      try sentence("a,b,g\n1,2,x\n3,4,y\n5,6,y\n") { $0.group = "g" }
        == "a.csv: 'x' has 1 row, too few for a window of 2; ask for less with --window")
    #expect(
      try sentence("1,2,3,4\n") { $0.window = 2 }
        == "a.csv: --window is for tables with a row a timestep, but each row of this one is a whole "
        + "observation; leave it out")
  }

  @Test("a column of another kind is no hindrance where the features are named")
  func namedAmongFaults() throws {
    let scratch = try Scratch()
    var reading = InputReading()
    reading.columns = ["b", "a"]
    let file = try ObservationFile(
      contentsOf: try scratch.file("a.csv", "a,share,b\n1,12%,2\n3,5,4\n"),
      for: [InputLayer(timesteps: 2, features: 2)], reading: reading)
    #expect(file.observation(0).values == [2, 1, 4, 3])
    #expect(file.featureNames == ["b", "a"])
  }

  @Test("sequences of an id, in the order in which they begin, with no window over two of them")
  func groups() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a.csv", "id,x\n7,1\n9,10\n7,2\n9,20\n9,30\n7,3\n")
    var reading = InputReading()
    reading.group = "id"
    let file = try ObservationFile(
      contentsOf: path, for: [InputLayer(timesteps: 2, features: 1)], reading: reading)
    #expect(file.tensor.values == [1, 2, 2, 3, 10, 20, 20, 30])
    let whole = try ObservationFile(
      contentsOf: path, for: [InputLayer(timesteps: nil, features: 1)], reading: reading)
    #expect(whole.rows.shape == [2, 3, 1])
  }

  @Test("a row that is as wide as an observation is one, flattened, with its answer beside it")
  func flattened() throws {
    let scratch = try Scratch()
    var reading = InputReading()
    reading.target = "y"
    let file = try ObservationFile(
      contentsOf: try scratch.file("a.csv", "a,b,c,d,y\n1,2,3,4,0\n5,6,7,8,1\n"),
      for: [InputLayer(timesteps: 2, features: 2)], reading: reading)
    #expect(file.rows.shape == [2, 2, 2])
    #expect(file.observation(1).values == [5, 6, 7, 8])
    #expect(file.facts(0).target == false && file.facts(1).target == true)
  }

  @Test("each row is an observation of a model without timesteps, with its day and its answer")
  func withoutTimesteps() throws {
    let scratch = try Scratch()
    var input = InputLayer(timesteps: nil, features: 2)
    input.hasTimesteps = false
    var reading = InputReading()
    reading.target = "y"
    let file = try ObservationFile(
      contentsOf: try scratch.file(
        "a.csv", "Date,a,b,y\n2024-01-02,1,2,0.5\n2024-01-03,3,4,0.25\n"),
      for: [input], reading: reading)
    #expect(file.rows.shape == [2, 1, 2] && file.featureNames == ["a", "b"])
    #expect(file.facts(1).span == "Wed 3 Jan 2024" && file.facts(1).known == "true y 0.25")
    #expect(file.facts(0).source == "of 2 in a.csv")
  }

  @Test(
    "dates in any order of their parts name the rows",
    arguments: [
      (["2024-01-02", "2024-01-03"], "Wed 3 Jan 2024"),
      (["2024/1/2", "2024/1/13"], "Sat 13 Jan 2024"),
      (["02/01/2024", "13/01/2024"], "Sat 13 Jan 2024"),
      (["01/02/2024", "01/13/2024"], "Sat 13 Jan 2024"),
      (["1/2/24", "1/3/24"], "Wed 3 Jan 2024"),
      (["30.11.2024", "01.12.2024"], "Sun 1 Dec 2024"),
      // Both orders fit; under one alone the days follow each other.
      (["11/01/2024", "12/01/2024", "01/02/2024"], "Thu 1 Feb 2024"),
      (["Jan 2, 2024", "Jan 3, 2024"], "Wed 3 Jan 2024"),
      (["2-Jan-24", "3-Jan-24"], "Wed 3 Jan 2024"),
      (["2024-01-02 00:00:00", "2024-01-03 00:00:00"], "Wed 3 Jan 2024"),
      (["2024-01-02T09:30:00Z", "2024-01-02T09:31:00Z"], "2024-01-02 09:31"),
      (["2024-01-02 09:30:00+00:00", "2024-01-02 09:30:05+00:00"], "2024-01-02 09:30:05"),
      (["1704153600", "1704240000"], "Wed 3 Jan 2024"),
      (["1704187800000", "1704187860000"], "2024-01-02 09:31"),
      (["20240102", "20240103"], "Wed 3 Jan 2024"),
    ])
  func dates(texts: [String], last: String) throws {
    let scratch = try Scratch()
    let rows = texts.enumerated().map { "\"\($0.element)\",\($0.offset),\($0.offset * 2)\n" }
    let file = try ObservationFile(
      contentsOf: try scratch.file("a.csv", "Date,a,b\n" + rows.joined()),
      for: [InputLayer(timesteps: nil, features: 2)])
    #expect(file.timesteps(of: 0).last?.label == last)
    #expect(file.featureNames == ["a", "b"] && file.passedOver == [])
  }

  @Test("a date beside its time of day, an index of names, a count that says nothing")
  func labels() throws {
    let scratch = try Scratch()
    func labels(_ text: String) throws -> [String] {
      let file = try ObservationFile(
        contentsOf: try scratch.file("a.csv", text), for: [InputLayer(timesteps: nil, features: 1)])
      return file.timesteps(of: 0).map(\.label)
    }
    #expect(
      try labels("d,t,x\n2024.01.02,09:30,1\n2024.01.02,09:31,2\n") == [
        "2024-01-02 09:30", "2024-01-02 09:31",
      ])
    #expect(try labels(",x\nleft,1\nright,2\n") == ["left", "right"])
    #expect(try labels(",x\n5,1\n6,2\n") == ["0", "1"])
  }

  @Test("a table in a model.yaml is meant as its keys say, which are those of the options")
  func recipe() throws {
    let scratch = try Scratch()
    _ = try scratch.file("p.csv", Damage.contents(Self.prices))
    func model(_ more: String) throws -> String {
      try scratch.file(
        "m.yaml",
        """
        network:
          input: {timesteps: 6, features: 3}
          layers:
            - lstm: lstm
              units: 2
        observations: {kind: file, data: p.csv, \(more)}
        """)
    }
    let loaded = try Sources.library.load(
      try model(
        "columns: [Close, Open, Volume], target: Close, missing: forward, standardise: true, "
          + "fit_on: 0:25, step: 1, first: 3"))
    let right = try NumPyFile.read(Sources.fixture("Data/standardised.npy"))
    let values = try loaded.observations.observation(3).values
    #expect(largestDifference(values, Array(right.values[54..<72])) <= 1e-6)
    #expect(loaded.features.map(\.name) == ["Close", "Open", "Volume"])
    let wrong = try model("fit_on: 3")
    #expect(
      scratch.sentence { _ = try Sources.library.load(wrong) }.hasSuffix(
        "rows are written as FIRST:END, such as 0:800, but '3' stands here"))
    let unknown = try model("missing: backward")
    #expect(
      scratch.sentence { _ = try Sources.library.load(unknown) }.hasSuffix(
        "unknown missing 'backward'; the choices are forward, zero, drop and keep"))
  }
}
