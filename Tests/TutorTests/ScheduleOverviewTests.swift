import Engine
import Insight
import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("Schedule screen: all orders at once")
struct ScheduleOverviewTests {
  private let size = Size(width: 80, height: 24)

  /// The cells of a layer, from the rows of the one order or of each.
  private func rows(_ name: String, _ frame: Canvas) -> [String] {
    frame.textRows().filter { $0.dropFirst().hasPrefix(name + " ") }.map {
      String($0.dropFirst(17).prefix(50))
    }
  }

  /// So many cells that are filled, or are to come.
  private func filled(_ count: Int) -> String { String(repeating: "▇", count: count) }
  private func dots(_ count: Int) -> String { String(repeating: "·", count: count) }

  /// How many numbers an order needs room for, in words: what stands behind its name.
  private func cost(_ order: String, _ frame: Canvas) throws -> String {
    try #require(frame.textRows().first { $0.dropFirst().hasPrefix(order) })
  }

  @Test("one cursor steps all three orders: filled, computed now, read by that, to come")
  func overview() throws {
    let frame = view(try Models.tutor("latch", "open schedule; go +37"), size: size)
    #expect(
      rows("lstm1", frame) == [
        filled(35) + "h▸" + dots(13), filled(17) + "h▸" + dots(31), filled(17) + "h▸" + dots(31),
      ])
    #expect(
      rows("lstm2", frame) == [dots(50), filled(18) + dots(32), filled(16) + "h▸" + dots(32)])
    #expect(frame.says("37 of 100 cells"))
    #expect(try cost("layer by layer", frame).contains("at most 6,400 numbers held"))
    #expect(try cost("timestep by timestep", frame).contains("at most 384 numbers held"))
    #expect(try cost("along the diagonal", frame).contains("51 steps of up to 2 cells"))
  }

  @Test("lstm2 at t reads h of lstm1 at t and its own h and c of t − 1: those are lit, no others")
  func lit() throws {
    let state = try Models.tutor("latch", "look timesteps; go +26")
    for size in [size, Size(width: 120, height: 40), Size(width: 200, height: 60)] {
      let frame = view(state, size: size)
      let lit = ["lstm1", "lstm2"].map { name -> [Int] in
        guard let part = frame.parts.first(where: { $0.name?.text == name }),
          let columns = part.timeline
        else { return [] }
        let row = part.rect.row
        return (0..<50).filter { timestep in
          columns.column(of: timestep).map { frame[$0, row].style.paper == .selection } ?? false
        }
      }
      #expect(lit == [[12], [11]], "\(size)")
      let lstm2 = try #require(frame.parts.first { $0.name?.text == "lstm2" })
      #expect(
        frame.textRows()[lstm2.rect.rows].joined().contains(size.width < 100 ? "h▸" : "c"))
    }
  }

  @Test("cells are as light as they are late, and digits tell it where colours cannot")
  func when() throws {
    var state = try Models.tutor("latch", "open schedule; go last")
    let frame = view(state, size: size)
    let row = try #require(frame.row(beginning: "lstm1 "))
    let inks = (0..<49).map { frame[17 + $0, row].style.ink }
    #expect(inks.first == .gate(0))
    #expect(zip(inks, inks.dropFirst()).allSatisfy { share($0) < share($1) })
    state.hasHalfCells = false
    #expect(rows("lstm1", view(state, size: size))[0].hasPrefix("00000000001111111111"))
  }

  @Test("cells have an axis of their own over what is held, with a mark at the one computed now")
  func cellAxis() throws {
    for (size, count) in [
      (size, 1), (Size(width: 120, height: 40), 3), (Size(width: 60, height: 18), 0),
    ] {
      for commands in ["open schedule", "look layers"] {
        guard commands == "open schedule" || size.height >= 40 else { continue }
        let frame = view(try Models.tutor("latch", "\(commands); go 37"), size: size)
        let rulers = frame.textRows().indices.filter {
          frame.line($0).drop { $0 == " " }.hasPrefix("cells") && frame.line($0).contains("▼")
        }
        #expect(rulers.count == (commands == "open schedule" ? count : 1), "\(frame)")
        for row in rulers {
          // Under the mark the chart's bar is the one of now.
          let column = try #require(
            (0..<size.width).first { frame[$0, row].content == .glyph("▼") })
          let below = (row + 1..<row + 20).first { frame.line($0).contains("held") }
          let chart = try #require(below)
          #expect(frame[column, chart].style.ink == .accent)
        }
        if rulers.isEmpty { #expect(frame.says("by cell")) }
      }
    }
  }

  private func share(_ ink: Ink) -> Float {
    if case .gate(let share) = ink { share } else { .nan }
  }

  @Test("end and G compute all, home and g none, page down ten")
  func keys() throws {
    for screen in ["open schedule", "look layers", "look timesteps", "look diagonal"] {
      var state = try Models.tutor("latch", "\(screen); go +4")
      for (key, cells) in [
        (Key.end, 100), (.home, 0), (.character("G"), 100), (.character("g"), 0),
      ] {
        guard case .command(let command) = state.input(for: key) else {
          Issue.record("\(key) means nothing")
          continue
        }
        _ = state.update(command)
        #expect(state.position.cells == cells)
      }
      guard case .command(let command) = state.input(for: .pageDown) else { return }
      _ = state.update(command)
      #expect(state.position.cells == (screen == "look diagonal" ? 19 : 10))
      #expect(state.position.timestep == 0, "time stands still here")
    }
  }

  @Test("a number of cells can be said; along the diagonal its wavefront is whole")
  func saying() throws {
    #expect(try Models.tutor("latch", "open schedule; go 24").position.cells == 24)
    #expect(try Models.tutor("latch", "look diagonal; go 24").position.cells == 25)
    #expect(try Models.tutor("latch", "look diagonal; go 24; go -1").position.cells == 23)
  }

  @Test("the screen is used: at 200×60 no more than a fifth of the rows is empty")
  func room() throws {
    for commands in ["open schedule; go last", "open schedule; go 37", "look layers; go 75"] {
      let frame = view(try Models.tutor("latch", commands), size: Size(width: 200, height: 60))
      let empty = frame.emptyRows
      #expect(empty <= 12, "\(commands): \(empty)")
    }
  }

  @Test("more layers than lines, more timesteps than columns: a part of each, with its marks")
  func bounds() throws {
    let stack = (0..<12).map { "lstm: l\($0), units: 2, return_sequences: true" }
    let many = try Models.small(
      timesteps: 300, features: 1, layers: stack, "open schedule; go 1500")
    for size in [size, Size(width: 60, height: 18), Size(width: 200, height: 60)] {
      let frame = view(many, size: size)
      #expect(frame.says("make the window taller") == (size.height < 60))
      #expect(frame.says("1500 of 3,600 cells"))
      #expect(frame.textRows().contains { $0.contains("‹") && $0.contains("›") })
      #expect(frame.textRows().contains { $0.contains("▸") })
      #expect(frame.says("along the diagonal"))
    }
  }
}
