import Engine
import Insight
import Screen
import Testing

@testable import Tutor

@Suite("Contrast screen: the picture")
struct ContrastPictureTests {
  private let size = Size(width: 80, height: 24)

  @Test("the two units beside the chosen one are those whose h follows the answer most closely")
  func followers() throws {
    for (layer, unit) in [("lstm2", 58), ("lstm2", 3), ("lstm1", 117)] {
      let state = try Models.tutor(
        "latch", "select \(layer); unit \(unit); open contrast; go last")
      let contrast = try #require(state.moment.contrast)
      let scores = try contrast.on.followsAnswer(layer: contrast.layer)
      let best = scores.indices.filter { $0 != unit }
        .sorted { scores[$0].magnitude > scores[$1].magnitude }.prefix(2)
      for size in [size, Size(width: 120, height: 40), Size(width: 200, height: 60)] {
        // A number of three digits leaves the word no room beside a wide axis.
        let shown = view(state, size: size).textRows().compactMap { row in
          row.firstMatch(of: /^  h (?:of )?(?:unit )?([0-9]+)\s/).flatMap { Int($0.1) }
        }
        #expect(shown == [unit] + best, "h is drawn once, at \(size)")
      }
    }
  }

  @Test("what does not differ is a flat row, as long as what was read")
  func flat() throws {
    for (timestep, size) in [(15, size), (49, size), (15, Size(width: 120, height: 40))] {
      let frame = view(try Models.tutor("latch", "open contrast; go \(timestep)"), size: size)
      let part = try #require(frame.parts.first { $0.name?.text == "difference" })
      let columns = try #require(part.timeline)
      let row = part.rect.rows.upperBound - 2
      for position in 0..<50 {
        let cell = frame[try #require(columns.column(of: position)), row]
        #expect(
          cell.content
            == (position <= timestep ? .bar(eighths: 1, hanging: false) : .glyph("·"))
            || position > timestep, "t \(position)")
      }
      #expect(frame.line(row).contains("difference"))
    }
  }

  @Test("a difference stands up from the flat row where it is")
  func standsUp() throws {
    var state = try Models.tutor("latch", "open contrast; go 40")
    let right = try #require(state.moment.contrast)
    let faulty = try right.on.network.forward(
      state.example.observation,
      under: Interventions(
        erasures: [Erasure(layer: "lstm2", timestep: 7, states: .hiddenState)]),
      kernels: .portable)
    let contrast = Contrast(layer: 1, off: Deferred { right.off }, on: Deferred { faulty })
    state.moment.contrast = contrast
    #expect(contrast.differences[..<7].allSatisfy { $0 == 0 })
    #expect(contrast.differences.max() == contrast.difference.largest)
    let frame = view(state, size: size)
    let part = try #require(frame.parts.first { $0.name?.text == "difference" })
    let most = try #require(contrast.difference.place).timestep
    let column = try #require(part.timeline?.column(of: most))
    #expect(frame[column, part.rect.row].content == .bar(eighths: 8, hanging: false))
    #expect(frame[column, part.rect.row].style.ink == .error)
    #expect(frame[17, part.rect.row].style.ink == .good)
  }

  @Test("how many of the fifty h are outputs can be counted, and is said")
  func lanes() throws {
    for size in [
      Size(width: 60, height: 18), size, Size(width: 120, height: 40), Size(width: 200, height: 60),
    ] {
      for (timestep, counts) in [(15, [0, 16]), (49, [1, 50])] {
        let frame = view(try Models.tutor("latch", "open contrast; go \(timestep)"), size: size)
        let lanes = frame.parts.filter { $0.name?.text == "lstm2.output" }
        let filled = try lanes.map { lane in
          let columns = try #require(lane.timeline)
          return (0..<50).count { position in
            columns.column(of: position).map {
              ["■", "▊", "▇"].contains(frame[$0, lane.rect.row].content.scalar)
            } ?? false
          }
        }
        #expect(filled == counts, "\(size)")
        for (lane, count) in zip(lanes, counts) {
          let text = frame.textRows()[lane.rect.rows].joined()
          #expect(text.contains("\(count)/50") || text.contains("\(count) of 50"))
        }
      }
    }
  }

  @Test("the screen is used: no third of it is empty, and at 200×60 no more than a fifth")
  func room() throws {
    for (size, most) in [(Size(width: 120, height: 40), 10), (Size(width: 200, height: 60), 12)] {
      for commands in ["go 15", "go 49", "go 49; select lstm1"] {
        let frame = view(try Models.tutor("latch", "open contrast; \(commands)"), size: size)
        let empty = frame.emptyRows
        #expect(empty <= most, "\(commands) at \(size): \(empty)")
      }
    }
  }
}

extension Content {
  /// The character of a cell that has one.
  fileprivate var scalar: Unicode.Scalar {
    if case .glyph(let scalar) = self { scalar } else { " " }
  }
}

extension Canvas {
  /// How many rows nothing stands in, and no part of a picture.
  var emptyRows: Int {
    let taken = Set(parts.flatMap(\.rect.rows))
    return textRows().enumerated().count { row, text in
      !taken.contains(row) && text.allSatisfy { $0 == " " }
    }
  }
}
