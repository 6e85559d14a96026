import Documents
import Engine
import Foundation
import Learning
import ModelFiles
import Phrases
import Testing

@Suite struct CheckpointTests {
  @Test(
    "a run that is kept and read again after any batch ends as one that goes through",
    arguments: [OptimiserKind.adam(), .sgd(momentum: 0.9), .rmsprop(), .sgd()])
  func resumed(_ optimiser: OptimiserKind) throws {
    let scratch = try Scratch()
    let file = scratch.path("run")
    let data = Runs.data()
    var whole = try Runs.fresh(Runs.settings(optimiser), data)
    var broken = whole
    while !whole.isFinished { try whole.step() }
    #expect(whole.optimiser.steps == 15)
    while !broken.isFinished {
      try broken.step()
      try Checkpoint(broken, of: data).write(to: file)
      let read = try Checkpoint(contentsOf: file, in: Tasks.library)
      #expect(read.data == data && read.run.settings == broken.settings)
      broken = read.run
    }
    #expect(broken.network.weights == whole.network.weights)
    #expect(broken.best?.network.weights == whole.best?.network.weights)
    #expect(broken.best?.epoch == whole.best?.epoch)
    #expect(broken.results == whole.results)
  }

  @Test("a run that has not begun, and one that goes on for more epochs, come to the same too")
  func longer() throws {
    let scratch = try Scratch()
    let file = scratch.path("run")
    let data = Runs.data()
    var whole = try Runs.fresh(Runs.settings(epochs: 4), data)
    try Checkpoint(try Runs.fresh(Runs.settings(epochs: 2), data), of: data).write(to: file)
    var short = try Checkpoint(contentsOf: file, in: Tasks.library).run
    while !short.isFinished { try short.step() }
    try Checkpoint(short, of: data).write(to: file)
    short = try Checkpoint(contentsOf: file, in: Tasks.library, epochs: 4).run
    #expect(!short.isFinished)
    while !short.isFinished { try short.step() }
    while !whole.isFinished { try whole.step() }
    #expect(short.network.weights == whole.network.weights)
    #expect(short.results == whole.results)
  }

  @Test("the same run is written to the same bytes")
  func bytes() throws {
    let scratch = try Scratch()
    var run = try Runs.fresh()
    try run.step()
    for name in ["one", "other"] {
      try Checkpoint(run, of: Runs.data()).write(to: scratch.path(name))
    }
    let (one, other) = (
      try Data(contentsOf: URL(fileURLWithPath: scratch.path("one"))),
      try Data(contentsOf: URL(fileURLWithPath: scratch.path("other")))
    )
    #expect(one == other)
  }

  // MARK: - Faults

