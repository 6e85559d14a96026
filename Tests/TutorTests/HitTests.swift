import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("Clicks and the wheel")
struct HitTests {
  private let size = Size(width: 80, height: 24)

  private func click(
    _ column: Int, _ row: Int, _ state: State, size: Size = Size(width: 80, height: 24)
  ) -> Command? {
    view(state, size: size).command(for: Mouse(column: column, row: row, .click))
  }

  /// The column in which a text begins in a row.
  private func column(_ text: String, in row: String) throws -> Int {
    let range = try #require(row.range(of: text))
    return row.distance(from: row.startIndex, to: range.lowerBound)
  }

  @Test("a click on a stage of the pipeline chooses it, on its shape as well")
  func pipeline() throws {
    let state = try Models.tutor()
    let text = view(state, size: size).line(1)
    for name in ["lstm1", "lstm2", "dense1", "dense2", "output"] {
      let place = try column(name, in: text)
      #expect(click(place, 1, state) == .select(.named(name)))
      #expect(click(place + name.count + 2, 1, state) == .select(.named(name)))
    }
    #expect(click(try column("input", in: text), 1, state) == .select(.named("input_layer")))
    #expect(click(try column("▸", in: text), 1, state) == nil)
  }

  @Test("layers that the pipeline leaves out cannot be clicked there")
  func hidden() throws {
    let state = try Models.tutor()
    let narrow = Size(width: 60, height: 18)
    let text = view(state, size: narrow).line(1)
    #expect(click(try column("…", in: text), 1, state, size: narrow) == nil)
    #expect(
      click(try column("lstm2", in: text), 1, state, size: narrow) == .select(.named("lstm2")))
  }

  @Test("a click in any row of the axis goes to the column's timestep")
  func timesteps() throws {
    let state = try Models.tutor()
    let frame = view(state, size: size)
    let ruler = try #require(frame.row(beginning: "timestep t"))
    let mark = try column("▼", in: frame.line(ruler))
    for timestep in [0, 7, 49] {
      for begin in ["timestep t", "x symbol", "i input gate", "c cell state", "outputs"] {
        let row = try #require(frame.row(beginning: begin))
        #expect(click(mark + timestep, row, state) == .go(.at(timestep)), "\(begin)")
      }
    }
    #expect(click(mark - 1, ruler, state) == nil)
    #expect(click(mark + 50, ruler, state) == nil)
  }

  @Test("the timestep that is clicked is the one that the mark then stands over")
  func marked() throws {
    for model in ["latch", "weather"] {
      for dimensions in [size, Size(width: 60, height: 18), Size(width: 160, height: 50)] {
        var state = try Models.tutor(model)
        for place in stride(from: 5, to: dimensions.width, by: 7) {
          guard let command = click(place, 2, state, size: dimensions) else { continue }
          _ = state.update(command)
          let canvas = view(state, size: dimensions)
          let axis = try #require(canvas.parts.first { $0.name?.text == "ruler" }?.timeline)
          // The mark stands over one of the timestep's own columns.
          let mark = try column("▼", in: canvas.line(2))
          #expect(axis.position(at: mark) == axis.position(at: place))
        }
      }
    }
  }

  @Test("a click on a layer's name or value chooses the layer")
  func layers() throws {
    let state = try Models.tutor()
    let frame = view(state, size: size)
    #expect(
      click(2, try #require(frame.row(beginning: "lstm1 reads")), state) == .select(.named("lstm1"))
    )
    #expect(
      click(4, try #require(frame.row(beginning: "i input gate")), state)?.description
        == "select lstm1")
    #expect(
      click(1, try #require(frame.row(beginning: "x symbol")), state)
        == .select(.named("input_layer")))
    #expect(
      click(4, try #require(frame.row(beginning: "answer so far")), state)
        == .select(.named("output")))
  }

  @Test("with units as columns, and in the sample beside the axis, a click shows a unit")
  func units() throws {
    let state = try Models.tutor("latch", "go 15; look units")
    let frame = view(state, size: size)
    let rows = frame.textRows().indices.filter { frame.line($0).contains("c cell state") }
    let row = try #require(rows.last)
    let first = click(17, row, state)
    guard case .navigation(.unit(.named(let unit))) = first else {
      Issue.record("\(String(describing: first))")
      return
    }
    #expect(click(18, row, state) == .unit(.named(unit + 1)))
    // Of another layer than the chosen one, the layer comes first.
    #expect(click(18, try #require(rows.first), state) == .select(.named("lstm1")))
    let wide = Size(width: 160, height: 50)
    let other = try Models.tutor("latch", "go 15")
    let sample = NetworkScreen(other.explorer, size: wide).layout.sampleColumn
    let lines = view(other, size: wide)
    let last = try #require(
      lines.textRows().indices.last { lines.line($0).contains("h hidden state") })
    let shown = NetworkScreen(other.explorer, size: wide).sampleWindow(of: 1).visible
    #expect(
      click(sample + 3, last, other, size: wide) == .unit(.named(shown.lowerBound + 3)))
  }

  @Test("the answers of every timestep are columns too")
  func answers() throws {
    let state = try Models.tutor("latch", "toggle return_sequences")
    let row = try #require(view(state, size: size).row(beginning: "output"))
    #expect(click(17 + 30, row, state) == .go(.at(30)))
  }

  @Test("the wheel moves through time, through the layers of the shapes, through the help")
  func wheel() throws {
    func wheel(_ kind: Mouse.Kind, _ commands: String) throws -> Command? {
      view(try Models.tutor("latch", commands), size: size)
        .command(for: Mouse(column: 3, row: 3, kind))
    }
    #expect(try wheel(.wheelDown, "go 5") == .go(.by(1)))
    #expect(try wheel(.wheelUp, "open layer") == .go(.by(-1)))
    #expect(try wheel(.wheelDown, "open shapes") == .select(.by(1)))
    #expect(try wheel(.wheelDown, "help") == .go(.by(3)))
    #expect(try wheel(.wheelDown, "prompt go") == nil)
  }

  @Test("on the shapes screen a click chooses a layer's row or a way to look")
  func shapes() throws {
    let state = try Models.tutor("latch", "open shapes")
    let frame = view(state, size: size)
    for name in ["input_layer", "lstm1", "dense2"] {
      let row = try #require(frame.row(beginning: name + " "))
      #expect(click(30, row, state) == .select(.named(name)))
    }
    let tabs = frame.line(1)
    #expect(click(try column("PyTorch", in: tabs), 1, state) == .look(.named(.code(.pytorch))))
    #expect(click(try column("shapes", in: tabs), 1, state) == .look(.named(.code(.table))))
    #expect(click(70, 1, state) == nil)
    #expect(click(5, try #require(frame.row(beginning: "total")), state) == nil)
  }

  @Test("every cell of every screen gives nothing or a command that is carried out")
  func everywhere() throws {
    for commands in [
      "", "go start", "look units", "select lstm1; toggle return_sequences", "open shapes",
      "look pytorch", "open layer", "open contrast", "open schedule", "help", "prompt x",
    ] {
      for dimensions in [Size(width: 60, height: 18), size, Size(width: 30, height: 5)] {
        let state = try Models.tutor("latch", commands)
        let frame = view(state, size: dimensions)
        for row in stride(from: -1, through: dimensions.height, by: 2) {
          for column in stride(from: -1, through: dimensions.width, by: 9) {
            let mouse = Mouse(column: column, row: row, .click)
            guard let command = frame.command(for: mouse) else { continue }
            var next = state
            _ = next.update(command)
            #expect(!next.isRefused, "\(command): \(next.message ?? "")")
          }
        }
      }
    }
  }
}
