import Engine
import Foundation
import ModelFiles
import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("The list of observations")
struct ObservationListTests {
  private let size = Size(width: 80, height: 24)

  private func shown(_ state: State) throws -> [Int] {
    let sorting = try #require(state[ObservationList.self]).sorting
    return (0..<sorting.count).map { sorting[$0] }
  }

  private func open(_ model: String = "latch", _ commands: String = "") throws -> State {
    var state = try Models.tutor(model)
    state.press(.character("o"))
    state.finishCounting()
    if !commands.isEmpty { try Models.run(commands, on: &state) }
    return state
  }

  @Test("observations are run a few a tick, while one looks at the list")
  func along() throws {
    var state = try Models.tutor("weather", "observations")
    #expect(state.isCounting && state.explorer.table?.outputs.isEmpty == true)
    try Models.run("tick", on: &state)
    let run = try #require(state.explorer.table).outputs.count
    #expect(run > 0 && state.isCounting)
    #expect(view(state, size: size).text().contains("\(run) run"))
    try Models.run("back", on: &state)
    #expect(!state.isCounting, "nobody looks")
    try Models.run("observations; tick", on: &state)
    #expect(try #require(state.explorer.table).outputs.count > run)
  }

  @Test("the numbers are those of each observation opened")
  func numbers() throws {
    let state = try open()
    let table = try #require(state.explorer.table)
    #expect(table.outputs.count == 50 && table.isDone)
    for index in [0, 14, 49] {
      let one = try Models.tutor("latch", "observation \(index)")
      let output = try #require(one.explorer.trace.end.last)
      #expect(table.outputs[index] == output)
      #expect(table.truths[index] == (one.explorer.example.facts.target == true ? 1 : 0))
      #expect(table.errors[index] == abs(table.outputs[index] - table.truths[index]))
    }
    #expect(view(state, size: size).text().contains("50 of 50 right"))
  }

