import Engine
import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("Parts")
struct PartsTests {
  static let sizes = [
    Size(width: 60, height: 18), Size(width: 80, height: 24), Size(width: 120, height: 40),
  ]
  static let quantities = LSTM.quantityNames.map(\.rawValue)

  private func frame(
    _ commands: String, _ screen: Command.ScreenName, model: String = "latch",
    _ size: Size = sizes[1]
  ) throws -> Canvas {
    var state = try Models.tutor(model, commands)
    _ = state.update(.open(screen))
    return view(state, size: size)
  }

  private func expect(_ names: [String], in frame: Canvas, _ scene: String) {
    let there = Set(frame.parts.compactMap(\.name?.text))
    let missing = names.filter { !there.contains($0) }
    #expect(missing.isEmpty, "\(scene) at \(frame.size)\n\(frame)")
  }

  // MARK: Names

  @Test(
    "every screen names title, sentences and its own parts", arguments: ["latch", "weather"], sizes)
  func names(model: String, size: Size) throws {
    let own: [(Command.ScreenName, [String])] = [
      (.network, ["x", "pipeline", "ruler", "head", "answer", "output", "output.output"]),
      (.layer, ["map", "scale", "tabs", "x", "ruler", "lstm2.cell_state"]),
      (
        .unit,
        ["phases", "picture", "gates", "lanes", "cell", "hidden"]
          + Self.quantities.map { "lstm2.\($0)" }
      ),
      (
        .dense,
        [
          "pipeline", "terms", "sum", "curve", "answer", "dense2.output", "output.kernel",
          "output.bias", "output.output",
        ]
      ),
      (.origins, ["inputs", "origins", "path", "ruler", "x"]),
      (
        .contrast,
        [
          "false", "true", "difference", "parameters", "x", "lstm2.hidden_state", "lstm2.output",
          "output.output",
        ]
      ),
      (.schedule, ["grid", "held", "orders", "lstm1", "lstm2", "output"]),
      (.shapes, ["table", "derivation", "sliders", "input_layer", "lstm1", "lstm2", "output"]),
    ]
    for (screen, names) in own {
      let frame = try frame("go 15", screen, model: model, size)
      expect(["title", "sentences"] + names, in: frame, "\(screen)")
      #expect(frame.parts.first { $0.name?.text == "title" }?.rect.rows == 0..<1)
    }
  }

  @Test("the unit's ledger names its own parts", arguments: ["latch", "weather"], sizes)
  func ledger(model: String, size: Size) throws {
    let frame = view(try Models.tutor(model, "go 15; look phase1"), size: size)
    let names = ["phases", "terms", "sums", "gates", "cell", "hidden", "outputs"]
    expect(names + Self.quantities.map { "lstm2.\($0)" }, in: frame, "ledger")
  }

  @Test("the README names the parts of every screen that are no quantity and no layer")
  func readme() throws {
    let scenes: [(Command.ScreenName, [String])] = [
      (.network, ["go 15", "set lstm1.return_sequences false"]),
      (.layer, ["go 15", "look time"]),
      (.unit, (1...6).map { "go 15; look phase\($0)" } + ["go 15; look picture; hold 0.9"]),
      (.dense, ["go 15", "go last; select dense2"]),
      (.origins, ["go 15"]),
      (.contrast, ["go 15"]), (.schedule, ["go 15", "look layers"]),
      (.shapes, ["go 15", "open shapes; look keras"]),
    ]
    let layers = ["input_layer", "lstm1", "lstm2", "dense1", "dense2", "output"]
    var rows = "| screen | parts beside its quantities and layers |\n| --- | --- |\n"
    let everywhere: Set = ["title", "sentences"]
    rows += "| every one | `sentences`, `title` |\n"
    for (screen, commands) in scenes {
      var names: Set<String> = []
      for command in commands {
        for size in Self.sizes + [Size(width: 200, height: 60)] {
          names.formUnion(try frame(command, screen, size).parts.compactMap(\.name?.text))
        }
      }
      let own = names.subtracting(everywhere).subtracting(layers).filter { !$0.contains(".") }
      rows += "| \(screen) | " + own.sorted().map { "`\($0)`" }.joined(separator: ", ") + " |\n"
    }
    let readme = try String(contentsOf: Models.root.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains(rows), "put this into the README:\n\(rows)")
  }

  @Test("the network names every row of its layers", arguments: ["latch", "weather"], sizes)
  func layers(model: String, size: Size) throws {
    let frame = try frame("go 15", .network, model: model, size)
    let addresses = Self.quantities.map { "lstm2.\($0)" } + ["lstm1.cell_state"]
    expect(addresses + ["lstm1", "lstm2", "lstm1.output", "lstm2.output"], in: frame, "network")
    let layer = try #require(frame.parts.first { $0.name?.text == "lstm2" })
    for part in frame.parts where part.name?.text.hasPrefix("lstm2.") == true {
      #expect(layer.rect.intersection(part.rect) == part.rect)
      #expect(part.timeline != nil)
    }
  }

