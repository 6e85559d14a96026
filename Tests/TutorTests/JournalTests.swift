import Engine
import Lessons
import Screen
import Testing
import Vocabulary

@testable import LessonPlayer
@testable import Tutor

@Suite("A session that is kept")
struct JournalTests {
  /// A tutor that keeps what is done.
  private func tutor(_ commands: String = "", model: String = "latch") throws -> State {
    var state = try Models.tutor(model, kernels: .chosen)
    state.beginJournal()
    if !commands.isEmpty { try Models.run(commands, on: &state) }
    return state
  }

  private func commands(_ session: String) throws -> [String] {
    try #require(try tutor(session).journal).commands.map(\.description)
  }

  /// Plays the draft of a session to its last step.
  private func replayed(_ state: State) throws -> State {
    let journal = try #require(state.journal)
    let lesson = try LessonReader.read(journal.draft(), "draft.yaml")
    struct Unnamed: Error {}
    guard case .named(let name) = lesson.model else { throw Unnamed() }
    var again = try Models.tutor(name, kernels: .chosen)
    again.open(lesson, on: try Models.load(shipped: name))
    again.go(toStep: lesson.steps.count)
    again.lesson = nil
    return bare(again)
  }

  private func expectReplay(
    _ state: State, hasModels: Bool = false, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    var (again, wanted) = (try replayed(state), bare(state))
    if hasModels {
      // A breakpoint outlives its model, and a place takes the name of one in another model, but a
      // draft knows one model.
      again.explorer.marks.breakpoints = []
      wanted.explorer.marks.breakpoints = []
      again.explorer.marks.bookmarks = again.bookmarks.filter { wanted.bookmarks[$0.key] != nil }
    }
    // Parts first: a whole tutor takes minutes to describe.
    #expect(again.position == wanted.position, sourceLocation: sourceLocation)
    #expect(again.bookmarks.keys == wanted.bookmarks.keys, sourceLocation: sourceLocation)
    #expect(again.breakpoints == wanted.breakpoints, sourceLocation: sourceLocation)
    #expect(again.speed == wanted.speed, sourceLocation: sourceLocation)
    let isEqual = again == wanted
    #expect(isEqual, sourceLocation: sourceLocation)
  }

  /// What a lesson can come to: nothing that is open above the screen, no sentence, no guess, and no
  /// place in another model.
  private func bare(_ state: State) -> State {
    var state = state
    state.uncover()
    state.explorer.greet(nil)
    state.explorer.count = nil
    state.explorer.prediction = nil
    state.explorer.motion.stop()
    state.explorer.marks.bookmarks = state.bookmarks.filter { name, place in
      !name.hasPrefix("draft-") && place.model == state.model.name
    }
    return state
  }

  @Test(
    "steps that follow one another are one, and time is the place it came to",
    arguments: [
      ("go 3; go +1; go +1", ["go 5"]),
      ("go 3; select lstm1; go +2", ["go 3", "select lstm1", "go 5"]),
      ("go 3; play; tick; tick; stop", ["go 5"]),
      ("go last; play; tick", ["go 0"]),
      ("go start", ["go start"]),
      ("open schedule; go +3; go +4; play; tick", ["open schedule", "go 8"]),
      ("go +999; go +1", ["go 49"]),
    ])
  func steps(session: String, expected: [String]) throws {
    let commands = try commands(session)
    #expect(commands == expected)
  }

  @Test(
    "what was undone is left out, and what was redone is there",
    arguments: [
      ("select lstm1; put lstm1.bias 0; undo", ["select lstm1"]),
      ("select lstm1; put lstm1.bias 0; undo; redo", ["select lstm1", "put lstm1.bias 0"]),
      ("select lstm1; put lstm1.bias 0; undo; undo; unit 5", ["unit 5"]),
      ("go 3; go 5; undo; go 7", ["go 7"]),
      ("go 3; undo; redo; go 7; undo", ["go 3"]),
      ("select lstm1; speed 8; undo", ["speed 8"]),
      ("select lstm1; speed +1; undo; unit 5; speed 8", ["unit 5", "speed 8"]),
      (
        "select lstm1; break lstm1.cell_state > 1; undo; unit 5",
        ["break lstm1.cell_state > 1", "unit 5"]
      ),
      ("unit 5; undo; break lstm1.cell_state > 1; redo", ["break lstm1.cell_state > 1", "unit 5"]),
    ])
  func undone(session: String, expected: [String]) throws {
    #expect(try commands(session) == expected)
  }

