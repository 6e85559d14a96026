import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("Time axis")
struct TimeAxisTests {
  /// The timesteps that a ruler marks with a star.
  private func marked(_ state: State, size: Size) -> Set<Int> {
    let canvas = view(state, size: size)
    // The ruler is the part of the name; on the unit screen it is the first row of the chart.
    guard let part = canvas.parts.first(where: { ["ruler", "chart"].contains($0.name?.text) }),
      let columns = part.timeline
    else { return [] }
    return Set(
      columns.all.compactMap { column in
        canvas[column, part.rect.row].content == .glyph("*") ? columns.position(at: column) : nil
      })
  }

  @Test("every screen with a ruler marks the same timesteps of a what-if")
  func whatIfs() throws {
    for screen in [Command.ScreenName.network, .layer, .unit, .contrast, .schedule] {
      let state = try Models.tutor("latch", "erase c 20; start 1; go 10; open \(screen.rawValue)")
      for size in [Size(width: 80, height: 24), Size(width: 160, height: 50)] {
        // The unit screen has a ruler only where there is room for it.
        if screen == .unit, size.height < 30 { continue }
        #expect(marked(state, size: size) == [0, 20], "\(screen) at \(size)")
        #expect(view(state, size: size).faults == 0)
      }
    }
  }

  @Test("a screen of one layer marks what touches that layer, the network what touches any")
  func whatIfsOfOneLayer() throws {
    func marked(_ commands: String) throws -> Set<Int> {
      self.marked(
        try Models.tutor("latch", "erase c 20 lstm1; go 10; \(commands)"),
        size: Size(width: 100, height: 30))
    }
    #expect(try marked("open network") == [20])
    #expect(try marked("select lstm1; open layer") == [20])
    #expect(try marked("select lstm2; open layer") == [])
    #expect(try marked("select lstm2; open unit") == [])
    #expect(try marked("select lstm2; open contrast") == [])
  }

  @Test("the mark of the open timestep stands over that of a what-if")
  func markOverStar() throws {
    for screen in [Command.ScreenName.network, .layer, .unit, .contrast] {
      let state = try Models.tutor("latch", "erase c 20; go 20; open \(screen.rawValue)")
      let canvas = view(state, size: Size(width: 80, height: 24))
      #expect(marked(state, size: Size(width: 80, height: 24)).isEmpty, "\(screen)")
      #expect(canvas.faults == 0, "\(screen): \(canvas.firstFault ?? "")")
    }
  }

  @Test("margins give way until every timestep has a column, to fifty of them")
  func margins() {
    let wide = TimeAxis.Margins(label: 17, behind: 13)
    let narrow = TimeAxis.Margins(label: 3, behind: 7)
    func chosen(_ width: Int, _ timesteps: Int) -> TimeAxis.Margins {
      TimeAxis.Margins.fitting([wide, narrow], width: width, timesteps: timesteps)
    }
    #expect(chosen(80, 50) == wide && chosen(80, 500) == wide)
    #expect(chosen(79, 50) == narrow && chosen(79, 49) == wide)
    #expect(chosen(10, 50) == narrow)
  }

  @Test("the timesteps of an axis stand in its columns, in a window around the open one")
  func window() throws {
    let margins = TimeAxis.Margins(label: 9, behind: 7)
    let axis = TimeAxis(
      left: 4, width: 40, margins: margins, timesteps: 200, current: 120, valueGap: 1)
    #expect(axis.start == 13 && axis.last == 37 && axis.values?.value == 38)
    #expect(axis.column(of: 120) != nil)
    #expect(axis.column(of: 0) == nil)
    #expect(axis.read.upperBound == 121)
    #expect(axis.opened(at: -1).read.isEmpty)
    var canvas = Canvas(Size(width: 50, height: 3))
    axis.ruler(row: 1, on: &canvas)
    let mark = try #require(axis.column(of: 120))
    #expect(canvas[mark, 1].content == .glyph("▼"))
    #expect(canvas[12, 1].content == .glyph("‹") && canvas[37, 1].content == .glyph("›"))
    #expect(canvas.faults == 0)
  }
}
