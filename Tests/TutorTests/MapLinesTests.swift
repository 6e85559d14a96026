import Insight
import Testing

@testable import Tutor

@Suite("MapLines")
struct MapLinesTests {
  private func lines(_ total: Int, _ place: Int, _ room: Int, halves: Bool = true) -> MapLines {
    MapLines(
      total, place, room,
      LayerLayout.Demand(
        timesteps: 1, timestep: 0, place: place, rows: total, compared: nil, hasHalfCells: halves))
  }

  @Test("every row is shown once, the cursor's as bars, and no more lines than there is room for")
  func rows() {
    for total in [1, 2, 3, 16, 17, 18, 33, 34, 35, 64, 128, 300] {
      for room in [3, 8, 17, 48] {
        for place in Set([0, 1, total / 2, total - 1]) where place < total {
          for halves in [true, false] {
            let shown = lines(total, place, room, halves: halves)
            #expect(shown.count <= room)
            var places: [Int] = []
            var isOpened = false
            for line in shown.lines {
              switch line {
              case .pair(let upper, let lower): places += [upper] + (lower.map { [$0] } ?? [])
              case .single(let row, let line, _):
                if line == 0 { places.append(row) }
                isOpened = isOpened || row == place
              }
            }
            #expect(places == Array(shown.visible))
            #expect(isOpened, "\(place) of \(total) in \(room)")
          }
        }
      }
    }
  }

  @Test("the lines above stay where they are while the cursor moves on")
  func steady() {
    let one = lines(64, 28, 40).lines
    let next = lines(64, 30, 40).lines
    #expect(Array(one.prefix(14)) == Array(next.prefix(14)))
    #expect(one.count == next.count)
  }

  @Test("few rows are tall")
  func tall() {
    #expect(lines(3, 0, 17).count == 12)
    #expect(lines(1, 0, 17).count == 4)
    #expect(lines(7, 0, 17).count == 14)
  }

  @Test("a scale is rounded up to what three characters hold")
  func scales() {
    for (size, rounded, text) in [
      (Float(25.06), Float(26), "26"), (2.664, 2.7, "2.7"), (9.81, 9.9, "9.9"),
      (0.131, 0.14, ".14"),
      (0.044, 0.05, ".05"), (1, 1, "1"), (123.4, 130, "130"), (1234, 2000, "2e3"), (9.95, 10, "10"),
      (0, 1, "1"), (0.99, 0.99, ".99"), (0.995, 1, "1"),
    ] {
      #expect(abs(roundedUp(size) - rounded) < rounded * 1e-5, "\(size)")
      #expect(roundedUp(size) >= size)
      #expect(brief(roundedUp(size)) == text, "\(size)")
    }
  }
}
