import Foundation
import Testing

@Suite("unroll train in a terminal")
struct TrainInTerminalTests {
  @Test("a line shows the epoch under way, finished ones stay above it, and ctrl-C ends it")
  func progress() throws {
    let session = try TmuxSession()
    try session.enter(
      "\(quoted(Program.path)) train latch --units 16 --epochs 100000 --seed 1")
    try session.wait(for: "epoch 2 of 100000  ")
    let screen = try session.screen()
    #expect(screen.contains("is it set at the end?"))
    #expect(screen.contains("LSTM 16 → Dense 1: 1,745 parameters, 2,000 examples to learn from"))
    #expect(screen.contains("Epoch 1: loss "))
    try session.press("C-c")
    try session.waitForPrompt()
    try session.enter("echo status $?")
    try session.wait(for: "status 130")
    #expect(try session.screen().contains("Stopped after the batch."))
  }
}
