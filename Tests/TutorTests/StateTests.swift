import Testing
import Vocabulary

@testable import LessonPlayer
@testable import Tutor

@Suite("State")
struct StateTests {
  @Test("the latch opens at the first timestep of sequence 1, with lstm2 and its telling unit")
  func opens() throws {
    let state = try Models.tutor()
    #expect(state.position.observation == 1)
    #expect(state.position.timestep == 0)
    #expect(state.selectedName == "lstm2")
    #expect(Array(state.position.units.prefix(2)) == [117, 58])
    #expect(!state.isPlaying && state.message == nil)
  }

  @Test("an explorer and a screen are moved about for every row: what is large in them is shared")
  func sizes() {
    // 256 and 1,016 bytes; with one training or list of observations in it, some thousands.
    #expect(MemoryLayout<Explorer>.size <= 320)
    #expect(MemoryLayout<NetworkScreen>.size <= 1200)
  }

  @Test(
    "a place is reached, and the ends hold",
    arguments: [
      ("go 12", 12), ("go +1", 1), ("go 12; go -10", 2), ("go last", 49), ("go start", nil),
      ("go last; go first", 0), ("go +999", 49), ("go -999", nil), ("go 50", 49),
    ] as [(String, Int?)])
  func places(commands: String, timestep: Int?) throws {
    #expect(try Models.tutor("latch", commands).position.timestep == timestep)
  }

  @Test("running into an end says so, and is no refusal")
  func ends() throws {
    let state = try Models.tutor("latch", "go last; go +1")
    #expect(state.message == "t 49 is the last timestep")
    #expect(!state.isRefused)
    let start = try Models.tutor("latch", "go start; go -1")
    #expect(start.message == "there is nothing before the first timestep")
  }

  @Test(
    "a number that no text can give is survived as well",
    arguments: [Int.min, -1_000_000_000, 1_000_000_000, Int.max])
  func anyNumber(number: Int) throws {
    let commands: [Command] = [
      .go(.at(number)), .go(.by(number)), .playTo(number, milliseconds: nil),
      .playTo(number, milliseconds: 5000), .unit(.by(number)), .unit(.named(number)),
      .observation(.named(number)), .beside(number), .speed(.by(number)), .speed(.named(number)),
      .select(.by(number)), .look(.by(number)), .order(.by(number)), .vote(number),
      .erase(.both, timestep: number, layer: nil), .swap(number, number), .start(number),
      .size(.timesteps, .by(number)), .size(.chosenUnits, .named(number)),
      .put(.x(number, number), 1), .value(.x(number, nil)), .tick,
    ]
    for screen in ["network", "layer", "unit", "contrast", "schedule", "shapes"] {
      for start in ["start", "last"] {
        var state = try Models.tutor("weather", "go \(start); open \(screen)")
        for command in commands { _ = state.update(command) }
        #expect(state.position.timestep.map { (0..<state.timesteps).contains($0) } ?? true)
      }
    }
  }

  @Test("playing takes one timestep a tick and stops at the last")
  func plays() throws {
    var state = try Models.tutor("latch", "go 47; play")
    #expect(state.isPlaying)
    for expected in [48, 49, 49] {
      try Models.run("tick", on: &state)
      #expect(state.position.timestep == expected)
    }
    #expect(!state.isPlaying)
    try Models.run("tick", on: &state)
    #expect(state.position.timestep == 49, "a tick that nobody waits for moves nothing")
    try Models.run("toggle play", on: &state)
    #expect(state.position.timestep == nil && state.isPlaying, "from the end it plays anew")
  }

  @Test("a step, and any other change, stops playing")
  func stops() throws {
    for command in ["go +1", "toggle return_sequences", "observation +1", "model +1", "stop"] {
      #expect(!(try Models.tutor("latch", "play; \(command)").isPlaying), "\(command)")
    }
  }

  @Test("layers are chosen by name, and one after another between input and output")
  func selects() throws {
    #expect(try Models.tutor("latch", "select lstm1").selectedName == "lstm1")
    #expect(try Models.tutor("latch", "select -1").selectedName == "lstm1")
    #expect(try Models.tutor("latch", "select -9").selectedName == "input_layer")
    #expect(try Models.tutor("latch", "select +9").selectedName == "output")
    let state = try Models.tutor("latch", "select lstm3")
    #expect(state.message == "no layer is called 'lstm3'; did you mean 'lstm1'?")
    #expect(state.isRefused)
  }

  @Test("units stand in a ring, and belong to the chosen layer")
  func units() throws {
    let state = try Models.tutor("latch", "unit +40; select lstm1; unit -2")
    #expect(Array(state.position.units.prefix(2)) == [115, 34])
    let refused = try Models.tutor("latch", "unit 64")
    #expect(refused.message == "lstm2 has the units 0 to 63; there is no 64")
    let feature = try Models.tutor("weather", "select input_layer; unit 3")
    #expect(feature.position.feature == 3)
  }

