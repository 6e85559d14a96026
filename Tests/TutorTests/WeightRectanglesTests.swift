import Engine
import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("Weights to scale")
struct WeightRectanglesTests {
  /// How many cells of each row of a frame one ink fills, rows without any left out.
  private func filled(_ ink: Ink, _ commands: String, model: String = "latch", _ size: Size) throws
    -> [Int]
  {
    let frame = view(try Models.tutor(model, commands), size: size)
    let solid = Set("▁▂▃▄▅▆▇█▏▎▍▌▋▊▉".unicodeScalars)
    return (12..<size.height - 1).map { row in
      (0..<size.width).count { column in
        let cell = frame[column, row]
        guard case .glyph(let scalar) = cell.content else { return false }
        return cell.style.ink == ink && solid.contains(scalar)
      }
    }
    .filter { $0 > 0 }
  }

  private static let large = Size(width: 120, height: 40)

  @Test("a layer's weights are its rows times a block of columns for each sum")
  func sides() throws {
    let plan = try Models.tutor("latch", "open shapes").plan
    let lstm1 = WeightRectangles(plan.layers[0], opened: nil)
    #expect(lstm1.rectangles.map(\.rows) == [10, 128, 1])
    #expect(lstm1.blocks.map(\.letter) == ["i", "f", "g", "o"] && lstm1.units == 128)
    #expect(lstm1.rectangles.map(lstm1.count) == [5_120, 65_536, 512])
    let output = WeightRectangles(plan.layers[4], opened: nil)
    #expect(output.rectangles.map(\.rows) == [64, 1] && output.blocks.map(\.letter) == [nil])
    #expect(output.units == 1)
  }

  @Test("on a scale a weight is as wide as it is high, and nothing vanishes")
  func scale() {
    let scale = WeightScale(side: 8)
    #expect(scale.across(128) == 128 && scale.down(128) == 64)
    #expect(scale.across(128) / 8 == 2 * scale.down(128) / 8, "a cell is twice as high as wide")
    #expect(scale.down(1) == 1 && scale.weights == 128)
    #expect(WeightScale.finest { $0.side >= 20 } == WeightScale(side: 24))
    #expect(WeightScale.finest { _ in false } == nil)
  }

  @Test("each gate has its block in its hue, and all are equal", arguments: 0..<4)
  func gates(series: Int) throws {
    let rows = try filled(.series(series), "open shapes; select lstm1", Self.large)
    #expect(rows == (try filled(.series(0), "open shapes; select lstm1", Self.large)))
    // 128 units at 8 weights a column; a line of the kernel, eight of the recurrent kernel, the bias.
    #expect(rows == Array(repeating: 16, count: 10))
  }

  @Test("twice the units is four times the recurrent kernel, with what it was marked in it")
  func growing() throws {
    let planned = try Models.tutor("latch", "size lstm1.units 256").sketch
    let tried = WeightRectangles(try #require(planned.layer(0)), opened: planned.openedLayer(0))
    #expect(tried.count(tried.rectangles[1]) == 4 * 65_536)
    #expect(tried.rectangles[1].openedRows == 128 && tried.openedUnits == 128)
    let frame = view(
      try Models.tutor("latch", "size lstm1.units 256; select lstm1"), size: Self.large)
    #expect(frame.textRows().contains { $0.contains("╌╌") && $0.contains("█") })
    #expect(frame.textRows().count { $0.contains("█╎█") } > 1)
  }

  @Test("keys let the rectangles grow and shrink on one scale")
  func keys() throws {
    func tall(_ keys: String) throws -> Int {
      var state = try Models.tutor("latch", "open shapes; select lstm1")
      for key in keys { state.press(.character(key)) }
      let rows = view(state, size: Self.large).textRows()
      return rows.count { $0.contains("██") }
    }
    let opened = try tall("")
    #expect(try tall("32-") < opened)
    #expect(try tall("48f") > opened)
  }

  @Test("what was larger leaves its edge where it was")
  func shrunk() throws {
    let rows = view(
      try Models.tutor("latch", "size lstm1.units 64; select lstm1"), size: Self.large
    ).textRows()
    #expect(rows.contains { $0.contains("╌") && !$0.contains("█") })
    #expect(rows.count { $0.contains("╎") } > 4)
  }

  @Test("a Dense layer has a kernel and a bias, in one block")
  func dense() throws {
    let frame = view(try Models.tutor("latch", "open shapes; select dense1"), size: Self.large)
    #expect(frame.says("128 units") && frame.says("kernel 64 × 128 8,192"))
    #expect(frame.says("bias 1 × 128 128"))
    #expect(frame.says("(64 + 1) × 128 = 8,320"))
    #expect(!frame.says("recurrent"))
  }

  @Test(
    "sides, counts and the whole stand beside them, at every size",
    arguments: [
      Size(width: 60, height: 18), Size(width: 80, height: 24), Size(width: 100, height: 30),
      Size(width: 160, height: 50), Size(width: 200, height: 60),
    ])
  func labels(size: Size) throws {
    let frame = view(try Models.tutor("latch", "open shapes; select lstm1"), size: size)
    for word in ["10 × 4·128", "128 × 4·128", "1 × 4·128", "5,120", "65,536", "None: batch"] {
      #expect(frame.says(word), "\(word)\n\(frame)")
    }
    #expect(frame.textRows().contains { $0.contains("██") })
  }

  @Test("a very large layer is drawn as well")
  func largest() throws {
    for commands in ["size lstm1.units 4000", "size lstm1.units 1; size features 9999"] {
      for size in [Size(width: 60, height: 18), Size(width: 200, height: 60)] {
        let frame = view(try Models.tutor("latch", "\(commands); select lstm1"), size: size)
        #expect(frame.textRows().contains { $0.contains("kernel") })
      }
    }
  }
}