  @Test("the code of the network is a part, and so are the lines of its layers", arguments: sizes)
  func code(size: Size) throws {
    for code in ["keras", "pytorch"] {
      let frame = try frame("open shapes; look \(code)", .shapes, size)
      expect(["title", "sentences", "code", "lstm2"], in: frame, code)
      let lines = frame.parts.filter { $0.name?.text == "lstm2" }.map { frame.text(in: $0.rect) }
      #expect(lines.contains { $0.contains("lstm2") })
    }
  }

  @Test("a chart is a part where there is room for one")
  func chart() throws {
    let commands = "go 15; look phase1"
    let small = try self.frame(commands, .unit, Self.sizes[0])
    #expect(!small.parts.contains { $0.name?.text == "chart" })
    let frame = try self.frame(commands, .unit, Self.sizes[1])
    let chart = try #require(frame.parts.first { $0.name?.text == "chart" })
    #expect(frame.text(in: chart.rect).contains("h hidden state"))
    #expect(chart.timeline?.column(of: 0) == 17)
  }

  @Test("a layer that cannot follow is named where the reason stands")
  func failure() throws {
    for screen in [Command.ScreenName.network, .shapes] {
      let frame = try frame("select lstm1; toggle return_sequences", screen)
      let part = try #require(
        frame.parts.last { $0.name?.text == "lstm2" && $0.rect.height > 1 }, "\(screen)")
      #expect(frame.text(in: part.rect).contains("lstm2 ✗ cannot be built"))
      #expect(!frame.parts.contains { $0.name?.text.hasPrefix("lstm2.") == true })
    }
  }

  // MARK: What they contain

  @Test("a quantity's rows hold its letter", arguments: ["latch", "weather"], sizes)
  func letters(model: String, size: Size) throws {
    for commands in ["go 15", "go start", "go 15; look units", "go 15; beside 3"] {
      let frame = try frame(commands, .network, model: model, size)
      for (address, letter) in Self.addresses {
        let parts = frame.parts.filter { $0.name?.text == address }
        let isThere = parts.contains { part in
          part.rect.rows.contains { row in
            (1...2).contains { frame[$0, row].content == .glyph(letter) }
          }
        }
        #expect(isThere || parts.isEmpty, "\(address) at \(size)\n\(frame)")
      }
      let input = try #require(frame.parts.first { $0.name?.text == "x" })
      #expect(frame.text(in: input.rect).contains("x"))
      let lanes = frame.parts.filter { $0.name?.text == "lstm2.output" }
      let label = size.width < 80 ? "→" : "outputs"
      #expect(lanes.contains { frame.text(in: $0.rect).contains(label) })
    }
  }

  @Test("the hidden states of the contrast hold h, its lanes what leaves", arguments: sizes)
  func contrast(size: Size) throws {
    let frame = try frame("go last", .contrast, size)
    let hidden = try #require(frame.parts.first { $0.name?.text == "lstm2.hidden_state" })
    #expect(frame.text(in: hidden.rect).contains("h"))
    let lanes = frame.parts.filter { $0.name?.text == "lstm2.output" }
    let boxes = lanes.map { lane in
      let line = Rect(
        column: lane.rect.column, row: lane.rect.row, width: lane.rect.width, height: 1)
      return frame.text(in: line).count { "■▊▇".contains($0) }
    }
    #expect(boxes == [1, 50])
    for (name, word) in [("false", "False"), ("true", "True")] {
      let half = try #require(frame.parts.first { $0.name?.text == name })
      #expect(frame.text(in: half.rect).contains("return_sequences=\(word)"))
    }
  }

  @Test("the two runs stand one above the other at every size, h once above them")
  func oneAboveTheOther() throws {
    let frame = try frame("go last", .contrast, Size(width: 200, height: 50))
    for (name, count) in [
      ("false", 1), ("true", 1), ("x", 1), ("lstm2.hidden_state", 1), ("lstm2.output", 2),
    ] {
      #expect(frame.parts.count { $0.name?.text == name } == count, "\(name)")
    }
    let halves = ["false", "true"].compactMap { name in frame.parts.first { $0.name?.text == name }
    }
    #expect(halves[0].rect.intersection(halves[1].rect).isEmpty)
    #expect(frame.text(in: halves[1].rect).contains("return_sequences=True"))
    #expect(!frame.text(in: halves[1].rect).contains("return_sequences=False"))
  }

  @Test("each gate has a column over sums and gates, under its letter", arguments: sizes)
  func gates(size: Size) throws {
    for commands in ["go 15", "go 15; clamp lstm2.forget_gate 58 1"] {
      let state = try Models.tutor("latch", "\(commands); open unit; look phase6")
      let frame = view(state, size: size)
      let terms = try #require(frame.parts.first { $0.name?.text == "terms" })
      let gates = try #require(frame.parts.first { $0.name?.text == "gates" })
      for (address, letter) in Self.addresses.filter({ $0.0.hasSuffix("_gate") }) {
        let column = try #require(frame.parts.first { $0.name?.text == address }).rect
        let header = Rect(
          column: column.column - 1, row: terms.rect.row, width: column.width + 1, height: 1)
        #expect(frame.text(in: header).contains(Character(letter)))
        #expect(column.rows.upperBound == gates.rect.rows.upperBound)
      }
      let forget = try #require(frame.parts.first { $0.name?.text == "lstm2.forget_gate" })
      let words = commands.hasSuffix("1") ? "1.000" : "0.019"
      #expect(frame.text(in: forget.rect).contains(words), "\(frame)")
    }
  }

  @Test("the states of the unit are in their rows", arguments: sizes)
  func states(size: Size) throws {
    let state = try Models.tutor("latch", "go 15; open unit; look phase6")
    let frame = view(state, size: size)
    for (name, text) in [
      ("cell", "c[15] ="), ("lstm2.cell_state", "c[15] ="), ("hidden", "h[15] ="),
      ("lstm2.hidden_state", "h[15] ="), ("phases", "3 gates"), ("sums", "sums z"),
    ] {
      let part = try #require(frame.parts.first { $0.name?.text == name })
      #expect(frame.text(in: part.rect).contains(text), "\(name)\n\(frame)")
    }
  }

  @Test("a layer's map holds the chosen unit, under the name of what it shows", arguments: sizes)
  func map(size: Size) throws {
    let frame = try frame("go 15; look forget_gate; compare hidden_state", .layer, size)
    for name in ["lstm2.forget_gate", "lstm2.hidden_state"] {
      let part = try #require(frame.parts.first { $0.name?.text == name })
      #expect(frame.text(in: part.rect).contains("58"))
    }
    #expect(frame.parts.count { $0.name?.text == "map" } == 2)
    let second = try self.frame("look input", .layer, size)
    #expect(second.parts.contains { $0.name?.text == "lstm1.output" && $0.rect.height > 3 })
    let first = try self.frame("select lstm1; look input", .layer, size)
    #expect(first.parts.contains { $0.name?.text == "x" && $0.rect.height > 3 })
  }

  @Test("rows of the schedule and of the table begin with the layer's name", arguments: sizes)
  func rows(size: Size) throws {
    for screen in [Command.ScreenName.schedule, .shapes] {
      let frame = try frame("open schedule; go 9", screen, size)
      for name in ["lstm1", "lstm2", "output"] {
        let part = try #require(frame.parts.first { $0.name?.text == name })
        #expect(frame.text(in: part.rect).drop { $0 == " " || $0 == "▌" }.hasPrefix(name))
      }
    }
  }

  // MARK: Time

  @Test("the current timestep's column stands under the mark", arguments: ["latch", "weather"])
  func timelines(model: String) throws {
    for screen in [Command.ScreenName.network, .layer, .unit, .contrast] {
      for size in Self.sizes {
        for timestep in [0, 15, 40] {
          let state = try Models.tutor(model, "go \(timestep); open \(screen.rawValue)")
          let frame = view(state, size: size)
          guard let row = frame.textRows().firstIndex(where: { $0.contains("▼") }) else { continue }
          let mark = (0..<size.width).first { frame[$0, row].content == .glyph("▼") }
          for part in frame.parts {
            guard let timeline = part.timeline else { continue }
            #expect(
              state.position.timestep.flatMap(timeline.column) == mark,
              "\(part.name?.text ?? "") on \(screen)")
          }
        }
      }
    }
  }

  @Test("where the columns are units there is no timeline")
  func units() throws {
    let frame = try frame("go 15; look units", .network)
    #expect(frame.parts.allSatisfy { $0.timeline == nil })
  }

  @Test("an input in another order than its layer's timesteps has no timeline")
  func backwards() throws {
    let state = try Models.small(
      timesteps: 9, features: 2, layers: ["lstm: a, units: 3, go_backwards: true"],
      "go 3; open layer")
    let frame = view(state, size: Self.sizes[1])
    let input = try #require(frame.parts.first { $0.name?.text == "x" })
    #expect(input.timeline == nil)
    #expect(frame.parts.first { $0.name?.text == "map" }?.timeline != nil)
  }

  @Test("a window too small and the help have no parts")
  func none() throws {
    #expect(try frame("", .network, Size(width: 59, height: 24)).parts.isEmpty)
    #expect(view(try Models.tutor("latch", "help"), size: Self.sizes[1]).parts.isEmpty)
  }

  private static let addresses: [(String, Unicode.Scalar)] = [
    ("lstm2.input_gate", "i"), ("lstm2.forget_gate", "f"), ("lstm2.cell_candidate", "g"),
    ("lstm2.output_gate", "o"), ("lstm2.cell_state", "c"), ("lstm2.hidden_state", "h"),
  ]
}

extension Canvas {
  /// The characters in a rectangle, row after row.
  fileprivate func text(in rect: Rect) -> String {
    var part = Frame(rect.size)
    for (row, line) in rect.rows.enumerated() {
      for (column, place) in rect.columns.enumerated() { part[column, row] = self[place, line] }
    }
    return part.text()
  }
}
