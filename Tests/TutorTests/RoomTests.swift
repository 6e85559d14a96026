import Screen
import Testing

@testable import Tutor

@Suite("Room that is used")
struct RoomTests {
  private static let size = Size(width: 200, height: 60)

  @Test(
    "on a projector no more than a fifth of the rows and of the columns is empty",
    arguments: ["network", "layer", "contrast", "schedule"], ["go 15", "go last"])
  func latch(screen: String, place: String) throws {
    let state = try Models.tutor("latch", "open \(screen); \(place)")
    let canvas = view(state, size: Self.size)
    let (rows, columns) = canvas.emptyLines
    #expect(rows * 5 <= Self.size.height, "\(rows) rows\n\(canvas)")
    #expect(columns * 5 <= Self.size.width, "\(columns) columns\n\(canvas)")
  }

  @Test(
    "so it is on the schedule, in each order, at whatever cell one stops",
    arguments: ["orders", "layers", "timesteps", "diagonal"])
  func schedule(look: String) throws {
    for cells in [0, 1, 15, 37, 50, 75, 99, 100] {
      let state = try Models.tutor("latch", "open schedule; look \(look); go \(cells)")
      let canvas = view(state, size: Self.size)
      let (rows, columns) = canvas.emptyLines
      #expect(rows * 5 <= Self.size.height, "\(rows) rows at \(cells)\n\(canvas)")
      #expect(columns * 5 <= Self.size.width, "\(columns) columns at \(cells)\n\(canvas)")
    }
  }

  @Test("eight timesteps fill the width", arguments: ["network", "layer", "contrast", "schedule"])
  func small(screen: String) throws {
    let state = try Models.small(
      timesteps: 8, features: 2,
      layers: [
        "lstm: a, units: 8, return_sequences: true", "lstm: b, units: 4", "dense: c, units: 1",
      ],
      "open \(screen); go 5")
    let canvas = view(state, size: Self.size)
    #expect(canvas.emptyLines.columns * 5 <= Self.size.width, "\(canvas)")
  }
}

extension Canvas {
  /// The rows, and the columns between title and sentences, in which nothing stands.
  var emptyLines: (rows: Int, columns: Int) {
    func isBlank(_ column: Int, _ row: Int) -> Bool {
      let cell = self[column, row]
      return cell.content == .glyph(" ") && cell.style.paper == .none
    }
    let rows = (0..<height).count { row in (0..<width).allSatisfy { isBlank($0, row) } }
    let columns = (0..<width).count { column in
      (1..<contentRows).allSatisfy { isBlank(column, $0) }
    }
    return (rows, columns)
  }
}
