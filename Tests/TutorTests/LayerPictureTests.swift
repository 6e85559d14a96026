import Engine
import Insight
import Screen
import Testing
import Vocabulary
import Wording

@testable import Tutor

@Suite("Layer screen: the picture")
struct LayerPictureTests {
  static let sizes = [
    Size(width: 60, height: 18), Size(width: 80, height: 24), Size(width: 120, height: 40),
    Size(width: 160, height: 50), Size(width: 200, height: 60),
  ]

  private func press(_ keys: [Key], on state: inout State) throws {
    for key in keys {
      guard case .command(let command) = state.input(for: key) else {
        Issue.record("\(key) means nothing")
        continue
      }
      try Models.answer(state.update(command), on: &state)
    }
  }

  private func layout(_ state: State, _ size: Size) throws -> LayerLayout {
    try #require(LayerScreen.layout(state.explorer, size: size) as? LayerScreen).layout
  }

  // MARK: Order

  @Test("units stand by answer at first, and every size says by what", arguments: sizes)
  func byAnswer(size: Size) throws {
    var state = try Models.tutor("latch", "go 15")
    try press([.enter], on: &state)
    let scores = try state.trace.followsAnswer(layer: 1)
    let rows = try #require(state.moment.currentSheet?.ranking.rows)
    for (one, next) in zip(rows, rows.dropFirst()) {
      #expect(scores[one].magnitude >= scores[next].magnitude)
    }
    #expect(view(state, size: size).line(LayerLayout.tabsRow).contains("by answer"))
    try press([.character("z")], on: &state)
    #expect(view(state, size: size).line(LayerLayout.tabsRow).contains("by effect"))
  }

  // MARK: Scale

  @Test("the key a turns the scale, which the screen says, and undo turns it back")
  func scaleByKey() throws {
    let size = Size(width: 80, height: 24)
    var state = try Models.tutor("latch", "go last; open layer")
    let each = view(state, size: size)
    #expect(each.line(LayerLayout.tabsRow).contains("own scales") && each.says("+max"))
    try press([.character("a")], on: &state)
    #expect(state.position.unitScale == .all)
    let all = view(state, size: size)
    #expect(all.line(LayerLayout.tabsRow).contains("one scale") && all.says("+9.4"))
    try press([.character("u")], on: &state)
    #expect(state.position.unitScale == .each)
    try Models.run("scale all", on: &state)
    #expect(state.position.unitScale == .all)
    #expect(view(state, size: Size(width: 200, height: 60)).says("one scale for all units"))
  }

  @Test("gates stand on their bounds on either scale, and no scale is named")
  func bounded() throws {
    for scale in ["each", "all"] {
      let state = try Models.tutor("latch", "go last; open layer; look forget_gate; scale \(scale)")
      #expect(state.moment.currentSheet?.maps[0].scale(of: 5) == .unit)
      #expect(!view(state, size: Size(width: 200, height: 60)).says("scale for all"))
      #expect(!view(state, size: Size(width: 200, height: 60)).says("own scale"))
    }
  }

  @Test("two units with a large c do not flatten the others")
  func notFlattened() throws {
    func strong(_ scale: String) throws -> Int {
      let state = try Models.tutor("latch", "go last; open layer; scale \(scale)")
      let map = try #require(state.moment.currentSheet?.maps[0])
      return (0..<map.rows).count { row in
        (0..<map.timesteps).contains { map.levels[$0 * map.rows + row].magnitude >= 50 }
      }
    }
    #expect(try strong("each") == 64, "each unit reaches its own largest")
    #expect(try strong("all") < 16)
  }

