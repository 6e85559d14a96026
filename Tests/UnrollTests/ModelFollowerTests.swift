import Documents
import Foundation
import ModelFiles
import Testing
import Tutor
import Vocabulary

@testable import unroll

@Suite("A followed file")
struct ModelFollowerTests {
  /// A clock that goes as the test says.
  private final class Looks {
    var follower: ModelFollower
    var now = ContinuousClock.now

    init(_ follower: ModelFollower) { self.follower = follower }

    /// Looks again as soon as the follower would.
    func look() -> ModelFollower.News? {
      now += follower.wait
      return follower.look(at: now)
    }

    /// The first news within some seconds; nil where there are none.
    func news(within seconds: Int) -> ModelFollower.News? {
      let end = now + .seconds(seconds)
      while now < end { if let news = look() { return news } }
      return nil
    }
  }

  /// The bias of the Dense layer, by which the test knows an epoch.
  private func bias(_ news: ModelFollower.News?) -> Float? {
    guard case .model(let model) = news else { return nil }
    return model.network.weights["out/bias"]?.values.first
  }

  @Test("a file that was written is read once it rests, within a second, and no more than once")
  func reads() throws {
    let training = try Training()
    let followed = try training.followed()
    #expect(followed.model.network.weights["out/bias"]?.values == [0.05])
    let looks = Looks(followed.follower)
    #expect(looks.news(within: 5) == nil)
    for epoch in 2...4 {
      let start = looks.now
      try training.write(epoch: epoch)
      #expect(bias(looks.news(within: 2)) == Float(epoch) / 20)
      #expect(looks.now - start < .seconds(1))
      #expect(looks.news(within: 5) == nil)
    }
  }

  @Test("what is still being written is not read, whatever stands there already")
  func growing() throws {
    let training = try Training()
    let looks = Looks(try training.followed().follower)
    // A whole file, and then another: it did not rest from one look to the next.
    for epoch in 2...6 {
      try training.writeInPlace(training.bytes(epoch: epoch) + [UInt8](repeating: 0, count: epoch))
      #expect(looks.look() == nil)
    }
    try training.writeInPlace(training.bytes(epoch: 7))
    #expect(bias(looks.news(within: 1)) == 0.35)
  }

  @Test("half a file is tried again, and only after some seconds said not to be read")
  func half() throws {
    let training = try Training()
    let looks = Looks(try training.followed().follower)
    let whole = training.bytes(epoch: 2)
    try training.writeInPlace(Array(whole[..<(whole.count / 2)]))
    #expect(looks.news(within: 2) == nil)
    let news = looks.news(within: 4)
    guard case .fault(let sentence) = news else {
      Issue.record("no fault but \(String(describing: news))")
      return
    }
    #expect(sentence.contains("w.safetensors"))
    // It is said once.
    #expect(looks.news(within: 60) == nil)
    try training.writeInPlace(whole)
    #expect(bias(looks.news(within: 1)) == 0.1)
  }

  @Test("a file that is away for a while is waited for, without a word")
  func away() throws {
    let training = try Training()
    let looks = Looks(try training.followed().follower)
    try #require(unlink(training.weights) == 0)
    #expect(looks.news(within: 60) == nil)
    try training.write(epoch: 2)
    #expect(bias(looks.news(within: 1)) == 0.1)
  }

  @Test("a network and weights that do not fit each other yet are waited for")
  func together() throws {
    let training = try Training()
    let looks = Looks(try training.followed().follower)
    try training.writeNetwork(units: 3)
    #expect(looks.news(within: 2) == nil)
    try training.write(epoch: 2, units: 3)
    guard case .model(let model) = looks.news(within: 1) else {
      Issue.record("it was not read")
      return
    }
    #expect(model.description.units(of: 0) == 3)
  }

  /// The open version and how many there are; nil where another model is open.
  private func epoch(_ state: State) -> String? {
    state.explorer.openEpoch.map { "\($0.number) of \($0.of)" }
  }

