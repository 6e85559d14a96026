import Foundation
import Testing

@testable import unroll

@Suite("Where a command writes")
struct OutputPlaceTests {
  @Test("- is standard output, also where a file of that name lies")
  func standardOutput() throws {
    #expect(try OutputPlace("-", option: "--output").file == nil)
    #expect(try OutputPlace("./-", option: "--output").file == "./-")
  }

  @Test("an empty name is refused with the option's")
  func empty() {
    let error = #expect(throws: Failure.self) { try OutputPlace("", option: "--output") }
    #expect(
      error?.description
        == "--output: an empty name stands for no file; name one, or - for standard output")
  }

  @Test("a file that is read is refused, by whatever path, link or second name")
  func inputs() throws {
    let scratch = try Scratch()
    let file = try scratch.write("weights", "w")
    let (link, name) = (scratch.path("link"), scratch.path("name"))
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "weights")
    try FileManager.default.linkItem(atPath: file, toPath: name)
    for path in [file, link, name, scratch.path("./weights")] {
      let error = #expect(throws: Failure.self) {
        try OutputPlace(path, option: "--output", inputs: [scratch.path("model"), file])
      }
      #expect(
        error?.description == "--output: \(path) is a file that is read for this; name another")
    }
    let new = scratch.path("new")
    #expect(try OutputPlace(new, option: "--output", inputs: [file]).file == new)
  }
}
