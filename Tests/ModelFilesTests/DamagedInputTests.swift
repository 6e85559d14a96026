import Documents
import Engine
import Foundation
import Testing

@testable import ModelFiles

/// Observations with a few bytes changed by a seeded generator: a value or an error, never a trap.
@Suite struct DamagedInputTests {
  private func contents(_ name: String) throws -> [UInt8] {
    try Damage.contents(Sources.fixture("Data/" + name))
  }

  private func read(
    _ file: String, _ input: InputLayer, _ reading: InputReading = InputReading()
  ) throws(FileError) {
    let read = try ObservationFile(contentsOf: file, for: [input], reading: reading)
    for index in [0, read.count - 1] {
      _ = read.observation(index)
      _ = read.facts(index)
      _ = read.timesteps(of: index)
    }
  }

  @Test("damaged tables")
  func tablesAtLength() throws {
    var reading = InputReading()
    reading.columns = ["Close", "Open", "Volume"]
    reading.target = "Close"
    reading.missing = .zero
    reading.scaling = .standardise
    let refused = try Damage.refusals(of: contents("prices.csv"), named: "a.csv", rounds: 2000) {
      (file) throws(FileError) in
      try read(file, InputLayer(timesteps: 6, features: 3), reading)
    }
    #expect(refused > 100)
  }

  @Test("damaged arrays and archives", arguments: ["type-f4-big.npy", "several.npz", "packed.npz"])
  func arraysAtLength(name: String) throws {
    var reading = InputReading()
    if name == "several.npz" { reading.array = "left" }
    let refused = try Damage.refusals(inPlace: contents(name), named: name, rounds: 2000) {
      (file) throws(FileError) in
      try read(file, InputLayer(timesteps: 3, features: 2), reading)
    }
    #expect(refused > 200)
  }

  @Test("damaged tokenizers and texts")
  func textsAtLength() throws {
    let texts = Sources.fixture("Data/texts.txt")
    let refused = try Damage.refusals(
      of: contents("tokenizer-few.json"), named: "t.json", rounds: 2000
    ) { (file) throws(FileError) in
      var reading = InputReading()
      reading.tokenizer = file
      try read(texts, InputLayer(tokens: 8), reading)
    }
    #expect(refused > 500)
    var reading = InputReading()
    reading.tokenizer = Sources.fixture("Data/tokenizer-plain.json")
    _ = try Damage.refusals(of: contents("texts.txt"), named: "a.txt", rounds: 500) {
      (file) throws(FileError) in
      try read(file, InputLayer(tokens: 8), reading)
    }
  }
}