  @Test("another architecture that cannot read the input opens on made-up numbers, and is followed")
  func unread() throws {
    let training = try Training()
    let rows = (0..<6).map { "\($0).5,1\n" }.joined()
    let followed = try training.followed(input: try training.scratch.write("x.csv", "a,b\n" + rows))
    var session = try Session(
      followed.model, observation: nil,
      library: ModelLibrary(explicit: Program.source("lessons")), seed: 0, kernels: .portable)
    session.follow()
    let looks = Looks(followed.follower)
    try training.write(epoch: 2)
    session.take(try #require(looks.news(within: 1)))
    try training.writeNetwork(units: 2, features: 3)
    try training.write(epoch: 3, features: 3)
    session.take(try #require(looks.news(within: 2)))
    #expect(
      session.state.message
        == "my has another architecture now, which cannot read the input: it was opened anew on "
        + "made-up numbers, and its epochs count from 1")
    #expect(epoch(session.state) == "1 of 1" && !session.state.isRefused)
    try training.write(epoch: 4, features: 3)
    session.take(try #require(looks.news(within: 1)))
    #expect(epoch(session.state) == "2 of 2")
    for command in ["model latch", "model my", "epoch first"] {
      _ = session.perform(try Command(parsing: command))
      #expect(!session.state.isRefused, "\(command): \(session.state.message ?? "")")
    }
    #expect(epoch(session.state) == "1 of 2")
    // The input is read again by the next one that can.
    try training.writeNetwork(units: 3)
    try training.write(epoch: 5, units: 3)
    session.take(try #require(looks.news(within: 2)))
    #expect(epoch(session.state) == "1 of 1")
    #expect(session.state.model.observations.count == 1)
  }

  @Test("a lesson lies over what is followed; versions are kept below it, faults are said in it")
  func lesson() throws {
    let training = try Training()
    let followed = try training.followed()
    let library = ModelLibrary(explicit: Program.source("lessons"))
    var session = try Session(
      followed.model, observation: nil, library: library, seed: 0, kernels: .portable)
    session.follow()
    _ = session.perform(.lesson("1"))
    // A network that is trained in the lesson has versions of its own.
    _ = session.perform(try Command(parsing: "train 1 batch"))
    let looks = Looks(followed.follower)
    for epoch in 2...3 {
      try training.write(epoch: epoch)
      session.take(try #require(looks.news(within: 1)))
    }
    #expect(session.state.lesson != nil && !session.state.isRefused)
    #expect(session.state.explorer.openEpoch?.of == 1)
    session.take(.fault("w.safetensors: half of it"))
    #expect(session.state.message == "not read, and epoch 3 stays: w.safetensors: half of it")
    _ = session.perform(.lesson(nil))
    #expect(session.state.explorer.openEpoch?.of == 3)
    // The model comes back by its name, whatever else was opened.
    for command in ["model latch", "model my"] {
      _ = session.perform(try Command(parsing: command))
    }
    #expect(epoch(session.state) == "3 of 3")
  }

  @Test("with --plain a line is printed for each version, until quit")
  func plain() throws {
    let training = try Training()
    for epoch in 2...3 {
      try training.scratch.write("epoch\(epoch)", Data(training.bytes(epoch: epoch)))
    }
    // Each line that is printed brings the next epoch, so nothing here waits for a fixed time.
    let script = try training.scratch.write(
      "run",
      """
      cd '\(training.scratch.folder)' && mkfifo in
      '\(Program.path)' --plain \(training.options.joined(separator: " ")) <in | {
        exec 3>in
        while read -r line; do
          echo "$line"
          case "$line" in
            *"screen, my, epoch 1 of 1,"*) cp epoch2 w.new && mv w.new w.safetensors ;;
            *"in epoch 3"*) echo "go 2" >&3 ;;
            *"in epoch 2"*) cp epoch3 w.safetensors ;;
            *"t 2 of 0 to 5"*) echo quit >&3 ;;
          esac
        done
      }
      """)
    let outcome = try Child.run(["sh", script], seconds: 60)
    let news = outcome.text.split(separator: "\n").filter { $0.hasPrefix("output: ") }
    #expect(news.count >= 2)
    #expect(news.contains { $0.contains(" in epoch 1 → ") && $0.hasSuffix(" in epoch 2") })
    #expect(news.contains { $0.contains(" in epoch 2 → ") && $0.hasSuffix(" in epoch 3") })
    #expect(outcome.text.contains("network screen, my, epoch 3 of 3, "))
  }

  @Test("a file that is not there yet is waited for; a name that is no file's is refused at once")
  func missing() throws {
    let training = try Training()
    try training.scratch.write("later", Data(training.bytes(epoch: 2)))
    try #require(unlink(training.weights) == 0)
    let script = try training.scratch.write(
      "run",
      """
      cd '\(training.scratch.folder)' && mkfifo errors
      { read -r line; echo "$line"; mv later w.safetensors; cat; } <errors &
      echo quit | '\(Program.path)' --plain \(training.options.joined(separator: " ")) 2>errors
      wait
      """)
    let outcome = try Child.run(["sh", script], seconds: 60)
    #expect(
      outcome.text.contains(
        "\(training.weights) is not there yet; waiting until a training writes it (ctrl-C ends that)"
      ))
    #expect(outcome.text.contains("network screen, my, epoch 1 of 1, "))
    let refused = try Program.run("--plain", "--follow", "--model", "latsch")
    #expect(refused.status != 0)
    #expect(refused.errors.contains("did you mean 'latch'?"))
  }
}