  /// The sentence with which a file is refused, without its path.
  private func refusal(_ file: String) throws -> String {
    let error = #expect(throws: FileError.self) {
      _ = try Checkpoint(contentsOf: file, in: Tasks.library)
    }
    return try #require(error).description.replacing("\(file): ", with: "")
  }

  /// A checkpoint after seven batches, changed.
  private func changed(
    _ scratch: borrowing Scratch, _ change: (inout Safetensors) throws -> Void
  ) throws -> String {
    let file = scratch.path("run")
    var run = try Runs.fresh()
    for _ in 0..<7 { try run.step() }
    try Checkpoint(run, of: Runs.data()).write(to: file)
    var stored = try Safetensors(contentsOf: file)
    try change(&stored)
    try stored.write(to: file)
    return file
  }

  /// Replaces something in what stands beside the tensors.
  private func replacing(_ old: String, _ new: String) -> (inout Safetensors) throws -> Void {
    { stored in
      let state = try #require(stored.metadata["state"])
      #expect(state.contains(old))
      stored.metadata["state"] = state.replacing(old, with: new)
    }
  }

  @Test("weights alone, a newer form and what cannot be read are refused in a sentence")
  func foreign() throws {
    let scratch = try Scratch()
    #expect(
      try refusal(changed(scratch) { $0.metadata = [:] })
        == "this holds tensors and no run; name a file that unroll train --checkpoint wrote")
    #expect(
      try refusal(changed(scratch) { $0.metadata["checkpoint"] = "unroll 2" })
        == "it is a checkpoint of form 'unroll 2', and 'unroll 1' is known here; go on with the "
        + "version of Unroll that wrote it")
    for text in ["", "{}", "null"] {
      #expect(
        try refusal(changed(scratch) { $0.metadata["state"] = text })
          == "what it says of the run cannot be read: the file is damaged")
    }
    #expect(
      try refusal(changed(scratch, replacing("lstm: lstm", "lsmt: lstm")))
        == "what it says of the run cannot be read: the file is damaged")
  }

  @Test(
    "a tensor that is missing or has another shape is named",
    arguments: ["weights/lstm/kernel", "best/output/bias", "optimiser/1/gru/recurrent_kernel"])
  func tensors(_ name: String) throws {
    let scratch = try Scratch()
    let sentence =
      "'\(name)' is missing or has another shape than the network's weight: the file is damaged"
    #expect(try refusal(changed(scratch) { $0.tensors[name] = nil }) == sentence)
    let other = NumberArray(shape: [1, 1, 1], values: [0])
    #expect(try refusal(changed(scratch) { $0.tensors[name] = other }) == sentence)
  }

  @Test("numbers that no run has are named")
  func numbers() throws {
    let scratch = try Scratch()
    for (old, new, name) in [
      (#""batch":2"#, #""batch":5"#, "batch"), (#""batch":2"#, #""batch":-1"#, "batch"),
      (#""batchSize":8"#, #""batchSize":0"#, "batchSize"), (#""best":1"#, #""best":9"#, "best"),
      (#""examples":40"#, #""examples":99999999"#, "examples"),
      (#""validationShare":0.2"#, #""validationShare":1"#, "validationShare"),
    ] {
      #expect(
        try refusal(changed(scratch, replacing(old, new)))
          == "'\(name)' is a number that no run has: the file is damaged")
    }
  }

  @Test("other examples than those it began with are refused")
  func otherExamples() throws {
    let scratch = try Scratch()
    for (old, new) in [
      (#""seed":3"#, #""seed":4"#), (#""examples":40"#, #""examples":41"#),
    ] {
      #expect(
        try refusal(changed(scratch, replacing(old, new)))
          == "the examples are not those that this run began with; begin anew")
    }
    #expect(
      try refusal(changed(scratch, replacing(#""length":4"#, #""length":0"#)))
        == "'parity' does not give the examples that this run began with; begin anew")
  }

  @Test("a file that was cut off anywhere is refused")
  func cutOff() throws {
    let scratch = try Scratch()
    let file = try changed(scratch) { _ in }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    for share in [0, 0.001, 0.1, 0.5, 0.9, 0.999] {
      let cut = scratch.path("cut")
      try bytes.prefix(Int(Double(bytes.count) * share)).write(to: URL(fileURLWithPath: cut))
      #expect(throws: FileError.self) { _ = try Checkpoint(contentsOf: cut, in: Tasks.library) }
    }
  }

  @Test("whatever a byte is changed to, it is refused or goes on")
  func damaged() throws {
    let scratch = try Scratch()
    let file = try changed(scratch) { _ in }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    let state = bytes.range(of: Data("tally".utf8))?.lowerBound ?? 0
    let digits = Array("0123456789-e.".utf8)
    var chance = SplitMix64(seed: 13)
    for trial in 0..<300 {
      var damaged = bytes
      // Every other one is a digit of what is said of the run, more likely to be read at all.
      let isDigit = trial % 2 == 0
      let place = Int(chance.next() % UInt64(isDigit ? state : bytes.count))
      damaged[place] =
        isDigit && digits.contains(bytes[place])
        ? digits[Int(chance.next() % UInt64(digits.count))] : UInt8(chance.next() % 256)
      // Foundation waits for the disk, and some systems do where a file takes the place of another.
      unlink(file)
      try FileBytes.write(Array(damaged), to: file)
      do {
        var run = try Checkpoint(contentsOf: file, in: Tasks.library).run
        if !run.isFinished { _ = run.stepOrProblem() }
      } catch let error as FileError {
        #expect(error.description.hasPrefix("\(file): "))
      }
    }
  }
}
