import ModelFiles
import Testing
import Vocabulary

@testable import LessonPlayer
@testable import Tutor
@testable import unroll

@Suite("A lesson that plays by itself")
struct PlaybackTests {
  @Test("it waits for a step that trains a network, and goes on once that is done")
  func training() throws {
    let library = ModelLibrary(explicit: Program.source("lessons"))
    var session = try Session(
      library.load("latch"), observation: nil, library: library, seed: 0, kernels: .portable)
    _ = session.perform(.lesson("1"))
    session.trainsBeside = true
    var playback = Playback()
    playback.mode = .byItself
    #expect(playback.wait(session.state, goesOnAtEnd: false) != nil)
    _ = session.perform(try Command(parsing: "train 1 batch"))
    let live = try #require(session.training)
    #expect(playback.wait(session.state, goesOnAtEnd: false) == nil)
    var outcome = TrainingOutcome(run: live.run, ticket: live.ticket)
    #expect(outcome.run.stepOrProblem() == nil)
    session.take(outcome)
    #expect(session.training == nil && playback.wait(session.state, goesOnAtEnd: false) != nil)
  }
}
