import Foundation
import Testing

@Suite(".setup")
struct SetupTests {
  private static let update = "apt-get update -qq"
  private static let install = "apt-get install -y -qq"

  @Test("with the header there nothing is installed", arguments: [0, 1000])
  func header(_ user: Int) throws {
    let tools = try ToolFolder()
    try tools.standIn("apt-get")
    try tools.standIn("sudo")
    let outcome = try tools.setUp(user: user, hasHeader: true)
    #expect(outcome.status == 0)
    #expect(outcome.text == "")
    #expect(outcome.errors == "")
    #expect(tools.calls() == [])
  }

  @Test("root installs the header's package, without sudo")
  func root() throws {
    let tools = try ToolFolder()
    try tools.standIn("apt-get")
    try tools.standIn("sudo")
    let outcome = try tools.setUp(user: 0, hasHeader: false)
    #expect(outcome.status == 0)
    #expect(outcome.text == "")
    #expect(outcome.errors == "installing libncurses-dev\n")
    #expect(tools.calls() == [Self.update, "\(Self.install) libncurses-dev"])
  }

  @Test("a user goes through sudo")
  func sudo() throws {
    let tools = try ToolFolder()
    try tools.standIn("apt-get")
    try tools.standIn("sudo", "exec \"$@\"")
    let outcome = try tools.setUp(user: 1000, hasHeader: false)
    #expect(outcome.status == 0)
    let quiet = "sudo env DEBIAN_FRONTEND=noninteractive"
    #expect(
      tools.calls() == [
        "sudo \(Self.update)", Self.update, "\(quiet) \(Self.install) libncurses-dev",
        "\(Self.install) libncurses-dev",
      ])
  }

  @Test("a user without sudo learns what to ask an administrator for")
  func administrator() throws {
    let tools = try ToolFolder()
    try tools.standIn("apt-get")
    let outcome = try tools.setUp(user: 1000, hasHeader: false)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == "Unroll needs libncurses-dev, and installing them was not possible here. "
        + "Ask an administrator to run: apt-get install libncurses-dev\n")
    #expect(tools.calls() == [])
  }

  @Test("so does a user whom sudo refuses, and root when apt-get fails", arguments: [0, 1000])
  func fails(_ user: Int) throws {
    let tools = try ToolFolder()
    try tools.standIn("apt-get", "[ \"$1\" = update ]")
    try tools.standIn("sudo", "exit 1")
    let outcome = try tools.setUp(user: user, hasHeader: false)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasSuffix(
        "Ask an administrator to run: apt-get install libncurses-dev\n"))
  }

  @Test("a source of packages out of reach does not keep those from being installed that are there")
  func update() throws {
    let tools = try ToolFolder()
    try tools.standIn("apt-get", "[ \"$1\" != update ]")
    #expect(try tools.setUp(user: 0, hasHeader: false).status == 0)
    #expect(tools.calls() == [Self.update, "\(Self.install) libncurses-dev"])
  }

  @Test("a system without apt-get is told the packages' names")
  func otherSystem() throws {
    let tools = try ToolFolder()
    let outcome = try tools.setUp(user: 0, hasHeader: false)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == "Unroll needs libncurses-dev (the names of Debian's packages); "
        + "install them with this system's own tool, then come back.\n")
  }

  @Test("tmux is installed for the tests alone, and only where it is missing")
  func tmux() throws {
    let tools = try ToolFolder()
    try tools.standIn("apt-get")
    #expect(try tools.setUp("tests", user: 0, hasHeader: true).status == 0)
    #expect(tools.calls() == [Self.update, "\(Self.install) tmux"])

    let others = try ToolFolder()
    try others.standIn("apt-get")
    try others.standIn("tmux")
    #expect(try others.setUp("tests", user: 0, hasHeader: true).status == 0)
    #expect(others.calls() == [])
  }

  @Test("on macOS the header is there, and tmux comes from Homebrew")
  func macOS() throws {
    let tools = try ToolFolder()
    try tools.standIn("uname", "echo Darwin")
    #expect(try tools.setUp(user: 501, hasHeader: false).status == 0)
    let outcome = try tools.setUp("tests", user: 501, hasHeader: false)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "Unroll needs tmux: install Homebrew, then: brew install tmux\n")
    try tools.standIn("brew")
    #expect(try tools.setUp("tests", user: 501, hasHeader: false).status == 0)
    #expect(tools.calls() == ["brew install tmux"])
  }

  @Test("without Swift it says so before it installs anything")
  func noSwift() throws {
    let tools = try ToolFolder()
    try tools.standIn("apt-get")
    unlink(tools.scratch.path("tools/swift"))
    let outcome = try tools.setUp(user: 0, hasHeader: false)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == "Unroll is built with Swift 6.1 or later, and there is no 'swift' on the "
        + "PATH; see https://www.swift.org/install\n")
    #expect(tools.calls() == [])
  }

  @Test(
    "what is asked for in other words is refused, and nothing is done",
    arguments: [
      (["nosuch"], "found 'nosuch'"), (["tests", "more"], "found 'more' after 'tests'"),
      (["install", "a", "b"], "found 'b' after 'a'"),
      (["install", ""], "'' is no folder to install in"),
      (["install", "--help"], "'--help' is no folder to install in"),
    ])
  func usage(_ arguments: [String], _ problem: String) throws {
    let tools = try ToolFolder()
    try tools.standIn("apt-get")
    let outcome = try tools.setUp(arguments, user: 0, hasHeader: false)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "sh .setup, sh .setup tests or sh .setup install [PREFIX]; \(problem)\n")
    #expect(tools.calls() == [])
  }
}
