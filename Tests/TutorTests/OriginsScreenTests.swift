import Engine
import Insight
import Phrases
import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("Where a number comes from")
struct OriginsScreenTests {
  /// Numbers of both shipped models: the answer, a state, a gate.
  static let scenes = [
    ("latch", "select output; go last"), ("latch", "go 33; open unit; look phase4"),
    ("latch", "go 15; select lstm1; open unit; look phase3; order +1"),
    ("weather", "select output; go last"), ("weather", "go 30; open unit; look phase5"),
  ]

  private func traced(_ model: String, _ commands: String) throws -> State {
    var state = try Models.tutor(model, commands)
    state.press(.character("b"))
    try #require(state.position.screen == .origins && !state.isRefused)
    return state
  }

  /// The traced number where an input really is another.
  private func value(_ state: State, with input: String) throws -> Float {
    let number = try #require(state.moment.origins?.tracing.number)
    var changed = state
    _ = changed.update(.open(.network))
    try Models.run("put \(input)", on: &changed)
    try #require(!changed.isRefused)
    return changed.trace.value(of: number)
  }

  /// The number behind some words of a sentence.
  private func number(behind words: String, in sentence: String) throws -> Float {
    let end = try #require(sentence.range(of: words)?.upperBound)
    let text = sentence[end...].prefix { !" ;,.".contains($0) || $0 == "." }
    return try #require(Float(text.hasSuffix(".") ? text.dropLast() : text))
  }

  @Test("a row says at which timestep its number is, and writes it as the sequence does")
  func names() throws {
    let size = Size(width: 80, height: 24)
    let latch = view(try traced("latch", "go 33; open unit; look phase4"), size: size)
    #expect(latch.textRows().contains { $0.contains("x[32] symbol 7") })
    #expect(latch.textRows().contains { $0.contains("h[32, ") })
    let copy = view(try traced("copy", "go last; open unit; look phase3"), size: size)
    let sequence = try #require(copy.row(beginning: "x symbol"))
    let letters = copy.line(sequence).filter { "abcdABCD".contains($0) }
    #expect(letters.contains { $0.isLowercase })
    #expect(copy.textRows().contains { $0.contains("x[20] ") })
    #expect(!copy.textRows().contains { $0.contains("x[20] A") || $0.contains("x[20] C") })
    let parity = view(try traced("parity", "go 2; open unit; look phase3"), size: size)
    #expect(parity.row(beginning: "x bit") != nil)
  }

  @Test("every sentence agrees with what really happens, on both models", arguments: scenes)
  func agrees(model: String, commands: String) throws {
    let state = try traced(model, commands)
    let origins = try #require(state.moment.origins)
    let traced = "\(state.moment.address(of: origins.tracing.number))"
    #expect(origins.changes.count > 2)
    #expect(
      zip(origins.changes, origins.changes.dropFirst()).allSatisfy {
        $0.real.magnitude >= $1.real.magnitude
      })
    for change in origins.changes {
      let input = "\(state.moment.address(of: change.origin.number))"
      // One run after another and runs side by side are the same to the last bit.
      let after = try value(state, with: "\(input) 0")
      #expect(after == change.after, "\(input) of \(traced)")
      let said = OriginsPhrases.change(change, of: traced, by: input).forms[0]
      if change.real == 0 {
        #expect(said.contains("does not change \(traced)"))
        continue
      }
      let real = try number(behind: "changes \(traced) by ", in: said)
      let estimate = try number(behind: "the gradient says ", in: said)
      // Half a unit of the last digit that is said.
      #expect(abs(real - (after - change.before)) <= max(5.1e-4, abs(real) * 0.051), "\(said)")
      #expect(abs(estimate + change.origin.part) <= max(5.1e-4, abs(estimate) * 0.051), "\(said)")
      let out = (-change.origin.part - (after - change.before)).magnitude
      if let percent = said.range(of: " % out") {
        let share = try number(
          behind: ", ",
          in: String(
            said[..<percent.lowerBound]
              .split(separator: ";").last ?? ""))
        #expect(out <= share / 100 * (after - change.before).magnitude * 1.001, "\(said)")
      } else if said.contains("within 1 %") {
        #expect(out <= 0.01 * (after - change.before).magnitude * 1.001, "\(said)")
      } else {
        #expect(said.contains("the wrong way") || said.contains("far out") || change.error == nil)
      }
    }
  }

  @Test("for a small change the gradient is right, on both models", arguments: scenes)
  func small(model: String, commands: String) throws {
    let state = try traced(model, commands)
    let origins = try #require(state.moment.origins)
    var count = 0
    for (place, change) in origins.changes.enumerated() {
      guard let small = origins.smallChange(place) else { continue }
      count += 1
      let input = "\(state.moment.address(of: change.origin.number))"
      let after = try value(state, with: "\(input) \(change.origin.value * 0.99)")
      #expect(abs(after - change.before - small.real) < 1e-6)
      // A hundredth still bends a little, and float32 leaves three digits of it.
      #expect(small.error < 0.05, "\(input): \(small)")
    }
    // The latch's answer is so sure that no small change of it can be told.
    #expect(count > 0 || origins.tracing.value > 0.9999)
  }

  @Test("the path of the 7 that sets the bit begins where it is read, and ends at the number")
  func path() throws {
    let state = try traced("latch", "go 40; open unit; look phase4")
    let origins = try #require(state.moment.origins)
    #expect("\(state.moment.address(of: origins.list[0].number))" == "x[32, 7]")
    let lanes = origins.path(0)
    #expect(lanes.first?.timesteps.last == 40 && lanes.last?.timesteps.first == 32)
    let marks = lanes.flatMap(\.timesteps)
    #expect(marks.sorted() == Array(32...40))
    let frame = view(state, size: Size(width: 80, height: 24))
    #expect(frame.says("How x[32, 7] came here"))
    #expect(frame.says("Setting x[32, 7] to 0 changes"))
  }

  @Test("↑ ↓ choose, ⏎ traces a state on, x sets an input, and esc comes back")
  func keys() throws {
    var state = try traced("latch", "go 40; open unit; look phase4")
    let origins = try #require(state.moment.origins)
    state.press(.down)
    #expect(state.position.origin == 1)
    #expect(state.addressUnderCursor == state.moment.address(of: origins.list[1].number))
    state.press(.enter)
    #expect(state.isRefused)
    state.press(.character("x"))
    #expect(state.prompt?.text == "put \(state.addressUnderCursor) ")
    state.press(.escape)
    _ = state.update(.origin(.named(origins.changes.count)))
    let next = origins.list[origins.changes.count].number
    state.press(.enter)
    #expect(state.moment.origins?.tracing.number == next)
    state.press(.character("u"))
    #expect(state.moment.origins?.tracing.number == origins.tracing.number)
    state.press(.escape)
    #expect(state.position.screen == .unit)
  }

  @Test("what enters comes from nowhere, and a weight neither")
  func refused() throws {
    var state = try Models.tutor("latch", "go 3; select input")
    state.press(.character("b"))
    #expect(state.isRefused && state.position.screen == .network)
  }
}
