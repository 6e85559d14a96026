import Foundation
import Processes

// What is kept between two runs.
extension NamedCase {
  private static let file = Trial.state + "/progress.json"
  private static let kept =
    #"{"09": {"step": 3, "right": 1, "answered": 2, "questions": 4, "finished": false}}"#

  static let state: [NamedCase] = [
    NamedCase("progress.json is a pipe that nobody writes to") { trial in
      try trial.makePipe(file)
      try trial.run(["lessons"], seconds: 10).expect(0, 1)
      try trial.playAStep()
      guard try kind(of: trial.path(file)) == S_IFIFO else { throw Fault("the pipe is replaced") }
    },
    NamedCase("progress.json is a folder") { trial in
      try trial.makeFolder(file)
      try trial.playAStep()
      guard try kind(of: trial.path(file)) == S_IFDIR else { throw Fault("the folder is replaced") }
    },
    NamedCase("progress.json is a link to itself") { trial in
      try trial.makeFolder(Trial.state)
      guard symlink("progress.json", trial.path(file)) == 0 else { throw Fault("no link") }
      try trial.playAStep()
      var status = stat()
      guard lstat(trial.path(file), &status) == 0, status.st_mode & S_IFMT == S_IFLNK else {
        throw Fault("the link is replaced")
      }
    },
    NamedCase("progress.json with no descriptor left to open it by") { trial in
      for count in 5...24 {
        try trial.write(file, kept)
        _ = try? trial.run(
          ["play", "2", "--plain"], input: Array("\n\n".utf8), limits: "-n \(count)", seconds: 10)
        let text = String(decoding: trial.read(file) ?? [], as: UTF8.self)
        guard text.contains("\"09\"") else {
          throw Fault("with \(count) descriptors another lesson's progress is gone")
        }
      }
    },
    NamedCase("fields of a newer version in progress.json") { trial in
      try trial.write(
        file, kept.dropLast(2) + #", "later": [1, 2]}, "other": {"step": "no number"}}"#)
      try trial.playAStep()
      let text = String(decoding: trial.read(file) ?? [], as: UTF8.self)
      guard text.contains("later"), text.contains("no number") else {
        throw Fault("they are gone after a save")
      }
    },
    NamedCase("what is left over of a save that was killed") { trial in
      try trial.write(file, kept)
      try trial.write(Trial.state + "/progress.json.4194303.part", "{")
      try trial.playAStep()
      if trial.read(Trial.state + "/progress.json.4194303.part") != nil {
        throw Fault("it stays for ever")
      }
    },
    NamedCase("copied.txt is a pipe that nobody reads") { trial in
      try trial.makePipe(Trial.state + "/copied.txt")
      var program = try trial.open()
      program.terminal.press("y")
      program.terminal.read(untilQuiet: 100, within: .seconds(2))
      try program.expectQuit("after y")
    },
    NamedCase("y keeps to HOME, and to whom it belongs") { trial in
      var program = try trial.open(environment: ["XDG_STATE_HOME": "relative"])
      program.terminal.press("y")
      program.terminal.read(untilQuiet: 200, within: .seconds(3))
      try program.expectQuit("after y")
      var status = stat()
      guard stat(trial.path(Trial.state + "/copied.txt"), &status) == 0 else {
        throw Fault("nothing was copied below HOME")
      }
      guard status.st_mode & 0o077 == 0 else { throw Fault("others can read copied.txt") }
    },
  ]

  private static func kind(of path: String) throws -> mode_t {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Fault("it is gone") }
    return status.st_mode & S_IFMT
  }
}
