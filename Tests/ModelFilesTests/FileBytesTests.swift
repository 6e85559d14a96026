import Foundation
import Testing

@testable import ModelFiles

@Suite struct FileBytesTests {
  private let new = Array("new".utf8)

  private func text(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
  }

  private func isLink(_ file: String) -> Bool {
    var status = stat()
    return lstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  @Test("a link stays, and the file it leads to over several of them is written")
  func links() throws {
    let scratch = try Scratch()
    let target = try scratch.file("deep/target", "old")
    let (first, second) = (scratch.folder + "/first", scratch.folder + "/deep/second")
    try #require(symlink("deep/second", first) == 0)
    try #require(symlink("target", second) == 0)
    try FileBytes.write(new, to: first)
    #expect(try text(target) == "new")
    #expect(isLink(first) && isLink(second) && !isLink(target))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.folder + "/deep").sorted()
        == ["second", "target"])
  }

  @Test("a link to a file that is not there makes the file")
  func dangling() throws {
    let scratch = try Scratch()
    let link = scratch.folder + "/link"
    try #require(symlink("later", link) == 0)
    try FileBytes.write(new, to: link)
    #expect(isLink(link))
    #expect(try text(scratch.folder + "/later") == "new")
  }

  @Test("links that lead round in a circle are an error")
  func circle() throws {
    let scratch = try Scratch()
    try #require(symlink("b", scratch.folder + "/a") == 0)
    try #require(symlink("a", scratch.folder + "/b") == 0)
    #expect(
      scratch.sentence { try FileBytes.write(new, to: scratch.folder + "/a") }
        == "a: it cannot be written: too many levels of symbolic links")
  }

  @Test("a pipe is written to and stays a pipe, also behind a link", arguments: ["pipe", "link"])
  func pipe(_ name: String) throws {
    let scratch = try Scratch()
    let pipe = scratch.folder + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    try #require(symlink("pipe", scratch.folder + "/link") == 0)
    // A reader that is there already: the bytes wait in the pipe.
    let reader = open(pipe, O_RDONLY | O_NONBLOCK)
    try #require(reader >= 0)
    defer { close(reader) }
    try FileBytes.write(new, to: "\(scratch.folder)/\(name)")
    var buffer = [UInt8](repeating: 0, count: 10)
    #expect(read(reader, &buffer, 10) == 3 && Array(buffer.prefix(3)) == new)
    var status = stat()
    #expect(lstat(pipe, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    #expect(isLink(scratch.folder + "/link"))
  }

  @Test("a device stays a device")
  func device() throws {
    try FileBytes.write(new, to: "/dev/null")
    var status = stat()
    #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test("a new version of a file is read and written by whom the old one was")
  func mode() throws {
    let scratch = try Scratch()
    let file = try scratch.file("a", "old")
    try #require(chmod(file, 0o640) == 0)
    try FileBytes.write(new, to: file)
    var status = stat()
    #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o640)
  }
}