  @Test("a quantity of a unit has one scale on the map and in its row")
  func oneScale() throws {
    for quantity in ["cell_state", "hidden_state", "forget_gate", "cell_candidate"] {
      for scale in ["each", "all"] {
        let state = try Models.tutor("latch", "go last; look \(quantity); scale \(scale)")
        let screen = try #require(
          LayerScreen.layout(state.explorer, size: Self.sizes[1]) as? LayerScreen)
        let name = try #require(QuantityName(shown: quantity))
        #expect(screen.scale(of: name, 58) == screen.map.scale(of: 58))
      }
    }
  }

  // MARK: Every unit

  @Test(
    "↓ reaches every unit, which is then on the map, and those that are cut are counted",
    arguments: [("lstm1", 128, true), ("lstm2", 64, true), ("lstm2", 64, false)])
  func reachableAtLength(layer: String, units: Int, halves: Bool) throws {
    var state = try Models.tutor("latch", "go 15; select \(layer); open layer")
    state.hasHalfCells = halves
    let index = try #require(state.moment.shownLayer)
    for size in [Self.sizes[0], Self.sizes[1], Self.sizes[2]] {
      var seen: Set<Int> = []
      for _ in 0..<units {
        try press([.down], on: &state)
        let unit = state.position.units[index]
        seen.insert(unit)
        let layout = try layout(state, size)
        let lines = layout.maps[0].lines
        let rows = try #require(state.moment.currentSheet?.ranking.rows)
        #expect(lines.visible.map { rows[$0] }.contains(unit))
        let (above, below) = lines.cut
        #expect(above + lines.visible.count + below == units)
        let text = view(state, size: size).textRows()
        let first = layout.maps[0].first
        let ends = [(above, "↑", text[first]), (below, "↓", text[first + lines.count - 1])]
        for (count, arrow, line) in ends where count > 0 {
          let mark = line.drop { "\($0)" != arrow }.dropFirst().drop { $0 == " " }
          #expect(mark.prefix { $0.isNumber } == "\(count)", "\(size): \(line)")
        }
        #expect(!(above == 0 && text[first].contains("↑")))
      }
      #expect(seen.count == units)
    }
  }

  // MARK: The rows of the chosen unit

  @Test(
    "below the map each quantity has a row on the same columns, from the trace", arguments: sizes)
  func rows(size: Size) throws {
    let state = try Models.tutor("latch", "go 15; open layer")
    let layout = try layout(state, size)
    let frame = view(state, size: size)
    let names = state.explorer.quantities(of: 1)
    #expect(names.count == 6)
    for quantity in names {
      let parts = frame.parts.filter {
        $0.name == quantity.part(of: "lstm2") && $0.rect.row >= layout.unitsRow
      }
      let part = try #require(parts.first, "\(quantity) at \(size)")
      #expect(part.timeline == layout.axis.columns)
      let screen = try #require(LayerScreen.layout(state.explorer, size: size) as? LayerScreen)
      let scale = screen.scale(of: quantity, 58)
      let values = state.trace.series(quantity, layer: 1, unit: 58, timesteps: 0..<50)
      for timestep in 0..<50 {
        let column = try #require(layout.axis.column(of: timestep))
        for (line, row) in part.rect.rows.enumerated() where timestep <= 15 {
          let paper: Paper = timestep == 15 ? .cursor : .none
          let cell = Bar.cell(
            values[timestep], scale: scale, ink: quantity.ink, line: line,
            height: part.rect.height, paper: paper)
          #expect(frame[column, row] == cell, "\(quantity) at t \(timestep) in \(size)")
        }
      }
      let middle = part.rect.row + part.rect.height / 2
      #expect(frame.line(middle).contains("\(quantity.letter)"))
      let number = decimal(values[15], signed: scale != .unit)
      #expect(frame.line(middle).contains(number), "\(quantity) at \(size)")
    }
    #expect(frame.faults == 0)
  }

  @Test("where nothing has been read the states have a number, the gates a dot")
  func before() throws {
    let frame = view(try Models.tutor("latch", "open layer; go start"), size: Self.sizes[1])
    for (begin, end) in [("i input gate", "·"), ("c cell state", "0.00")] {
      let line = frame.line(try #require(frame.row(beginning: begin)))
      #expect(line.dropFirst(67).contains(end), "\(line)")
    }
  }

  @Test("the rows follow the unit that ↓ chooses, and a click on one shows its quantity")
  func follows() throws {
    let size = Self.sizes[2]
    var state = try Models.tutor("latch", "go 15; open layer")
    let rows = try #require(state.moment.currentSheet?.ranking.rows)
    try press([.down], on: &state)
    let unit = state.position.units[1]
    #expect(unit == rows[try #require(rows.firstIndex(of: 58)) + 1])
    let layout = try layout(state, size)
    let frame = view(state, size: size)
    #expect(frame.line(layout.unitsRow).contains("unit \(unit)"))
    let part = try #require(
      frame.parts.first { $0.name?.text == "lstm2.forget_gate" && $0.rect.row > layout.unitsRow })
    let click = { frame.command(for: Mouse(column: $0, row: part.rect.row, .click)) }
    #expect(click(2) == .look(.named(.quantity(.forgetGate))))
    #expect(click(try #require(layout.axis.column(of: 7))) == .go(.at(7)))
  }

  @Test("where room remains other units follow, in the order of the map; a click chooses one")
  func others() throws {
    let size = Size(width: 200, height: 60)
    let state = try Models.tutor("latch", "go 15; open layer")
    let layout = try layout(state, size)
    #expect(layout.units.others >= 1)
    let rows = try #require(state.moment.currentSheet?.ranking.rows)
    let next = rows[try #require(rows.firstIndex(of: 58)) + 1]
    let frame = view(state, size: size)
    let row = try #require(
      (layout.unitsRow + 1..<60).first { frame.line($0).hasPrefix(" unit \(next) ") })
    #expect(
      frame.command(for: Mouse(column: 2, row: row + 1, .click)) == .unit(.named(next)))
    let small = try Models.small(
      timesteps: 8, features: 2, layers: ["lstm: one, units: 3", "dense: out, units: 1"],
      "go last; open layer")
    let all = view(small, size: size).textRows().filter { $0.contains("h hidden state") }
    #expect(all.count == 4, "three units and the way to look")
  }

  @Test("the largest number of maps leaves its rows out before the map cannot be read")
  func leastMap() throws {
    for size in Self.sizes {
      for commands in ["open layer", "open layer; compare hidden_state"] {
        let layout = try layout(Models.tutor("latch", commands), size)
        for map in layout.maps { #expect(map.lines.count >= 5, "\(commands) at \(size)") }
      }
    }
    let compared = view(
      try Models.tutor("latch", "go 15; open layer; compare hidden_state"), size: Self.sizes[1])
    #expect(compared.row(beginning: "i input gate") == nil)
  }

  // MARK: Room

  @Test("at 200×60 no more than a fifth of the rows and of the columns is empty")
  func room() throws {
    for (size, share) in [
      (Self.sizes[1], 0.2), (Self.sizes[2], 0.2), (Self.sizes[3], 0.2), (Self.sizes[4], 0.2),
    ] {
      for commands in [
        "go 15", "go 49", "go 49; select lstm1", "go 15; look input", "go 15; compare hidden_state",
      ] {
        let frame = view(try Models.tutor("latch", "open layer; \(commands)"), size: size)
        let (rows, columns) = frame.emptyLines
        #expect(Double(rows) <= share * Double(size.height), "\(commands) at \(size): \(rows) rows")
        #expect(
          Double(columns) <= share * Double(size.width),
          "\(commands) at \(size): \(columns) columns")
      }
    }
  }

  @Test("a timestep takes the columns there are, with its number where that fits")
  func columns() throws {
    for (width, each) in [(80, 1), (120, 2), (160, 2), (200, 3)] {
      let layout = try layout(
        Models.tutor("latch", "open layer"), Size(width: width, height: 40))
      #expect(layout.axis.each == each, "\(width)")
    }
    let days = try Models.small(
      timesteps: 8, features: 2, layers: ["lstm: one, units: 3", "dense: out, units: 1"],
      "go last; open layer; unit 0")
    let frame = view(days, size: Size(width: 200, height: 60))
    let columns = try layout(days, frame.size).axis.columns
    #expect(columns.each == 21 && columns.all.upperBound >= 180)
    let row = try #require(frame.row(beginning: "c cell state"))
    for value in days.trace.series(.cellState, layer: 0, unit: 0, timesteps: 0..<8) {
      #expect(frame.line(row).contains(decimal(value, signed: true)))
    }
  }

  @Test("more units than lines, more timesteps than columns: what is cut is marked on every side")
  func large() throws {
    let state = try Models.small(
      timesteps: 250, features: 3, layers: ["lstm: big, units: 200", "dense: out, units: 1"],
      "open layer; go 125; order index; unit 110")
    for size in Self.sizes {
      let frame = view(state, size: size)
      #expect(frame.faults == 0, "\(frame.firstFault ?? "")")
      let layout = try layout(state, size)
      #expect(frame.line(LayerLayout.rulerRow).contains("‹"))
      #expect(frame.line(LayerLayout.rulerRow).contains("›"))
      let cut = layout.maps[0].lines.cut
      #expect(cut.before > 0 && cut.after > 0)
      #expect(frame.textRows().contains { $0.contains("↑ \(cut.before)") })
      #expect(frame.textRows().contains { $0.contains("↓ \(cut.after)") })
    }
  }
}
