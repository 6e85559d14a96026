import LessonPlayer
import ModelFiles
import Testing

@testable import unroll

@Suite("A session without a terminal")
struct SessionTests {
  private func terminal(typing line: String) throws -> MemoryTerminal {
    let terminal = try MemoryTerminal()
    try terminal.type(":")
    try terminal.enter(line)
    return terminal
  }

  @Test("what stands behind a copy in a line is carried out, and the copy is there")
  func copies() throws {
    let terminal = try terminal(typing: "copy; go 12")
    #expect(terminal.session.state.position.timestep == 12)
    #expect(try terminal.copied().hasPrefix("lstm2.cell_state[0, 58] = "))
  }

  @Test("what stands behind a lesson in a line is carried out in the lesson")
  func lessons() throws {
    let terminal = try terminal(typing: "lesson 3; go 4; lessons; back; go 5")
    #expect(terminal.session.state.lesson?.lesson.name.hasPrefix("03-") == true)
    #expect(terminal.session.state.position.timestep == 5)
  }

  @Test(
    "behind a model in a line the rest is about that model, and behind no model nothing happens")
  func models() throws {
    let terminal = try terminal(typing: "model weather; go 7")
    #expect(terminal.session.state.model.name == "weather")
    #expect(terminal.session.state.position.timestep == 7)
    let other = try self.terminal(typing: "model wether; go 7")
    #expect(other.session.state.message == "there is no model 'wether'; did you mean 'weather'?")
    #expect(other.session.state.isRefused)
    #expect(other.session.state.position.timestep == 0)
  }

  @Test("a key ends the welcome and does what it does; space only stops what plays")
  func welcome() throws {
    let terminal = try MemoryTerminal()
    terminal.welcome()
    #expect(terminal.session.state.isPlaying)
    try terminal.press("Right")
    #expect(!terminal.session.state.isPlaying)
    #expect(terminal.session.state.position.timestep == 0)
    let other = try MemoryTerminal()
    other.welcome()
    try other.press(" ")
    #expect(!other.session.state.isPlaying)
    try other.press(" ")
    #expect(other.session.state.isPlaying, "the second one plays as always")
  }

  @Test("that an input is made up is said at first, with why it is as long as it is")
  func madeUp() throws {
    let scratch = try Scratch()
    let library = ModelLibrary(explicit: Program.source("lessons"))
    for (timesteps, why) in [
      ("7", ""), ("any", ". The model reads any number of timesteps; here it reads 20"),
    ] {
      let file = try scratch.write(
        "my.yaml",
        "network: {input: {timesteps: \(timesteps), features: 2}, layers: [{lstm: a, units: 2}]}\n")
      var session = try Session(
        try library.load(file), observation: nil, library: library, seed: 0, kernels: .portable)
      session.welcome(isStill: true)
      #expect(
        session.state.message == "the input is made up; --input FILE opens yours" + why)
    }
  }

  @Test("behind quit nothing more is carried out")
  func quit() throws {
    let terminal = try terminal(typing: "go 3; quit; go 9")
    #expect(terminal.hasEnded)
    #expect(terminal.session.state.position.timestep == 3)
  }
}
