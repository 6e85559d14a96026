import Foundation
import Testing

@testable import Documents

@Suite struct FileBytesTests {
  private let new = Array("new".utf8)

  private func text(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
  }

  private func isLink(_ file: String) -> Bool {
    var status = stat()
    return lstat(file, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  @Test("a pipe is refused at once, whether anyone writes to it or not", .timeLimit(.minutes(1)))
  func pipeInFolder() throws {
    let scratch = try Scratch()
    let pipe = scratch.folder + "/a.yaml"
    try #require(mkfifo(pipe, 0o600) == 0)
    let sentence = "a.yaml: this is a pipe, and a file is needed; a pipe is read as /dev/stdin"
    #expect(scratch.sentence { _ = try FileBytes.read(pipe, limit: 9) } == sentence)
    let writer = open(pipe, O_RDWR | O_NONBLOCK)
    try #require(writer >= 0)
    defer { close(writer) }
    #expect(scratch.sentence { _ = try FileBytes.read(pipe, limit: 9) } == sentence)
  }

  @Test("a link to a device is refused, and the device by its own name is not")
  func devices() throws {
    let scratch = try Scratch()
    let link = scratch.folder + "/a.yaml"
    try #require(symlink("/dev/zero", link) == 0)
    #expect(
      scratch.sentence { _ = try FileBytes.read(link, limit: 9) }
        == "a.yaml: this is a device, and a file is needed; a pipe is read as /dev/stdin")
    #expect(try FileBytes.read("/dev/null", limit: 9).bytes.isEmpty)
  }

  @Test("a socket is refused as what it is")
  func socketInFolder() throws {
    // The names of sockets are short.
    let name = "unroll-\(UUID().uuidString.prefix(8))"
    let path = "/tmp/" + name
    let made = Foundation.socket(AF_UNIX, streamType, 0)
    try #require(made >= 0)
    defer {
      close(made)
      unlink(path)
    }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(made, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    try #require(bound == 0)
    let error = #expect(throws: FileError.self) { try FileBytes.read(path, limit: 9) }
    #expect(error?.problem as? DocumentProblem == .noFile(.socket))
  }

  #if canImport(Darwin)
    private let streamType = SOCK_STREAM
  #else
    private let streamType = Int32(SOCK_STREAM.rawValue)
  #endif

  @Test("a pipe that nobody reads is refused, not waited for", .timeLimit(.minutes(1)))
  func unreadPipe() throws {
    let scratch = try Scratch()
    let pipe = scratch.folder + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    #expect(
      scratch.sentence { try FileBytes.write([1], to: pipe) }
        == "pipe: it cannot be written: nobody reads from this pipe")
  }

  @Test("an open pipe is waited for under the system's name for it", .timeLimit(.minutes(1)))
  func openPipe() async throws {
    var ends: [Int32] = [0, 0]
    try #require(Foundation.pipe(&ends) == 0)
    let (reader, writer) = (ends[0], ends[1])
    let bytes = new
    let writing = Task.detached {
      // The rest comes once the reader has taken the first byte and would find nothing more.
      _ = write(writer, bytes, 1)
      var left: Int32 = 1
      while ioctl(reader, UInt(FIONREAD), &left) == 0, left > 0 { usleep(1000) }
      _ = write(writer, Array(bytes.dropFirst()), bytes.count - 1)
      close(writer)
    }
    #expect(try FileBytes.read("/dev/fd/\(reader)", limit: 9).bytes == bytes)
    await writing.value
    close(reader)
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

  @Test("what is begun and not finished leaves nothing, also where the program is killed meanwhile")
  func unfinished() throws {
    let scratch = try Scratch()
    let file = try scratch.file("a", "old")
    func names() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: scratch.folder)
    }
    do {
      let whole = try WholeFile(file)
      try whole.append(new)
      #if os(Linux)
        #expect(try names() == ["a"])
      #endif
    }
    #expect(try names() == ["a"])
    #expect(try text(file) == "old")
    let whole = try WholeFile(file)
    try whole.append(new)
    try whole.append(new)
    try whole.finish()
    #expect(try names() == ["a"])
    #expect(try text(file) == "newnew")
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
