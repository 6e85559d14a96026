import Engine
import Insight
import Screen
import Testing
import Wording

@testable import Tutor

@Suite("Contrast screen")
struct ContrastScreenTests {
  private let size = Size(width: 80, height: 24)

  /// The rows of one side, from its head to what stands below.
  private func section(_ word: String, _ frame: Canvas) -> [String] {
    let rows = frame.textRows()
    guard let head = rows.firstIndex(where: { $0.contains("return_sequences=\(word)") }) else {
      return []
    }
    let rest = rows[(head + 1)...].prefix {
      !$0.contains("return_sequences=") && !$0.contains("parameters")
    }
    return [rows[head]] + rest
  }

  private func row(_ name: String, in section: [String]) -> String {
    section.first { $0.dropFirst().hasPrefix(name) } ?? ""
  }

  @Test("both runs stand on one screen, with shapes, parameters and no difference")
  func bothRuns() throws {
    let frame = view(try Models.tutor("latch", "go 40; open contrast"), size: size)
    #expect(frame.says("return_sequences=False → (64) in use"))
    #expect(frame.says("return_sequences=True → (50, 64)"))
    #expect(
      frame.says("h computed either way: largest difference 0 over 50 timesteps × 64 units"))
    #expect(frame.says("49,408 with False, 49,408 with True: the flag adds none"))
    #expect(frame.says("dense1 … output are applied once, to (64) → (1)"))
    #expect(
      frame.says("dense1 … output are applied at each timestep, with the same weights → (50, 1)"))
  }

  @Test("the two traces are runs of their own under either flag")
  func ownRuns() throws {
    let state = try Models.tutor("latch", "open contrast")
    let contrast = try #require(state.moment.contrast)
    #expect(contrast.off.output(1)?.shape == [64])
    #expect(contrast.on.output(1)?.shape == [50, 64])
    #expect(contrast.difference.place == nil)
    #expect(contrast.endDifference?.largest == 0)
  }

  @Test("the output row of True is what the network answers after r, at every timestep")
  func outputOfTrue() throws {
    let toggled = try Models.tutor("latch", "toggle return_sequences")
    let answers = try #require(toggled.trace.output(4)).values
    for timestep in 0..<50 {
      let frame = view(
        try Models.tutor("latch", "open contrast; go \(timestep)"), size: size)
      let output = row("output ", in: section("True", frame))
      #expect(output.contains(" " + decimal(answers[timestep]) + " 0–1"))
    }
  }

  @Test("False answers at the end alone, with the number of the trace")
  func outputOfFalse() throws {
    let before = view(try Models.tutor("latch", "open contrast; go 48"), size: size)
    #expect(row("output ", in: section("False", before)).contains("□      · 0–1"))
    let state = try Models.tutor("latch", "open contrast; go 49")
    let answer = try #require(state.trace.output(4)).values[0]
    let output = row("output ", in: section("False", view(state, size: size)))
    #expect(output.contains(" \(decimal(answer)) 0–1"))
    #expect(
      view(state, size: Size(width: 80, height: 30)).says(
        "True's 50 outputs and that of False: difference 0."))
  }

  @Test("h of the chosen unit is the trace's number, and what is not read is dots")
  func hiddenState() throws {
    let state = try Models.tutor("latch", "open contrast; go 15")
    let value = state.trace.values(.hiddenState, layer: 1, timestep: 15)[58]
    let row = try #require(
      view(state, size: size).textRows().first { $0.contains("h of unit 58") })
    #expect(row.contains(decimal(value, signed: true)))
    #expect(row.contains(String(repeating: "·", count: 34)))
    #expect(!row.contains(String(repeating: "·", count: 35)))
  }

  @Test("a fault in one run alone is seen: how large, from which timestep, where most")
  func faultInOneRun() throws {
    var state = try Models.tutor("latch", "open contrast; go 40")
    let right = try #require(state.moment.contrast)
    let faulty = try right.on.network.forward(
      state.example.observation,
      under: Interventions(
        erasures: [Erasure(layer: "lstm2", timestep: 7, states: .hiddenState)]),
      kernels: .portable)
    let contrast = Contrast(layer: 1, off: Deferred { right.off }, on: Deferred { faulty })
    state.moment.contrast = contrast
    let place = try #require(contrast.difference.place)
    #expect(contrast.difference.firstTimestep == 7)
    let largest = decimal(contrast.difference.largest, digits: 3)
    #expect(contrast.difference.largest > 0.01)
    let frame = view(state, size: size)
    #expect(
      frame.says(
        "largest difference \(largest) at t \(place.timestep), unit \(place.unit), "
          + "from t 7 on"))
    #expect(!frame.says("largest difference 0 "))
    let row = try #require(frame.textRows().first { $0.contains("h of unit 58") })
    let columns = Array(row)
    #expect(columns[17..<24].allSatisfy { $0 != "≠" })
    #expect(columns[24] == "≠")
  }

  @Test("a fault in the other run is seen as well")
  func faultInTheOther() throws {
    var state = try Models.tutor("latch", "open contrast; go 40")
    let right = try #require(state.moment.contrast)
    let faulty = try right.off.network.forward(
      state.example.observation,
      under: Interventions(erasures: [Erasure(layer: "lstm2", timestep: 7, states: .both)]),
      kernels: .portable)
    state.moment.contrast = Contrast(layer: 1, off: Deferred { faulty }, on: Deferred { right.on })
    for size in [size, Size(width: 60, height: 18), Size(width: 160, height: 50)] {
      let frame = view(state, size: size)
      #expect(!frame.says("largest difference 0 "))
      #expect(frame.textRows().contains { $0.contains("≠") })
    }
  }

  @Test("on lstm1 False stops the network in Keras's words, and True does not")
  func lstm1() throws {
    let frame = view(try Models.tutor("latch", "select lstm1; open contrast; go 20"), size: size)
    #expect(
      frame.says(
        "Keras: Input 0 with name 'None' of layer 'lstm2' is incompatible with the layer: "
          + "expected ndim=3, found ndim=2. Full shape received: (None, 128)"))
    #expect(frame.says("output none: the network cannot be built"))
    #expect(frame.says("lstm2 accepts (50, 128), gives (64)"))
    let taller = view(
      try Models.tutor("latch", "select lstm1; open contrast; go 20"),
      size: Size(width: 80, height: 30))
    #expect(taller.says("lstm2 needs a timestep axis: only True gives it one."))
  }

  @Test("the signs that are explained are there")
  func signs() throws {
    let large = Size(width: 160, height: 50)
    let before = view(try Models.tutor("latch", "open contrast; go 20"), size: large)
    #expect(before.says("Dots have not been read; ■ is an output, □ will be one, ─ is none."))
    let end = view(try Models.tutor("latch", "open contrast; go last"), size: large)
    #expect(end.says("r sets the flag to True. ■ is an output, ─ is none."))
    #expect(!end.says("□") && !end.says("Dots"))
  }

  @Test("a network that False has stopped still shows both runs")
  func stopped() throws {
    let commands = "select lstm1; open contrast; set lstm1.return_sequences false; go 49"
    let frame = view(try Models.tutor("latch", commands), size: size)
    #expect(frame.says("return_sequences=False → (128) in use"))
    #expect(row("output ", in: section("True", frame)).contains("1.00 0–1"))
  }

  @Test("return_state adds the last h and c as lanes of their own")
  func returnState() throws {
    let state = try Models.tutor(
      "latch", "open contrast; set lstm2.return_state true; go 49")
    let states = try #require(state.trace.state(1))
    let frame = view(state, size: size)
    for word in ["False", "True"] {
      let section = section(word, frame)
      #expect(section[0].contains("h (64), c (64)"))
      #expect(
        row(" h at the end", in: section).contains("■  " + decimal(states.h[58], signed: true)))
      #expect(
        row(" c at the end", in: section).contains("■  " + decimal(states.c[58], signed: true)))
    }
  }

  @Test("only LSTM layers are contrasted")
  func onlyRecurrent() throws {
    var state = try Models.tutor("latch", "open contrast; select +1; select +1")
    #expect(state.position.layer == .layer(1))
    try Models.run("select dense1", on: &state)
    #expect(state.isRefused)
    try Models.run("open shapes; select dense1; back", on: &state)
    #expect(state.position.layer == .layer(1))
  }

  @Test("two tutors that came here by different ways show the same")
  func ways() throws {
    let one = try Models.tutor("latch", "select lstm1; open contrast; select lstm2; go 12")
    let other = try Models.tutor("latch", "go 12; open contrast")
    #expect(one == other)
    #expect(view(one, size: size) == view(other, size: size))
  }

  @Test("what-ifs run on both sides and are marked")
  func whatIf() throws {
    let state = try Models.tutor(
      "latch", "open contrast; clamp lstm2.forget_gate 58 1; erase both 30 lstm2; go 40")
    let frame = view(state, size: size)
    #expect(frame.says("largest difference 0 over"))
    #expect(frame.textRows().contains { $0.contains("h*of unit 58") })
    #expect(frame.line(1).dropFirst(47).first == "*")
    let value = state.trace.values(.hiddenState, layer: 1, timestep: 40)[58]
    let row = try #require(frame.textRows().first { $0.contains("h*of unit 58") })
    #expect(row.contains(decimal(value, signed: true)))
  }

  @Test("a small network says each shape once, and one output of each setting")
  func small() throws {
    let stacked = try Models.small(
      timesteps: 4, features: 3,
      layers: ["lstm: a, units: 3, return_sequences: true", "lstm: b, units: 3"],
      "select a; open contrast")
    let frame = view(stacked, size: size)
    #expect(frame.says("accepts (4, 3), gives (3)"))
    #expect(!frame.says("(3) → (3)"))
    let alone = try Models.small(
      timesteps: 1, features: 1, layers: ["lstm: a, units: 1"], "open contrast; go 0")
    #expect(
      view(alone, size: size).says("True's output and that of False: difference 0."))
  }

  @Test("every size shows both settings, the figure and a whole first sentence")
  func sizesAtLength() throws {
    for commands in [
      "open contrast; go 0", "select lstm1; open contrast; set lstm1.return_state true; go 49",
      "open contrast; go start",
    ] {
      let state = try Models.tutor("latch", commands)
      for width in stride(from: 60, through: 250, by: 10) {
        for height in [18, 19, 24, 33, 80] {
          let words = view(state, size: Size(width: width, height: height)).words
          #expect(words.contains("return_sequences=False"))
          #expect(words.contains("return_sequences=True"))
          #expect(words.contains("largest difference 0"))
          let text = ContrastWords(
            state.explorer, try #require(state.moment.contrast), width: width - 2
          ).sentences[0]
          #expect(text.count <= width - 2)
          #expect(words.contains(text))
        }
      }
    }
  }
}
