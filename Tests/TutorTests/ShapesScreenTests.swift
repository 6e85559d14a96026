import Engine
import ModelFiles
import NetworkCode
import Screen
import Testing
import Vocabulary
import Wording

@testable import Tutor

@Suite("Shapes screen")
struct ShapesScreenTests {
  private func frame(
    _ commands: String, model: String = "latch", width: Int = 80, height: Int = 24
  ) throws -> Canvas {
    view(try Models.tutor(model, commands), size: Size(width: width, height: height))
  }

  @Test("every layer stands with its shape, its counts and where they come from")
  func table() throws {
    let frame = try frame("open shapes")
    let lines = [
      ["lstm1", "(None, 50, 128)", "71,168", "4·((10 + 128)·128 + 128)", "71,680"],
      ["lstm2", "(None, 64)", "49,408", "4·((128 + 64)·64 + 64)", "49,664"],
      ["dense1", "(None, 128)", "8,320", "64·128 + 128", "8,320"],
      ["output", "(None, 1)", "65", "64·1 + 1", "65"],
      ["total", "137,217", "137,985"],
    ]
    for words in lines {
      let row = try #require(frame.row(beginning: words[0] + " "))
      for word in words { #expect(frame.line(row).contains(word), "\(words[0]): \(word)") }
    }
  }

  @Test("what is other than in the opened network carries a mark, and nothing else does")
  func marks() throws {
    let frame = try frame("size features 11; size timesteps 60", width: 120)
    let lstm1 = frame.line(try #require(frame.row(beginning: "lstm1 ")))
    #expect(lstm1.contains("*71,680") && lstm1.contains("71,168"))
    #expect(lstm1.contains("*(None, 60, 128)"))
    let lstm2 = frame.line(try #require(frame.row(beginning: "lstm2 ")))
    #expect(!lstm2.contains("*"))
    #expect(frame.says("features 10 → 11") && frame.says("timesteps 50 → 60"))
    let untouched = try self.frame("open shapes")
    #expect(!untouched.textRows().contains { $0.contains("*") })
  }

  @Test("an impossible network shows the error at its row, in Keras's words, and no total")
  func impossible() throws {
    let frame = try frame("select lstm1; toggle return_sequences; open shapes")
    let row = try #require(frame.row(beginning: "lstm2 "))
    #expect(frame.line(row).contains("✗ expected ndim=3, found ndim=2"))
    #expect(
      frame.says(
        "Input 0 with name 'None' of layer 'lstm2' is incompatible with the layer: expected ndim=3, "
          + "found ndim=2. Full shape received: (None, 128)"))
    #expect(frame.says("none: the network cannot be built"))
    #expect(!frame.says("137,217"))
  }

  @Test("the weights of the chosen layer add up to its count")
  func weights() throws {
    let frame = try frame("open shapes; select lstm1")
    #expect(frame.says("10 × 4·128 = 5,120"))
    #expect(frame.says("128 × 4·128 = 65,536"))
    #expect(frame.says("1 × 4·128 = 512"))
    let taller = try self.frame("open shapes; select lstm1", height: 30)
    #expect(taller.says("together (10 + 128 + 1) × 4·128 = 71,168 parameters"))
    #expect(taller.says("PyTorch 71,680: a second bias of 512, added to the first"))
    #expect(5_120 + 65_536 + 512 == 71_168)
  }

  @Test("keys change sizes, a count before them multiplies")
  func keys() throws {
    var state = try Models.tutor("latch", "open shapes; select lstm1")
    for key in [Key.character("1"), .character("2"), .character("8"), .character("+")] {
      state.press(key)
    }
    #expect(state.moment.sketch.layers[0].width == 256)
    for key in [Key.character("f"), .character("T"), .character("-"), .character("r")] {
      state.press(key)
    }
    #expect(state.moment.sketch.input.features == 11)
    #expect(state.moment.sketch.input.timesteps == 49)
    #expect(state.moment.sketch.layers[0].width == 255)
    #expect(state.plan.failure?.layerName == "lstm2")
  }

  @Test("tab shows the code, y copies all of it; on the table it copies the count")
  func copy() throws {
    var state = try Models.tutor("latch", "open shapes")
    #expect(
      state.update(.copy) == [.copy("lstm2: 4·((128 + 64)·64 + 64) = 49,408")])
    _ = state.update(.look(.by(1)))
    #expect(state.update(.copy) == [.copy(KerasCode(state.position.description).code.text)])
    #expect(state.message == "copied the Keras code, 11 lines")
    _ = state.update(.look(.by(1)))
    #expect(state.update(.copy) == [.copy(TorchCode(state.position.description).code.text)])
    _ = state.update(.look(.by(1)))
    _ = state.update(.select(.named("input_layer")))
    #expect(state.update(.copy).isEmpty)
    #expect(state.isRefused)
  }

  @Test("every line of code can be brought on the smallest screen by choosing a layer")
  func scrolling() throws {
    for view in ["keras", "pytorch"] {
      let code = try #require(try Models.tutor("latch", "look \(view)").shownCode)
      var seen: Set<String> = []
      for layer in ["input_layer", "lstm1", "lstm2", "dense1", "dense2", "output"] {
        let frame = try frame("look \(view); select \(layer)", width: 100, height: 18)
        seen.formUnion(frame.textRows().map { String($0.drop { $0 == " " || $0 == "▌" }) })
      }
      for line in code.lines where !line.text.isEmpty {
        let text = line.text.drop { $0 == " " }
        #expect(seen.contains(String(text)), "\(text)")
      }
    }
  }

  static let scenes = [
    "open shapes", "open shapes; select input_layer", "open shapes; select output",
    "size features 9999; size lstm1.units 9999", "size timesteps 1; size lstm2.units 1",
    "select lstm1; toggle return_sequences; open shapes", "look keras", "look pytorch",
    "toggle return_sequences; look pytorch; select output",
  ]

  @Test("no size writes over title, footer or another column", arguments: scenes)
  func sizesAtLength(_ commands: String) throws {
    let state = try Models.tutor("latch", commands)
    for width in Array(60...100) + [121, 160, 250] {
      for height in [18, 19, 20, 22, 24, 30, 41, 80] {
        let rows = view(state, size: Size(width: width, height: height)).textRows()
        func place(beginning text: String) -> Int? {
          rows.firstIndex { $0.drop { $0 == " " || $0 == "▌" }.hasPrefix(text) }
        }
        #expect(rows[0].hasPrefix(" Unroll"))
        #expect(rows[height - 1].contains("? help"))
        #expect(rows[height - 2].isEmpty || !rows[1].isEmpty)
        guard state.position.code == .table else { continue }
        let total = try #require(place(beginning: "total"))
        #expect(total < height - 1)
        for layer in state.plan.layers where state.plan.failure == nil {
          guard let row = place(beginning: layer.layer.name + " ") else { continue }
          let words = rows[row].split(separator: " ").map { $0.drop { $0 == "*" } }
          guard state.sketch.plan.failure == nil, row < total else { continue }
          let index = state.plan.layers.firstIndex { $0.layer.name == layer.layer.name } ?? 0
          let count = grouped(state.sketch.plan.layers[index].parameters.total)
          #expect(words.contains { $0 == count }, "\(width)×\(height) \(rows[row])")
        }
      }
    }
  }

  @Test("under a what-if no size is changed, though something is")
  func whatIf() throws {
    for width in [60, 80] {
      let clamped = try frame("clamp lstm2.forget_gate 58 1; open shapes", width: width)
      #expect(clamped.says("No size is changed"))
      #expect(!clamped.says("Nothing is changed"))
      #expect(try frame("open shapes", width: width).says("Nothing is changed"))
    }
    let plain = PlainText(try Models.tutor("latch", "clamp lstm2.forget_gate 58 1; open shapes"))
    #expect(plain.lines.last == "No size is changed.")
  }
}
