import Engine
import Insight
import Screen
import Testing

@testable import Tutor

@Suite("UnitScreen")
struct UnitScreenTests {
  private func frame(
    _ model: String = "latch", _ commands: String, _ width: Int = 80, _ height: Int = 24
  ) throws -> Canvas {
    view(try Models.tutor(model, commands), size: Size(width: width, height: height))
  }

  /// The numbers that end a row, as thousandths, the last `count` of them.
  private func numbers(_ line: String, last count: Int) -> [Int] {
    line.split { !"+-.0123456789".contains($0) }.suffix(count).compactMap { text in
      if text == "0" { return 0 }
      let digits = text.filter { $0 != "." && $0 != "+" && $0 != "-" }
      return Int(digits).map { text.hasPrefix("-") ? -$0 : $0 }
    }
  }

  @Test(
    "the four columns that are read on the screen add up to the sums on the screen",
    arguments: ["lstm1", "lstm2"], [Size(width: 60, height: 18), Size(width: 80, height: 24)])
  func columnsAddUp(layer: String, size: Size) throws {
    for timestep in [0, 1, 15, 49] {
      let state = try Models.tutor(
        "latch", "select \(layer); go \(timestep); open unit; look phase6")
      let frame = view(state, size: size)
      let sums = try #require(frame.row(beginning: "sums z"))
      var totals = [0, 0, 0, 0]
      for row in 3..<sums {
        let found = numbers(frame.line(row), last: 4)
        if found.count == 4 { for gate in 0..<4 { totals[gate] += found[gate] } }
      }
      #expect(totals == numbers(frame.line(sums), last: 4), "\(layer) at t \(timestep)")
    }
  }

  @Test("the results are the trace's, rounded, and the equation of the course stands in them")
  func results() throws {
    let frame = try frame("latch", "go 15; open unit; look phase6")
    let gates = try #require(frame.row(beginning: "i f o"))
    #expect(numbers(frame.line(gates), last: 4) == [584, 19, 798, 48])
    #expect(frame.says("0.019 × -1.987 -0.037 c[15] = f·c[14] + i·g"))
    #expect(frame.says("0.584 × +0.798 +0.466 c[15] = +0.429"))
    #expect(frame.says("h[15] = +0.019"))
  }

