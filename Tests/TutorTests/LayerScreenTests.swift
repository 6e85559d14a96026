import Engine
import Insight
import Screen
import Testing
import Vocabulary
import Wording

@testable import LessonPlayer
@testable import Tutor

@Suite("LayerScreen")
struct LayerScreenTests {
  private func frame(
    _ commands: String, _ width: Int = 80, _ height: Int = 24, model: String = "latch",
    halves: Bool = true
  ) throws -> Canvas {
    var state = try Models.tutor(model, commands)
    state.hasHalfCells = halves
    return view(state, size: Size(width: width, height: height))
  }

  @Test(
    "both values of a half cell are the trace's, on the scale that is said",
    arguments: ["each", "all"])
  func values(scale: String) throws {
    let state = try Models.tutor(
      "latch", "go last; open layer; look hidden_state; order index; scale \(scale)")
    let frame = view(state, size: Size(width: 80, height: 24))
    let layout = try #require(LayerScreen.shown(state, size: frame.size)?.layout)
    let all = state.trace.all(.hiddenState, layer: 1).values
    var seen = 0
    for (offset, line) in layout.maps[0].lines.lines.enumerated() {
      guard case .pair(let upper, let lower?) = line else { continue }
      for (unit, isUpper) in [(upper, true), (lower, false)] {
        let column = (0..<50).map { all[$0 * 64 + unit] }
        let most = scale == "all" ? 1 : try #require(column.map(\.magnitude).max())
        for timestep in 0..<50 {
          let cell = frame[17 + timestep, layout.maps[0].first + offset]
          let halves = try #require(cell.halves)
          let level = isUpper ? halves.upper : halves.lower ?? 0
          let share = column[timestep] / most
          #expect(abs(Float(level) / 100 - share) <= 0.0051, "unit \(unit) at t \(timestep)")
          seen += 1
        }
      }
    }
    #expect(seen >= 16 * 50)
    for end in scale == "all" ? ["+1", "-1"] : ["+max", "-max"] { #expect(frame.says(end)) }
  }

  @Test("the scale of c holds its extremes", arguments: ["latch", "weather"])
  func scale(model: String) throws {
    for layer in ["lstm1", "lstm2"] {
      let state = try Models.tutor(model, "select \(layer); open layer")
      let sheet = try #require(state.moment.currentSheet)
      let largest =
        state.trace.all(.cellState, layer: layer == "lstm1" ? 0 : 1).values
        .map(\.magnitude).max() ?? 0
      guard case .symmetric(let most) = sheet.maps[0].scale else {
        Issue.record("c has a sign")
        return
      }
      #expect(most >= largest && most < largest * 1.2)
    }
  }

  @Test("gates stand from 0 to 1, candidate and h from −1 to 1")
  func bounds() throws {
    for (quantity, scale) in [
      ("input_gate", ValueScale.unit), ("forget_gate", .unit), ("output_gate", .unit),
      ("cell_candidate", .symmetric(1)), ("hidden_state", .symmetric(1)),
    ] {
      let state = try Models.tutor("latch", "open layer; look \(quantity)")
      #expect(state.moment.currentSheet?.maps[0].scale == scale, "\(quantity)")
    }
  }

  @Test("what has not been read is dots, in pairs and in bars")
  func unread() throws {
    for halves in [true, false] {
      let frame = try frame("go 15; open layer", halves: halves)
      for row in 4..<14 {
        for timestep in 16...49 {
          #expect(frame[17 + timestep, row].content == .glyph("·"))
          #expect(frame[17 + timestep, row].style.ink == .ghost)
        }
        #expect(frame[17 + 15, row].content != .glyph("·"))
      }
    }
  }

  @Test("before the first timestep every column is dots, and a gate has no number")
  func before() throws {
    let state = try frame("open layer; go start")
    #expect(state.says("Unit 58 before t 0: c = 0.000"))
    for column in 17..<67 { #expect(state[column, 8].content == .glyph("·")) }
    #expect(
      try frame("open layer; look forget_gate; go start").says(
        "Nothing has been read: there is no f yet."))
  }

  @Test("without many colours each line is one unit, and its sign is a glyph")
  func plain() throws {
    let frame = try frame("go last; open layer; look hidden_state; unit 58", halves: false)
    #expect(!frame.frame.cells.contains { $0.halves != nil })
    let row = try #require(frame.row(beginning: "unit 58"))
    let ascii = frame.frame.textRows(ascii: true)[row]
    // h follows c: below zero while the bit is set, t 4 to 14.
    let shown = Array(ascii)[(17 + 4)...(17 + 14)]
    #expect(shown.allSatisfy { ("a"..."i").contains($0) }, "\(ascii)")
  }

  @Test("the cursor's value stands beside its row and in the sentence")
  func cursor() throws {
    let frame = try frame("go 15; open layer; order index")
    let row = try #require(frame.row(beginning: "unit 58"))
    #expect(frame.line(row).contains("+0.429"))
    #expect(frame.says("Unit 58 at t 15: c = +0.429, what it remembers."))
  }

  @Test("the first sentence is one line of 80 columns, whatever is shown and however sorted")
  func sentences() throws {
    for quantity in QuantityName.shown {
      for order in Command.UnitOrder.allCases {
        let state = try Models.tutor(
          "latch", "go 49; open layer; order \(order.rawValue); look \(quantity.rawValue); unit 60")
        let row = state.position.quantity == .input ? "60" : "60"
        let frame = view(state, size: Size(width: 80, height: 24))
        #expect(frame.line(21).contains("nit \(row)"), "\(frame.line(21))")
        #expect(frame.line(21).hasSuffix("."), "\(quantity) \(order): \(frame.line(21))")
        #expect(!frame.line(22).isEmpty, "\(quantity) \(order)")
      }
    }
  }

  @Test("↑ ↓ move along the order that is shown")
  func order() throws {
    for order in ["index", "change", "memory", "answer", "effect"] {
      var state = try Models.tutor("latch", "open layer; order \(order)")
      let rows = try #require(state.moment.currentSheet?.ranking.rows)
      #expect(rows.sorted() == Array(0..<64))
      let place = try #require(rows.firstIndex(of: 58))
      try Models.run("unit +1", on: &state)
      #expect(state.position.units[1] == rows[(place + 1) % 64])
      try Models.run("unit -3", on: &state)
      #expect(state.position.units[1] == rows[(place + 62) % 64])
    }
  }

  @Test("units stand in the order of their scores, which the screen says")
  func scores() throws {
    let state = try Models.tutor("latch", "go last; open layer; order answer")
    let ranking = try #require(state.moment.currentSheet?.ranking)
    let scores = try state.trace.followsAnswer(layer: 1)
    for (one, next) in zip(ranking.rows, ranking.rows.dropFirst()) {
      #expect(scores[one].magnitude >= scores[next].magnitude)
    }
    let frame = view(state, size: Size(width: 80, height: 24))
    #expect(
      frame.says(
        "Correlation \(decimal(scores[58], signed: true)), place \(ranking.place(of: 58) + 1) of 64 by "
          + "answer."))
    let effects = try Models.tutor("latch", "observation 14; go last; open layer; order effect")
    let found = try #require(effects.moment.currentSheet?.ranking)
    #expect(found.rows.first == 3, "its output gate at 0 moves the answer of sequence 14 most")
    #expect(found.scores == (try effects.trace.effects(layer: 1)))
  }

