import Foundation
import Testing

/// A folder that is all there is on the PATH: the system's own small tools, and stand-ins that only
/// note how they were called.
final class ToolFolder {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for name in ["sh", "dirname", "env", "mkdir", "rm", "cp", "mv", "cat", "sed"] {
      let places = (Child.environment["PATH"] ?? "").split(separator: ":") + ["/bin", "/usr/bin"]
      let place = try #require(places.first { access("\($0)/\(name)", X_OK) == 0 })
      try scratch.write(
        "tools/\(name)", "#!/bin/sh\nexec \(place)/\(name) \"$@\"\n", permissions: 0o755)
    }
    try standIn("uname", "echo Linux")
    try standIn("swift")
  }

  /// Puts a tool on the PATH that notes its name and arguments, then does what `script` says.
  func standIn(_ name: String, _ script: String = "") throws {
    let calls = quoted(scratch.path("calls"))
    try scratch.write(
      "tools/\(name)", "#!/bin/sh\necho \"\(name) $*\" >>\(calls)\n\(script)\n", permissions: 0o755)
  }

  /// The calls of stand-ins beside uname and id, in their order.
  func calls() -> [String] {
    let lines = ((try? scratch.read("calls")) ?? "").split(separator: "\n").map(String.init)
    return lines.filter { !$0.hasPrefix("uname") && !$0.hasPrefix("id ") }
  }

  /// Runs `.setup` with these tools alone.
  func setUp(
    _ arguments: String..., user: Int, hasHeader: Bool, environment: [String: String] = [:]
  ) throws -> Outcome {
    try setUp(arguments, user: user, hasHeader: hasHeader, environment: environment)
  }

  /// Runs `.setup` with these tools alone.
  func setUp(
    _ arguments: [String], user: Int, hasHeader: Bool, environment: [String: String] = [:]
  ) throws -> Outcome {
    try standIn("id", "echo \(user)")
    try scratch.write("include/ncurses.h", "")
    try scratch.write("empty/other.h", "")
    let variables = [
      "PATH": scratch.path("tools"), "HOME": scratch.path("home"), "LC_ALL": Child.utf8,
      "UNROLL_INCLUDE": scratch.path(hasHeader ? "include" : "empty"),
    ]
    return try Child.run(
      ["/bin/sh", Program.source(".setup")] + arguments,
      environment: variables.merging(environment) { _, new in new })
  }
}
