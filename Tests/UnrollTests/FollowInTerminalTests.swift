import Testing

@Suite("Following in a terminal")
struct FollowInTerminalTests {
  @Test(
    "a version appears by itself, keys go back and on, a broken file is said and nothing breaks")
  func follows() throws {
    let training = try Training()
    let session = try TmuxSession()
    try session.open(training.options, until: "epoch 1 of 1 · t 0 of 0–5")
    try session.press("3", "Right")
    for epoch in 2...4 {
      try training.write(epoch: epoch)
      try session.wait(for: "epoch \(epoch) of \(epoch) · t 3 of 0–5")
      try session.wait(for: " in epoch \(epoch)")
    }
    try session.press("<", "<")
    try session.wait(for: "epoch 2 of 4")
    try training.write(epoch: 5)
    try session.wait(for: "epoch 5 was written")
    try session.wait(for: "epoch 2 of 5")
    try session.press("9", ">")
    try session.wait(for: "epoch 5 of 5")
    // Killed in the middle of a write.
    try training.writeInPlace(Array(training.bytes(epoch: 6).prefix(100)))
    try session.wait(for: "not read, and epoch 5 stays")
    try training.write(epoch: 6)
    try session.wait(for: "epoch 6 of 6")
    try training.writeNetwork(units: 3)
    try training.write(epoch: 7, units: 3)
    try session.wait(for: "my has another architecture now")
    try session.press("q")
    try session.expectEnd(status: 0)
  }
}
