import Foundation
import Testing

@Suite("unroll check")
struct CheckCommandTests {
  @Test("the lessons that ship are right")
  func lessons() throws {
    let outcome = try Program.run("check", Program.source("lessons"))
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("14 lessons, nothing wrong"))
  }
}
