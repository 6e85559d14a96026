import Foundation
import Kernels
import ModelFiles
import Screen
import Testing
import Tutor
import Vocabulary

@testable import unroll

@Suite("A screen written to files")
struct ScreenFilesTests {
  private func session(_ folder: String?) throws -> Session {
    let library = ModelLibrary(explicit: Program.source("lessons"))
    var session = try Session(
      library.load("latch"), observation: nil, library: library, seed: 0, kernels: .portable)
    session.window = Size(width: 80, height: 24)
    session.pictures = folder.map { ScreenFiles(folder: $0, look: Look()) }
    return session
  }

  @Test("w writes what the window shows, as picture and text, under the next free number")
  func writes() throws {
    let scratch = try Scratch()
    try scratch.write("unroll-1.txt", "mine")
    try scratch.write("unroll-2.svg", "mine")
    var session = try session(scratch.folder)
    _ = session.perform(.go(.at(15)))
    _ = session.press(.character("w"))
    #expect(
      session.state.message
        == "written to unroll-3.svg and unroll-3.txt in \(scratch.folder)")
    let shown = try Program.run("frame", "--size", "80x24", "--do", "go 15")
    #expect(try scratch.read("unroll-3.txt") == shown.text)
    let picture = try Program.run("frame", "--size", "80x24", "--do", "go 15", "--format", "svg")
    #expect(try scratch.read("unroll-3.svg") == picture.text)
    // What lies over the screen is on it.
    _ = session.press(.character("?"))
    _ = session.press(.character("w"))
    #expect(try scratch.read("unroll-4.txt").contains("Keys"))
    #expect(try scratch.read("unroll-1.txt") == "mine" && scratch.read("unroll-2.svg") == "mine")
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder).sorted()
    #expect(
      names == [
        "unroll-1.txt", "unroll-2.svg", "unroll-3.svg", "unroll-3.txt", "unroll-4.svg",
        "unroll-4.txt",
      ])
  }

  @Test("where it cannot be written a sentence says why, and nothing is left")
  func refused() throws {
    var session = try session("/nosuch")
    _ = session.press(.character("w"))
    #expect(session.state.isRefused)
    #expect(
      session.state.message
        == "/nosuch/unroll-1.svg cannot be written: no such file or directory")
    session.pictures = nil
    _ = session.perform(.write)
    #expect(session.state.message == "there is no folder here to write the screen to")
  }

  @Test("a full disk is said, and no half file stays")
  func full() throws {
    let scratch = try Scratch()
    // A file's largest size stands for the disk's.
    let outcome = try Child.run([
      "sh", "-c",
      "cd '\(scratch.folder)' && trap '' XFSZ && ulimit -f 1 && exec '\(Program.path)' --plain --do write",
    ])
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("unroll-1.svg cannot be written: file too large"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder).isEmpty)
  }

  @Test("as a command it does the same, also where there is no window")
  func command() throws {
    let scratch = try Scratch()
    let outcome = try Child.run([
      "sh", "-c", "cd '\(scratch.folder)' && exec '\(Program.path)' --plain --do 'go 3; write'",
    ])
    #expect(outcome.status == 0)
    #expect(outcome.text.contains("written to unroll-1.svg and unroll-1.txt in "))
    #expect(try scratch.read("unroll-1.txt").contains("t 3 of 0–49"))
  }
}
