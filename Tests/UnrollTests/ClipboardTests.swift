import Foundation
import Testing

@testable import unroll

@Suite("What y copies")
struct ClipboardTests {
  private func clipboard(_ environment: [String: String]) -> Clipboard {
    Clipboard(environment: environment)
  }

  @Test("it stands below XDG_STATE_HOME, otherwise HOME, for its owner alone")
  func places() throws {
    let scratch = try Scratch()
    try clipboard(["XDG_STATE_HOME": scratch.path("state"), "HOME": "/nosuch"]).add("one")
    try clipboard(["XDG_STATE_HOME": scratch.path("state")]).add("two")
    #expect(try scratch.read("state/unroll/copied.txt") == "one\ntwo\n")
    // A relative path is none.
    try clipboard(["XDG_STATE_HOME": "state", "HOME": scratch.path("home")]).add("three")
    let file = scratch.path("home/.local/state/unroll/copied.txt")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "three\n")
    var status = stat()
    try #require(stat(file, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    try #require(stat((file as NSString).deletingLastPathComponent, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o700)
  }

  @Test("a pipe or a folder in its place is refused without waiting; the user's own rights stay")
  func inTheWay() throws {
    let scratch = try Scratch()
    let file = try scratch.write("unroll/copied.txt", "mine\n", permissions: 0o644)
    let clipboard = clipboard(["XDG_STATE_HOME": scratch.folder])
    try clipboard.add("one")
    var status = stat()
    #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o644)
    #expect(try scratch.read("unroll/copied.txt") == "mine\none\n")
    try #require(unlink(file) == 0 && mkfifo(file, 0o600) == 0)
    var error = #expect(throws: Failure.self) { try clipboard.add("two") }
    #expect(
      error?.description
        == "\(file): this is a pipe, and a file is needed: nothing was copied")
    try #require(unlink(file) == 0 && mkdir(file, 0o700) == 0)
    error = #expect(throws: Failure.self) { try clipboard.add("two") }
    #expect(
      error?.description
        == "\(file): this is a folder, and a file is needed: nothing was copied")
  }

  @Test("without a home nothing is kept, and the sentence says so")
  func nowhere() {
    let clipboard = clipboard(["HOME": "relative"])
    let error = #expect(throws: Failure.self) { try clipboard.add("one") }
    #expect(error?.description == "HOME names no folder to keep a copy in: nothing was copied")
  }
}
