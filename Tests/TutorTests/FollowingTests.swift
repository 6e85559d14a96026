import Engine
import Foundation
import ModelFiles
import Screen
import Testing
import Vocabulary

@testable import Tutor

/// A model that is read again whenever a training writes it: here versions are the same network drawn
/// from other seeds.
@Suite("Following a training")
struct FollowingTests {
  private static func text(units: Int = 3) -> String {
    """
    name: my
    network:
      input: {timesteps: 8, features: 2}
      layers:
        - {lstm: a, units: \(units), return_sequences: true}
        - {lstm: b, units: 2}
        - {dense: out, units: 1, activation: sigmoid}
    """
  }

  /// What a training wrote at an epoch.
  private func version(_ epoch: UInt64, units: Int = 3) throws -> LoadedModel {
    try Models.keptModels("following \(epoch) \(units)") {
      let file = FileManager.default.temporaryDirectory
        .appending(path: "unroll-following-\(UUID().uuidString).yaml")
      try Self.text(units: units).write(to: file, atomically: true, encoding: .utf8)
      defer { try? FileManager.default.removeItem(at: file) }
      return try Models.library.load(file.path(), seed: epoch)
    }
  }

  /// A tutor that follows from the first epoch on, after some commands.
  private func tutor(_ commands: String = "") throws -> State {
    var state = try State(try version(1), kernels: .portable)
    state.explorer.follow()
    if !commands.isEmpty { try Models.run(commands, on: &state) }
    return state
  }

  private func take(_ epochs: ClosedRange<UInt64>, _ state: inout State) throws {
    for epoch in epochs { state.explorer.take(try version(epoch)) }
  }

  /// The open version and how many there are; nil where another model is open.
  private func epoch(_ state: State) -> String? {
    state.explorer.openEpoch.map { "\($0.number) of \($0.of)" }
  }

  private func screen(_ state: State, width: Int = 100) -> Canvas {
    view(state, size: Size(width: width, height: 30))
  }

  private func numbers(_ state: State) -> [Float] {
    state.trace.series(.hiddenState, layer: 0, unit: 1, timesteps: 0..<8)
  }

  private func before(_ state: State) -> [Float]? {
    state.moment.before?.trace.series(.hiddenState, layer: 0, unit: 1, timesteps: 0..<8)
  }

