import Documents
import Engine
import Foundation
import Testing

@testable import ModelFiles

/// Good files with a few bytes changed by a seeded generator: a value or an error, never a trap.
@Suite struct DamagedFileTests {
  private func contents(_ file: String) throws -> [UInt8] { try Damage.contents(file) }

  @Test("damaged weather")
  func weatherAtLength() throws {
    let whole = Array(try contents(Sources.lessons + "/data/seattle-weather.csv").prefix(600))
    let refused = try Damage.refusals(of: whole, named: "w.csv") { (file) throws(FileError) in
      _ = try WeatherDays(contentsOf: file)
    }
    #expect(refused > 200)
  }

  @Test("damaged yaml and json")
  func documentsAtLength() throws {
    let yaml = try contents(Sources.lessons + "/models/latch/model.yaml")
    let refusedYAML = try Damage.refusals(of: yaml, named: "model.yaml") {
      (file) throws(FileError) in
      _ = try ModelFile.ours(file, .everything)
    }
    #expect(refusedYAML > 100)
    let json = try contents(Sources.fixture("keras_activations.json"))
    let refusedJSON = try Damage.refusals(of: json, named: "a.json") { (file) throws(FileError) in
      _ = try KerasJSON.read(file)
    }
    #expect(refusedJSON > 100)
  }
}
