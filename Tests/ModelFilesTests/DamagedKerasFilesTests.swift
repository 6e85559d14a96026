import Documents
import Engine
import Foundation
import Testing

@testable import ModelFiles

/// Damaged copies of each kind of Keras's files: a model or one sentence, never a trap.
@Suite struct DamagedKerasFilesTests {
  private func file(_ name: String) -> String { Sources.fixture("KerasFiles/" + name) }

  @Test("damaged whole models", arguments: ["keras2.h5", "keras2.keras"])
  func wholeModelsAtLength(name: String) throws {
    let refused = try Damage.refusals(
      inPlace: try Damage.contents(file(name)), named: name, rounds: 2000
    ) { (file) throws(FileError) in
      _ = try Sources.library.load(file)
    }
    #expect(refused > 200)
  }

  @Test("damaged weights", arguments: ["keras2.weights.h5"])
  func weightsAtLength(name: String) throws {
    let refused = try Damage.refusals(
      inPlace: try Damage.contents(file(name)), named: name, rounds: 2000
    ) { (path) throws(FileError) in
      _ = try Sources.library.load(file("keras2.json"), weights: path)
    }
    #expect(refused > 200)
  }

  @Test("damaged JSON")
  func jsonAtLength() throws {
    let refused = try Damage.refusals(
      of: try Damage.contents(file("keras2.json")), named: "a.json", rounds: 2000
    ) { (file) throws(FileError) in
      _ = try Sources.library.load(file)
    }
    #expect(refused > 1000)
  }
}