  @Test("the newest version is shown at once at the same place, the one before behind it")
  func newest() throws {
    var state = try tutor("select a; unit 1; go 5; observation 2; open layer")
    let (place, first) = (state.position, numbers(state))
    #expect(before(state) == nil)
    #expect(screen(state).line(0).contains("epoch 1 of 1 · t 5 of 0–7"))
    try take(2...2, &state)
    #expect(state.position == place)
    #expect(numbers(state) != first)
    #expect(before(state) == first)
    #expect(screen(state).line(0).contains("epoch 2 of 2 · t 5 of 0–7"))
    let second = numbers(state)
    // The same once more is no version.
    try take(2...3, &state)
    #expect(before(state) == second)
    // At another place what was before is that of the place.
    let old = try version(2).network.forward(state.example.observation, kernels: .portable)
    try Models.run("unit 0; go 7", on: &state)
    #expect(
      state.moment.before?.trace.series(.hiddenState, layer: 0, unit: 0, timesteps: 0..<8)
        == old.series(.hiddenState, layer: 0, unit: 0, timesteps: 0..<8))
    #expect(PlainText(state).text.hasPrefix("Unroll, layer screen, my, epoch 3 of 3, "))
  }

  @Test("a sentence says how the answer moved, and the lanes show what it was")
  func sentences() throws {
    var state = try tutor("go last")
    try take(2...2, &state)
    let (old, new) = (
      try #require(state.moment.before?.trace.end.first), try #require(state.trace.end.first)
    )
    func written(_ value: Float) -> String { String(format: "%.3f", value) }
    #expect(
      state.message
        == "output: \(written(old)) in epoch 1 → \(written(new)) in epoch 2")
    try Models.run("go 6", on: &state)
    // It goes on being said while nothing else is.
    #expect(screen(state).says("in epoch 1 → \(written(new)) in epoch 2"))
    #expect(screen(state).textRows().contains { $0.contains("╎") || $0.contains("╌") })
  }

  @Test("who has gone back stays there and is told of what is newer; the last follows again")
  func back() throws {
    var state = try tutor("go 4")
    try take(2...3, &state)
    let newest = numbers(state)
    state.press(.character("<"))
    #expect(epoch(state) == "2 of 3")
    state.press(.character("<"))
    state.press(.character("<"))
    #expect(epoch(state) == "1 of 3")
    #expect(state.message == "epoch 1 of 3")
    try take(4...4, &state)
    #expect(epoch(state) == "1 of 4")
    #expect(state.message == "epoch 4 was written; 'epoch last' shows it")
    #expect(!state.isRefused)
    try Models.run("epoch +2", on: &state)
    #expect(numbers(state) == newest)
    state.type(digit: 9)
    state.press(.character(">"))
    #expect(epoch(state) == "4 of 4")
    try take(5...5, &state)
    #expect(epoch(state) == "5 of 5")
    try Models.run("epoch first; epoch last", on: &state)
    try take(6...6, &state)
    #expect(epoch(state) == "6 of 6")
    try Models.run("epoch 9", on: &state)
    #expect(state.message == "there is no epoch 9; there are 1 to 6")
  }

  @Test("undo takes back what was chosen, and no epoch but one that was gone to")
  func undo() throws {
    var state = try tutor("select a")
    let chosen = state.position.layer
    try Models.run("select b", on: &state)
    try take(2...2, &state)
    let newest = numbers(state)
    try Models.run("undo", on: &state)
    #expect(state.position.layer == chosen)
    #expect(epoch(state) == "2 of 2" && numbers(state) == newest)
    try Models.run("redo; epoch 1; undo", on: &state)
    #expect(epoch(state) == "2 of 2" && numbers(state) == newest)
    try take(3...3, &state)
    #expect(epoch(state) == "3 of 3")
    // A place that was kept is gone to in the version that is open.
    try Models.run("mark here; go 3; epoch 1; to here", on: &state)
    #expect(epoch(state) == "1 of 3")
  }

  @Test("what is supposed is supposed of the next version, and what it changed stands behind it")
  func whatIf() throws {
    var state = try tutor("clamp a.forget_gate all 0")
    try take(2...2, &state)
    #expect(state.position.changes.count == 1)
    let free = try version(2).network.forward(state.example.observation, kernels: .portable)
    #expect(state.moment.before?.trace.end == free.end)
    #expect(state.trace.end != free.end)
    #expect(state.message == "epoch 2 of 2")
    try Models.run("restore", on: &state)
    let first = try version(1).network.forward(state.example.observation, kernels: .portable)
    #expect(state.moment.before?.trace.end == first.end)
  }

  @Test("a version with other layers is opened as a new model, and its epochs count anew")
  func architecture() throws {
    var state = try tutor("go 4")
    try take(2...2, &state)
    state.explorer.take(try version(1, units: 5))
    #expect(epoch(state) == "1 of 1")
    #expect(state.explorer.units(of: 0) == 5)
    #expect(
      state.message
        == "my has another architecture now: it was opened anew, and its epochs count from 1")
    state.explorer.take(try version(2, units: 5))
    #expect(epoch(state) == "2 of 2")
    // What was before it comes back as the model that it was, and is not of these epochs.
    try Models.run("undo", on: &state)
    #expect(state.explorer.units(of: 0) == 3 && state.explorer.openEpoch == nil)
    try Models.run("epoch last", on: &state)
    #expect(state.message == "the epochs are those of my; 'model my' opens it")
    state.open(try version(1, units: 5))
    #expect(epoch(state) == "2 of 2")
  }

  @Test("while another model is open versions are kept, and coming back shows the newest")
  func elsewhere() throws {
    var state = try tutor()
    state.open(try Models.load(shipped: "latch"))
    #expect(state.explorer.openEpoch == nil)
    try take(2...2, &state)
    #expect(state.model.name == "latch")
    #expect(state.message == "epoch 2 of my was written; 'model my' shows it")
    state.open(try version(1))
    #expect(epoch(state) == "2 of 2")
    #expect(before(state) != nil)
  }

  @Test("what is to be guessed does not change meanwhile")
  func guessing() throws {
    var state = try tutor("select a; predict on")
    let now = numbers(state)
    try take(2...2, &state)
    #expect(numbers(state) == now && epoch(state) == "1 of 2")
    try Models.run("epoch last", on: &state)
    #expect(
      state.message
        == "another epoch would change what is to be guessed; type 'predict off' first")
    try Models.run("predict off; epoch last", on: &state)
    #expect(epoch(state) == "2 of 2")
  }

  @Test("the first and the newest are kept, and it is said which are not")
  func bounds() throws {
    var state = try tutor()
    let versions = try (1...3).map { try version($0) }
    for epoch in 2...250 { state.explorer.take(versions[epoch % 3]) }
    let kept = try #require(state.explorer.versions?.kept.map(\.number))
    #expect(kept == [1] + Array(52...250))
    try Models.run("epoch 5", on: &state)
    #expect(state.message == "epoch 5 is not kept any more; kept are 1 and 52 to 250")
    try Models.run("epoch 52", on: &state)
    #expect(state.message?.hasSuffix("; epochs 2 to 51 are not kept any more") == true)
    #expect(state.moment.epoch?.before?.number == 1)
    // Of networks of which no three may be held it is the newest two.
    var two = Versions(versions[0], mostWeights: 1)
    for _ in 2...4 { two.add(versions[1]) }
    #expect(two.kept.map(\.number) == [3, 4])
    #expect(two.dropped == 1...2)
    #expect(two.version(from: 1, by: 1).number == 3)
  }

  @Test("right answers are counted anew in each version")
  func counting() throws {
    var state = try State(try Models.load(shipped: "latch"), kernels: .portable)
    state.explorer.follow()
    try Models.run("evaluate", on: &state)
    let all = try #require(state.explorer.evaluation)
    var next = try Models.load(shipped: "latch")
    next.network = try next.network.replacing(
      weights: [WeightChange(key: "lstm2/recurrent_kernel", index: nil, value: 0)])
    state.explorer.take(next)
    #expect(state.isCounting)
    state.finishCounting()
    let now = try #require(state.explorer.evaluation)
    #expect(now.judged == all.judged && now.right < all.right)
    #expect(
      state.explorer.beforeAndAfter?.hasSuffix("\(now.right) of \(now.judged) right") == true)
  }

  @Test("keys for epochs are offered only while a file is followed, and refused otherwise")
  func offered() throws {
    var state = try tutor()
    #expect(screen(state, width: 200).line(29).contains("<> epoch"))
    try Models.run("help", on: &state)
    #expect(PlainText(state).text.contains("key <>: "))
    var other = try State(try version(1), kernels: .portable)
    #expect(!screen(other, width: 200).line(29).contains("<> epoch"))
    other.press(.character("<"))
    #expect(other.isRefused)
    #expect(
      other.message
        == "there are no epochs; 'train 1 epoch' trains this network, and 'unroll FILE --follow' reads "
        + "it again whenever a training writes it"
    )
    try Models.run("help", on: &other)
    #expect(!PlainText(other).text.contains("key <>: "))
  }

  @Test("every screen can be drawn in every version, at every size where a layout chooses anew")
  func drawn() throws {
    for name in Command.ScreenName.allCases {
      var state = try tutor("go 5; open \(name.rawValue)")
      try take(2...2, &state)
      for size in [
        Size(width: 60, height: 18), Size(width: 80, height: 24), Size(width: 160, height: 45),
      ] {
        // The networks side by side are none of the followed model's.
        let isNamed = view(state, size: size).line(0).contains("epoch 2 of 2")
        #expect(isNamed == (name != .reach), "\(name) at \(size)")
      }
      #expect(PlainText(state).text.contains("epoch 2 of 2"))
    }
  }
}