  @Test("sorted by number, output, error, and the other way round")
  func sorted() throws {
    var state = try open()
    let table = try #require(state.explorer.table)
    #expect(try shown(state) == Array(0..<50))
    try Models.run("sort error", on: &state)
    #expect(
      try shown(state)
        == (0..<50).sorted { (table.errors[$0], $1) > (table.errors[$1], $0) })
    try Models.run("sort output reversed", on: &state)
    #expect(
      try shown(state)
        == (0..<50).sorted { (table.outputs[$0], $0) < (table.outputs[$1], $1) })
    state.press(.character("z"))
    let order = try #require(state[ObservationList.self]).sorting.order
    #expect(order == Command.ObservationOrder(column: .error))
    try Models.run("sort number reversed", on: &state)
    #expect(try shown(state) == (0..<50).reversed())
  }

  @Test("what is taken in a few at a time comes to the same order as all at once")
  func mergedAtLength() throws {
    var table = try #require(try Models.tutor("weather", "observations").explorer.table)
    let order = Command.ObservationOrder(column: .output)
    let filter = try ObservationFilter(parsing: "output > 0.3")
    var along = ObservationSorting(order, where: filter)
    while !table.isDone {
      table.goOn()
      along.take(in: table)
    }
    var atOnce = ObservationSorting(order, where: filter)
    atOnce.take(in: table)
    #expect(along == atOnce && along.count > 100 && along.count < table.count)
    for place in 1..<along.count {
      #expect(table.outputs[along[place - 1]] >= table.outputs[along[place]])
      #expect(along.place(of: along[place]) == place)
    }
  }

  @Test("numbers below zero, equal ones and such as are none have their place")
  func signs() throws {
    var state = try Models.small(
      timesteps: 3, features: 1, layers: ["lstm: a, units: 1"], "observations")
    state.finishCounting()
    let table = try #require(state.explorer.table)
    #expect(table.count == 100 && !table.hasTruths)
    try Models.run("sort output", on: &state)
    let outputs = try shown(state).map { table.outputs[$0] }
    #expect(outputs.contains { $0 < 0 } && outputs.contains { $0 > 0 })
    #expect(outputs == table.outputs.sorted(by: >))
    let text = view(state, size: size).text()
    #expect(!text.contains("truth") && !text.contains("right"))
    state.press(.character("z"))
    #expect(state[ObservationList.self]?.sorting.order.column == .number, "there is no error")
  }

  @Test("only some are listed, and a sentence says where there are none")
  func filtered() throws {
    var state = try open("latch", "clamp lstm2.forget_gate 49,27,20,62 1")
    state.finishCounting()
    let table = try #require(state.explorer.table)
    try Models.run("where output > 0.5 and truth = 0", on: &state)
    let expected = (0..<50).filter { table.outputs[$0] > 0.5 && table.truths[$0] == 0 }
    #expect(try shown(state) == expected && expected.count == 5)
    #expect(view(state, size: size).text().contains("5 of 50 where output > 0.5 and truth = 0"))
    try Models.run("where right = 0", on: &state)
    #expect(try shown(state) == expected)
    try Models.run("where error > 3", on: &state)
    let canvas = view(state, size: size)
    #expect(canvas.says("no observation fulfils error > 3; where all lists all of them"))
    state.press(.enter)
    #expect(state[ObservationList.self] != nil)
    try Models.run("where all", on: &state)
    #expect(try shown(state).count == 50)
  }

  @Test("f begins the command, and what is typed is asked of the list below the line")
  func typed() throws {
    var state = try open()
    state.press(.character("f"))
    for character in "truth = 1" { state.press(.character(character)) }
    state.press(.enter)
    let table = try #require(state.explorer.table)
    #expect(try shown(state) == (0..<50).filter { table.truths[$0] == 1 })
  }

  @Test("enter and a second click open the chosen one, and counts and ends move the choice")
  func opened() throws {
    var state = try open("latch", "sort error")
    let order = try shown(state)
    for _ in 0..<2 { state.press(.down) }
    state.press(.pageDown)
    #expect(state[ObservationList.self]?.chosen == order[12])
    state.press(.character("G"))
    #expect(state[ObservationList.self]?.chosen == order[49])
    state.press(.character("7"))
    state.press(.character("g"))
    #expect(state[ObservationList.self]?.chosen == order[7])
    let canvas = view(state, size: size)
    let other = try #require(canvas.command(for: Mouse(column: 20, row: 4, .click)))
    state.update(other)
    let chosen = try #require(state[ObservationList.self]?.chosen)
    #expect(other == .select(.named("\(chosen)")))
    let second = view(state, size: size)
    let row = try #require((2..<22).first { second.line($0).hasPrefix("▌") })
    #expect(
      second.command(for: Mouse(column: 20, row: row, .click)) == .observation(.named(chosen)))
    state.press(.enter)
    #expect(state[ObservationList.self] == nil && state.position.observation == chosen)
    // It begins at the open one when it is opened again.
    state.press(.character("o"))
    #expect(state[ObservationList.self]?.chosen == chosen)
  }

  @Test("a click on the name of a column sorts by it, and again the other way round")
  func columns() throws {
    var state = try open()
    for isReversed in [false, true, false] {
      let canvas = view(state, size: size)
      let line = canvas.line(1)
      let column = try #require(line.firstRange(of: "output")).lowerBound
      let place = line.distance(from: line.startIndex, to: column)
      state.update(try #require(canvas.command(for: Mouse(column: place, row: 1, .click))))
      #expect(
        state[ObservationList.self]?.sorting.order
          == Command.ObservationOrder(column: .output, isReversed: isReversed))
    }
  }

  @Test("a what-if runs all anew, and the list follows")
  func whatIf() throws {
    var state = try open("latch", "sort output")
    let before = try #require(state.explorer.table).outputs
    try Models.run("clamp lstm2.output_gate all 0", on: &state)
    #expect(state.isCounting)
    state.finishCounting()
    #expect(try #require(state.explorer.table).outputs != before)
    #expect(try shown(state).count == 50)
  }

  @Test("commands alone open the list, sorted and held to some")
  func alone() throws {
    var state = try Models.tutor("latch", "sort error")
    state.finishCounting()
    #expect(state[ObservationList.self]?.sorting.order.column == .error)
    state = try Models.tutor("latch", "where truth = 1")
    state.finishCounting()
    #expect(try shown(state).count < 50)
  }

  @Test("lines say it where there is no screen")
  func plain() throws {
    let state = try open("latch", "sort error")
    let list = try #require(state[ObservationList.self])
    let lines = try #require(list.plainLines(over: state.explorer))
    #expect(lines[0] == "Observations: 50 · by error, largest first. Lines 0 to 19 of 0 to 49:")
    #expect(lines[1].hasPrefix("sequence ") && lines[1].contains(", error 0."))
    #expect(lines.last?.contains("'where output > 0.5'") == true)
  }

  @Test("every size shows as much as fits", arguments: [(60, 18), (80, 24), (200, 60), (20, 5)])
  func sizes(width: Int, height: Int) throws {
    for state in [try open("latch"), try Models.tutor("weather", "sort error; tick")] {
      let canvas = view(state, size: Size(width: width, height: height))
      #expect(canvas.faults == 0, "\(canvas.firstFault ?? "")")
    }
  }
}