  @Test("scores are worked out once, and kept while one steps and turns to other quantities")
  func kept() throws {
    let state = try Models.tutor("latch", "open layer; order effect; go 7; look hidden_state")
    #expect(state.moment.scores.count == 2, "by answer at first, then by effect")
    #expect(state.moment.sheet?.key.quantity == .hiddenState)
    #expect(
      try Models.tutor("latch", "open layer; order change; observation 2").moment.scores.count == 1)
  }

  @Test("two quantities show the same units and timesteps, each on its own scale")
  func compare() throws {
    let state = try Models.tutor(
      "latch", "go last; open layer; compare hidden_state; scale all")
    let layout = try #require(LayerScreen.shown(state, size: Size(width: 80, height: 24))?.layout)
    #expect(layout.maps.count == 2)
    #expect(layout.maps[0].lines == layout.maps[1].lines)
    let frame = view(state, size: Size(width: 80, height: 24))
    #expect(frame.says("h hidden state the same units and timesteps"))
    #expect(frame.says("+9.4") && frame.says("+1"))
    #expect(frame.textRows().count { $0.contains("unit 58") } == 2)
  }

  @Test("beside another observation the map is the difference, and says where they part")
  func beside() throws {
    let state = try Models.tutor("latch", "go last; open layer; beside 5")
    let other = try Models.tutor("latch", "observation 5").trace
    let map = try #require(state.moment.currentSheet?.maps[0])
    for timestep in [0, 20, 49] {
      let one = state.trace.values(.cellState, layer: 1, timestep: timestep)[58]
      let two = other.values(.cellState, layer: 1, timestep: timestep)[58]
      #expect(map[58, timestep] == one - two)
    }
    let frame = view(state, size: Size(width: 80, height: 24))
    #expect(frame.says("cell state, minus sequence 5"))
    #expect(frame.says("Beside sequence 5: the input first differs at t 0"))
    let same = try Models.tutor("latch", "open layer; beside 1")
    #expect(same.message == "observation 1 is the open one; name another")
  }

  @Test("what a layer reads: features of the first, h of the layer before of the second")
  func read() throws {
    let first = try Models.tutor("latch", "select lstm1; go 4; open layer; look input; unit 7")
    #expect(first.moment.currentSheet?.maps[0].rows == 10)
    #expect(view(first, size: Size(width: 80, height: 24)).says("at t 4: x = +1.000"))
    #expect("\(first.addressUnderCursor)" == "x[4, 7]")
    let second = try Models.tutor("latch", "go 4; open layer; look input; unit 1")
    #expect(second.moment.currentSheet?.maps[0].rows == 128)
    let value = second.trace.values(.hiddenState, layer: 0, timestep: 4)[1]
    #expect(
      view(second, size: Size(width: 80, height: 24)).says(
        "Unit 1 of lstm1 at t 4: h = \(decimal(value, digits: 3, signed: true))."))
    #expect("\(second.addressUnderCursor)" == "lstm1.output[4, 1]")
    #expect(second.position.units == [1, 58, 0, 0, 0])
  }

  @Test("where the network cannot be built the layers before it still stand, sorted by index")
  func failure() throws {
    let frame = try frame(
      "go 15; select lstm1; toggle return_sequences; open layer; order effect", 100, 30)
    #expect(frame.says("By index: not sorted by effect"))
    #expect(frame.says("lstm1 · cell state of 128 units"))
  }

  @Test("a unit with a held gate is marked")
  func marks() throws {
    let frame = try frame("go 15; open layer; clamp lstm2.forget_gate 58 1; erase c 10")
    let row = try #require(frame.row(beginning: "unit 58"))
    #expect(frame[16, row].content == .glyph("*"))
    #expect(frame[16, row - 1].content != .glyph("*"))
    #expect(frame[17 + 10, LayerLayout.rulerRow].content == .glyph("*"))
  }

  @Test("what is no number is an error mark, and the scale is that of the others")
  func noNumber() {
    let map = HeatMap(.cellState, [1.5, .nan, -3.14, .infinity], rows: 2)
    #expect(map.scale == .symmetric(3.2))
    #expect(map.levels == [47, HeatMap.noNumber, -98, HeatMap.noNumber])
    let each = HeatMap(.cellState, [1.5, .nan, -3, .infinity, 0, -0.5], rows: 2, isEach: true)
    #expect(each.levels == [50, HeatMap.noNumber, -100, HeatMap.noNumber, 0, -100])
    #expect(each.scale(of: 0) == .symmetric(3) && each.scale(of: 1) == .symmetric(0.5))
    let held = HeatMap(.forgetGate, [0.5, 5], rows: 2, bounds: .unit)
    #expect(held.scale == .symmetric(5), "a gate held beyond its bounds still fits the scale")
  }

  @Test("a place on the screen is a timestep and a unit again")
  func hits() throws {
    let state = try Models.tutor("latch", "open layer; order index")
    let layout = try #require(LayerScreen.shown(state, size: Size(width: 80, height: 24))?.layout)
    let columns = layout.axis.columns
    #expect(columns.position(at: 17) == 0 && columns.position(at: 66) == 49)
    #expect(columns.position(at: 16) == nil && columns.position(at: 67) == nil)
    let frame = view(state, size: Size(width: 80, height: 24))
    let map = layout.maps[0]
    let row = try #require(frame.row(beginning: "unit 58"))
    #expect(map.lines.place(of: row - map.first) == 58)
    #expect(map.lines.place(of: 3 - map.first) == nil)
  }

  @Test("every size shows title, map, sentence and footer, and moves no row out of the frame")
  func sizesAtLength() throws {
    let states = try [
      Models.tutor("latch", "go 15; open layer; order effect"),
      Models.tutor("latch", "select lstm1; go last; open layer; compare forget_gate"),
      Models.tutor("weather", "go last; select lstm1; open layer; look input; beside 3"),
    ]
    for width in [60, 66, 79, 80, 92, 100, 133, 250] {
      for height in [18, 19, 22, 24, 28, 30, 43, 44, 80] {
        for state in states {
          let size = Size(width: width, height: height)
          let layout = try #require(LayerScreen.shown(state, size: size)?.layout)
          let end = layout.unitsRow + layout.units.count
          #expect(end <= layout.sentences.lowerBound, "\(size)")
          for map in layout.maps {
            #expect(map.first + map.lines.count <= layout.unitsRow)
            #expect(!map.lines.lines.isEmpty)
          }
          let rows = view(state, size: size).textRows()
          #expect(rows[0].hasPrefix(" Unroll "))
          #expect(rows[height - 1].contains("q quit"))
          #expect(!rows[layout.sentences.lowerBound].isEmpty)
        }
      }
    }
  }

  @Test(
    "sorted by effect, what one unit less does to the answer is the largest score",
    arguments: ["latch", "weather"])
  func spreadOfEffect(model: String) throws {
    let state = try Models.tutor(model, "go last; open layer; order effect")
    let ranking = try #require(state.moment.currentSheet).ranking
    let most = try #require(ranking.scores?.max())
    let end = try #require(state.trace.output(state.plan.layers.count - 1)?.values.last)
    let frame = view(state, size: Size(width: 160, height: 50))
    let size = UnitRanking.text(most, .effect)
    #expect(frame.says("moves the output by at most \(size) (unit \(ranking.rows[0]))"))
    #expect(frame.says("this answer stays, many share the work.") == ((end - 0.5).magnitude > most))
  }
}

extension LayerScreen {
  /// The screen of a state that has numbers to show.
  fileprivate static func shown(_ state: State, size: Size) -> LayerScreen? {
    layout(state.explorer, size: size) as? LayerScreen
  }
}
