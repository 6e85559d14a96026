import Testing

@testable import Tutor

@Suite("Axis")
struct AxisTests {
  @Test("an axis that fits is shown whole")
  func fits() {
    let axis = Axis(count: 50, current: 49, columns: 50)
    #expect(axis.visible == 0..<50)
    #expect(axis.isCut == (false, false))
    #expect(axis.column(of: 49) == 49)
  }

  @Test("a longer one shows a window that holds the current position, wherever it is")
  func window() {
    for columns in [1, 2, 7, 50] {
      for current in 0..<200 {
        let axis = Axis(count: 200, current: current, columns: columns)
        #expect(axis.columns == columns)
        #expect(axis.visible.lowerBound >= 0 && axis.visible.upperBound <= 200)
        #expect(axis.column(of: current) != nil, "\(current) in \(columns) columns")
      }
    }
  }

  @Test("a step inside a page does not move the window")
  func pages() {
    let windows = Set((0..<200).map { Axis(count: 200, current: $0, columns: 50).visible })
    #expect(windows.count <= 9)
  }

  @Test("no columns show nothing")
  func none() {
    #expect(Axis(count: 50, current: 3, columns: 0).visible.isEmpty)
    #expect(Axis(count: 0, current: 0, columns: 10).visible.isEmpty)
  }
}