  @Test("another observation is computed anew at the same timestep")
  func observations() throws {
    let state = try Models.tutor("latch", "go 20; observation 5")
    #expect(state.position.timestep == 20)
    #expect(state.example.facts.name == "sequence 5")
    let direct = try State(try Models.load(shipped: "latch"), observation: 5, kernels: .portable)
    #expect(state.trace.output(4) == direct.trace.output(4))
    let refused = try Models.tutor("weather", "observation 1411")
    #expect(refused.isRefused && refused.position.observation == 1200)
    let below = try Models.tutor("latch", "observation -2")
    #expect(below.isRefused && below.position.observation == 1)
  }

  @Test("another model opens, and undo brings the first one back where it was")
  func models() throws {
    var state = try Models.tutor("latch", "go 15; model +1")
    #expect(state.model.name == "latch4" && state.position.timestep == 0)
    try Models.run("undo", on: &state)
    #expect(state.model.name == "latch" && state.position.timestep == 15)
    try Models.run("redo", on: &state)
    #expect(state.model.name == "latch4")
  }

  @Test("lstm1 without sequences makes lstm2 impossible, and the way back leads to the same state")
  func impossible() throws {
    let before = try Models.tutor("latch", "select lstm1")
    let after = try Models.tutor("latch", "select lstm1; toggle return_sequences")
    #expect(after.plan.failure?.layerName == "lstm2")
    #expect(after.trace.output(0)?.shape == [128])
    #expect(after.trace.output(1) == nil)
    for back in ["toggle return_sequences", "set lstm1.return_sequences True", "undo"] {
      let again = try Models.tutor("latch", "select lstm1; toggle return_sequences; \(back)")
      #expect(again.position == before.position, "\(back)")
      #expect(again.trace.output(4) == before.trace.output(4), "\(back)")
    }
  }

  @Test("lstm2 with sequences answers at every timestep, and the last answer is the one it gave")
  func everyTimestep() throws {
    let once = try Models.tutor()
    let always = try Models.tutor("latch", "toggle return_sequences")
    #expect(always.trace.output(4)?.shape == [50, 1])
    #expect(always.trace.output(4)?.values.last == once.trace.output(4)?.values.last)
  }

  @Test("a flag that a layer does not have is refused by name")
  func flags() throws {
    let state = try Models.tutor("latch", "select dense1; toggle return_sequences")
    #expect(
      state.message == "dense1 has no return_sequences; choose a recurrent layer with ↑ ↓")
    let named = try Models.tutor("latch", "set output.return_sequences true")
    #expect(named.message == "output has no return_sequences; only recurrent layers do")
  }

  @Test("undo and redo go through every kind of change and end where they began")
  func undo() throws {
    var state = try Models.tutor()
    let first = state.position
    let walk =
      "go +5; go +1; select lstm1; unit 7; look units; observation +1; go 30; "
      + "toggle return_sequences; select lstm2; model weather; select input_layer; unit +2"
    try Models.run(walk, on: &state)
    let last = state.position
    var steps = 0
    while !state.isRefused {
      try Models.run("undo", on: &state)
      steps += 1
    }
    #expect(state.position == first)
    #expect(steps == 12, "eleven changes, the two first steps being one, and one undo too many")
    for _ in 1..<steps { try Models.run("redo", on: &state) }
    #expect(state.position == last && state.model.name == "weather")
  }

  @Test("what changes nothing leaves nothing to undo")
  func unchanged() throws {
    let state = try Models.tutor("latch", "go 0; select lstm2; look time; unit 58; undo")
    #expect(state.message == "nothing to undo")
  }

  @Test("numbers that no Int can hold end at the ends")
  func overflow() throws {
    var state = try Models.tutor("latch", "go 49")
    for command: Command in [
      .go(.by(.max)), .go(.by(.min)), .select(.by(.max)), .unit(.by(.min)), .look(.by(.min)),
      .observation(.by(.max)), .model(.by(.min)), .speed(.by(.max)), .speed(.named(.min)),
    ] {
      _ = state.update(command)
    }
    #expect(state.position.timestep == nil)
  }

  @Test("digits are a count until a key or Esc uses it up")
  func counts() throws {
    var state = try Models.tutor()
    for digit in [1, 2] { state.type(digit: digit) }
    #expect(state.count == 12)
    _ = state.update(.go(.by(12)))
    #expect(state.count == nil)
    for _ in 0..<30 { state.type(digit: 9) }
    #expect(state.count == 999_999)
  }

  @Test("the speed is between 1 and 30 timesteps a second")
  func speed() throws {
    #expect(try Models.tutor("latch", "speed +1").speed == 6)
    #expect(try Models.tutor("latch", "speed -9").speed == 1)
    #expect(try Models.tutor("latch", "speed 31").isRefused)
  }
}