  @Test("what lstm1 adds to the forget gate's sum at the 3 stands below it")
  func whatClosesTheGate() throws {
    let frame = try frame("latch", "go 15; open unit; look phase2")
    #expect(
      frame.says("The sum of f is -3.962: lstm1 adds -4.641, h[14] -0.196, the bias +0.875."))
  }

  @Test("what a phase has not come to yet is dots, and the chart ends before it")
  func phases() throws {
    for phase in 1...6 {
      let frame = try frame("latch", "go 15; open unit; look phase\(phase)")
      func has(_ row: String) throws -> Bool {
        let line = frame.line(try #require(frame.row(beginning: row)))
        return line.contains(".") && line.contains { $0.isNumber && $0 != "1" }
          && !line.contains("     ·   ")
      }
      #expect(try has("sums z") == (phase >= 2), "phase \(phase)")
      #expect(try has("i f o") == (phase >= 3), "phase \(phase)")
      #expect(frame.says("c[15] = +0.429") == (phase >= 4), "phase \(phase)")
      #expect(frame.says("h[15] = +0.019") == (phase >= 5), "phase \(phase)")
      let chart = try #require(frame.row(beginning: "c cell state"))
      #expect((frame[17 + 15, chart].content == .glyph("·")) == (phase < 4))
      #expect(frame[17 + 16, chart].content == .glyph("·"))
    }
  }

  @Test("nine features of a symbol are one row, and before t 0 there is no h")
  func oneHot() throws {
    let frame = try frame("latch", "select lstm1; open unit; look phase2")
    #expect(frame.says("x[0] symbol 0 +1.000 ×"))
    #expect(frame.says("9 features at 0: nothing 0 0 0 0"))
    #expect(frame.says("128 units at h[-1] = 0 0 0 0 0"))
  }

  @Test("features of days stand by name")
  func names() throws {
    let frame = try frame("weather", "select lstm1; go 12; open unit; unit 20; look phase2")
    for name in ["precipitation", "temp_max", "temp_min", "wind", "fog", "season"] {
      #expect(frame.row(beginning: name) != nil, "\(name)")
    }
    #expect(frame.says("fog +1.000 × -0.146"))
  }

  @Test("before the first timestep there are dots and no numbers")
  func before() throws {
    let frame = try frame("latch", "open unit; look phase1; go start")
    #expect(frame.says("Nothing has been read: h[-1] = c[-1] = 0."))
    for row in 3...15 { #expect(!frame.line(row).contains(".0"), "row \(row)") }
  }

  @Test("z turns to the next of the four sums, and undo turns back")
  func sums() throws {
    var state = try Models.tutor("latch", "go 15; open unit; look phase2")
    let first = state
    try Models.run("order +1", on: &state)
    #expect(view(state, size: Size(width: 80, height: 24)).says("g weight"))
    try Models.run("undo", on: &state)
    #expect(state == first)
  }

  @Test("a held gate says so, beside what its sum would give")
  func held() throws {
    let frame = try frame("latch", "go 15; open unit; clamp lstm2.forget_gate 58 1; look phase3")
    let held = try #require(frame.row(beginning: "held instead"))
    #expect(frame.line(held).contains("1.000*"))
    let free = try self.frame("latch", "go 15; open unit; look phase3")
    #expect(free.row(beginning: "held instead") == nil)
    let other = "go 15; open unit; clamp lstm2.forget_gate 28 1; look phase3"
    #expect(try self.frame("latch", other).row(beginning: "held instead") == nil)
  }

  @Test("an erased state adds nothing, and its row says why")
  func erased() throws {
    let frame = try frame("latch", "go 15; open unit; erase both 15; look phase4")
    #expect(frame.says("64 units, h erased: 0 0 0 0 0"))
    #expect(frame.says("f·0, c[14] is erased"))
    let next = try self.frame("latch", "go 16; open unit; erase both 15; look phase4")
    #expect(!next.says("erased"))
  }

  @Test("states from another observation are read at t 0")
  func started() throws {
    let state = try Models.tutor("latch", "observation 17; open unit; start 1; look phase4")
    let ledger = Ledger(state.trace, layer: 1, unit: 58, timestep: 0)
    #expect(ledger.cellBefore != 0)
    let frame = view(state, size: Size(width: 80, height: 24))
    #expect(frame.says("h[-1] unit"))
    #expect(frame.says(PrintedSum.text(Double(ledger.cellBefore))))
  }

  @Test("a value and a weight that were put there are marked")
  func changed() throws {
    let frame = try frame(
      "latch", "select lstm1; go 15; open unit; put x[15, 3] 0.5; look phase2")
    #expect(frame.line(3).contains("+0.500*"))
    let weight = try self.frame(
      "latch", "select lstm1; go 15; open unit; put lstm1.kernel[3, 245] 2; look phase2")
    #expect(weight.line(3).contains("+2.000*"))
    #expect(!weight.line(3).contains("+1.000*"))
  }

  @Test("a layer that cannot follow has no ledger, and the screen says why")
  func failure() throws {
    let frame = try frame("latch", "open unit; go 20; set lstm1.return_sequences false")
    #expect(frame.says("lstm2 has no numbers"))
    #expect(frame.says("expected ndim=3, found ndim=2"))
  }

  @Test("where h goes is said for both settings of return_sequences")
  func leaving() throws {
    let inside = try frame("latch", "go 15; open unit; look phase6")
    #expect(inside.says("h[15] goes to lstm2 at t 16; the layer outputs only h[49]"))
    let last = try frame("latch", "go last; open unit; look phase6")
    #expect(last.says("h[49], 1 of 64 numbers, goes to dense1"))
    let first = try frame("latch", "select lstm1; go 15; open unit; look phase6")
    #expect(first.says("h[15], 1 of 128 numbers, goes to lstm2, and to lstm1 at t 16"))
  }

  @Test("the rows stand still while one steps, from t 0 to the end")
  func still() throws {
    var state = try Models.tutor("weather", "select lstm1; open unit; look phase6")
    let size = Size(width: 80, height: 24)
    let place = view(state, size: size).row(beginning: "sums z")
    #expect(place != nil)
    for _ in 1..<50 {
      try Models.run("go +1", on: &state)
      #expect(view(state, size: size).row(beginning: "sums z") == place)
    }
  }

  @Test("every size from the least has all six phases and both results")
  func sizesAtLength() throws {
    let states = try [
      "select lstm1; go 15; open unit; look phase6", "go 15; open unit; look phase6",
      "go 15; open unit; clamp lstm2.forget_gate 58 1; look phase6",
    ].map { try Models.tutor("latch", $0) }
    for state in states {
      for width in stride(from: 60, through: 250, by: 5) {
        for height in [18, 19, 21, 24, 30, 40, 60, 80] {
          let words = view(state, size: Size(width: width, height: height)).words
          #expect(words.contains("6 output"), "\(width)×\(height)")
          #expect(words.contains("c[15] = "), "\(width)×\(height)")
          #expect(words.contains("h[15] = "), "\(width)×\(height)")
        }
      }
    }
  }

  @Test("a layer of one unit that reads one feature is said in the singular")
  func oneOfEach() throws {
    func screen(_ commands: String, width: Int = 80) throws -> Canvas {
      view(
        try Models.small(timesteps: 4, features: 1, layers: ["lstm: a, units: 1"], commands),
        size: Size(width: width, height: 24))
    }
    let first = try screen("open unit; look phase1")
    #expect(first.says("Unit 0 reads the one feature of x[0] and its own h[-1]."))
    #expect(first.row(beginning: "h[-1] = 0 ") != nil)
    #expect(!first.says("1 unit at"))
    #expect(
      try screen("open unit; look phase1", width: 60).says("Unit 0 reads 1 number and 1 of h[-1]."))
    #expect(try screen("open unit; look phase5").says("The unit reads this h again at t 1."))
    #expect(
      try screen("erase h 1; open unit; look phase1; go 1").row(beginning: "h[0] erased ") != nil)
  }
}