  @Test(
    "what is refused, asks something of the world, or lies over the screen is left out",
    arguments: [
      ("help; go +3; back; unit 5", ["unit 5"]), ("copy; unit 5", ["unit 5"]),
      ("predict on; guess up; predict off", ["go 1"]), ("restore; select nosuch", []),
      ("prompt; redo; undo", []),
    ])
  func leftOut(session: String, expected: [String]) throws {
    #expect(try commands(session) == expected)
  }

  @Test("another model begins the draft anew; undo comes back to the one before")
  func models() throws {
    let state = try tutor("select lstm1; speed 8; model weather; unit 3")
    let journal = try #require(state.journal)
    #expect(journal.opening.model == "weather")
    #expect(journal.commands.map(\.description) == ["unit 3", "speed 8"])
    try expectReplay(state)
    let again = try tutor(
      "unit 3; mark a; unit 4; model weather; unit 2; model latch; to a; unit +5")
    try expectReplay(again)
    let back = try tutor("select lstm1; model weather; unit 3; undo; undo; unit 7")
    #expect(try #require(back.journal).opening.model == "latch")
    try expectReplay(back)
  }

  @Test("a draft is a lesson, with a step for each place that was kept")
  func draft() throws {
    let state = try tutor("go 5; mark here; unit 3; mark a:b; go 7; to here")
    #expect(
      state.journal?.draft() == """
        title: Give the lesson a title
        model: latch
        observation: 1
        steps:
          - say: Say here what to look at.
            do:
              - go 5
          - say: Say here what to look at.
            do:
              - mark here
              - unit 3
          - say: Say here what to look at.
            do:
              - 'mark a:b'
              - go 7
              - to here

        """)
    try expectReplay(state)
    #expect(
      try tutor().journal?.draft(model: "/x y/model.yaml", remarks: ["A remark."]) == """
        # A remark.
        title: Give the lesson a title
        model: '/x y/model.yaml'
        observation: 1
        steps:
          - say: Say here what to look at.

        """)
  }

  @Test("a place that was kept on a way that was undone is still there")
  func marksUndone() throws {
    let state = try tutor("unit 3; unit 4; mark four; undo; undo; go 9; to four; select lstm1")
    try expectReplay(state)
    #expect(state.position.units[state.units(of: 0) > 0 ? 1 : 0] == 4 || state.bookmarks.count == 1)
  }

  @Test("what was typed as several commands in one line is all there")
  func typed() throws {
    var state = try tutor()
    for character in ":unit 3; put lstm2.bias 0; go 9" {
      state.press(.character(character))
    }
    state.press(.enter)
    #expect(
      state.journal?.commands.map(\.description) == ["unit 3", "put lstm2.bias 0", "go 9"])
  }

  @Test("what a lesson does in between is not the session's")
  func lessons() throws {
    var state = try tutor("unit 3")
    state.open(
      try LessonReader.read(LessonTexts.four, "01-lane.yaml"), on: try Models.load(shipped: "latch")
    )
    try Models.run("next; go 4", on: &state)
    #expect(state.explorer.journal == nil && state.journal?.commands == [.unit(.named(3))])
    try Models.run("lesson none; go 8", on: &state)
    #expect(state.journal?.commands.map(\.description) == ["unit 3", "go 8"])
  }

  @Test(
    "a session of three hundred keys and commands comes to an equal state", arguments: 1...2,
    [false, true])
  func random(seed: UInt64, hasModels: Bool) throws {
    try expectReplay(ofSessionFrom: seed, hasModels: hasModels)
  }

  @Test("so do eighteen more", arguments: 3...20, [false, true])
  func randomAtLength(seed: UInt64, hasModels: Bool) throws {
    try expectReplay(ofSessionFrom: seed, hasModels: hasModels)
  }

  private func expectReplay(ofSessionFrom seed: UInt64, hasModels: Bool) throws {
    var chance = SplitMix64(seed: seed)
    var state = try tutor()
    let keys = Keymap.groups.flatMap { group in group.bindings.map(\.key) }
    let typed = [
      "mark a", "mark b", "to a", "to b", "put lstm2.bias 0", "clamp lstm2.forget_gate 3 1",
      "erase c 5", "swap 2 9", "restore", "break lstm2.cell_state[*, 3] > 1", "predict on",
      "guess up", "predict off", "size timesteps 9", "beside 3", "compare input_gate", "start 4",
    ]
    for _ in 0..<300 {
      let number = Int(truncatingIfNeeded: chance.next() >> 33)
      switch number % 8 {
      case 0: _ = state.update(.tick)
      case 1:
        let line = typed[(number / 8) % typed.count]
        // A refusal is part of a session, too.
        try Models.run(line, on: &state)
      case 2: try Models.run(number % 3 == 0 ? "redo" : "undo", on: &state)
      default:
        let key = keys[(number / 8) % keys.count]
        guard let input = state.input(for: key), input != .command(.lessons),
          hasModels || input != .command(.model(.by(1)))
        else { continue }
        // The large network learns for minutes; see `trainings`.
        if case .command(.training) = input { continue }
        try Models.answer(state.update(input), on: &state)
      }
    }
    try expectReplay(state, hasModels: hasModels)
    #expect(try #require(state.journal).commands.isEmpty == false)
  }

  /// A tutor over a small network that keeps what is done.
  private func learner(_ commands: String) throws -> State {
    var state = try State(try Models.load(TrainingTests.text), kernels: .portable)
    state.beginJournal()
    if !commands.isEmpty { try Models.run(commands, on: &state) }
    return state
  }

  @Test(
    "a training is kept as the steps that it came to",
    arguments: [
      ("open learning; train 1 epoch", "open learning; train 63 batches"),
      (
        "train 3 batches; train 2 batches; rate x2; train 1 batch",
        "train 5 batches; rate 0.002; train 1 batch"
      ),
      ("train 3 batches; unit 2; undo; train 1 batch", "train 4 batches"),
      ("train 3 batches; unit 2; train 2 batches; undo", "train 3 batches; train 2 batches"),
      ("train 3 batches; undo; unit 2", "unit 2"),
      ("train 3 batches; undo; redo", "train 3 batches"),
      ("train 3 batches; train over; train 1 batch", "train 3 batches; train over; train 1 batch"),
      (
        "clamp memory.forget_gate all 0; train 1 batch",
        "clamp memory.forget_gate all 0; train 1 batch"
      ),
    ])
  func training(done: String, kept: String) throws {
    let state = try learner(done)
    let commands = try #require(state.journal).commands.map(\.description)
    #expect(commands.joined(separator: "; ") == kept)
    var again = try State(try Models.load(TrainingTests.text), kernels: .portable)
    try Models.run(kept, on: &again)
    #expect(again.position.inNewest == state.position.inNewest)
    let isEqual = again.explorer.network.weights == state.explorer.network.weights
    #expect(isEqual)
  }

  @Test("steps that are taken beside the interface are kept, too")
  func besides() throws {
    var state = try learner("open learning")
    state.explorer.trainsBeside = true
    state.press(.character(" "))
    try Models.run("unit 2", on: &state)
    for steps in [1, 2] { state.explorer.take(try TrainingTests.outcome(state, steps: steps)) }
    state.press(.character(" "))
    let commands = try #require(state.journal).commands.map(\.description)
    #expect(commands == ["open learning", "train 1 batch", "unit 2", "train 2 batches"])
  }

  @Test("so does a session that trains, in any order", arguments: 1...4)
  func trainings(seed: UInt64) throws {
    var chance = SplitMix64(seed: seed)
    var state = try learner("")
    let lines = [
      "train 1 batch", "train 2 batches", "rate x2", "unit +1", "unit 0", "undo", "undo", "redo",
      "go +3", "train over", "clamp memory.forget_gate 1 1", "restore",
    ]
    for _ in 0..<40 {
      try Models.run(lines[Int(truncatingIfNeeded: chance.next() >> 33) % lines.count], on: &state)
    }
    let commands = try #require(state.journal).commands
    var again = try State(try Models.load(TrainingTests.text), kernels: .portable)
    for command in commands {
      again.update(command)
      #expect(!again.isRefused, "\(command): \(again.message ?? "")")
    }
    #expect(again.position.inNewest == state.position.inNewest)
    let isEqual = again.explorer.network.weights == state.explorer.network.weights
    #expect(isEqual, "\(commands.map(\.description))")
  }
}
