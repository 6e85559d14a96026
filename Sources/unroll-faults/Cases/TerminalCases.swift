import Foundation
import Processes

// What a terminal sends, and what it is.
extension NamedCase {
  static let terminals: [NamedCase] =
    [
      "Thai": "กำa", "Devanagari": "क्षि", "Hangul": "\u{1100}\u{1161}\u{11A8}", "flags": "🇩🇪🇩a",
      "families": "👩‍👩‍👧‍👦x", "skin tones": "👍🏽👍", "accents": "e\u{301}\u{302}e",
    ].sorted { $0.key < $1.key }.map { name, text in
      NamedCase("characters that join, typed: \(name)") { trial in
        var program = try Place.prompt.open(trial)
        for keys in [text, "\u{1B}[D\u{1B}[D", text, "\u{7F}\u{7F}", "\u{1B}[H", text, "\u{1B}[3~"]
        {
          program.terminal.press(keys)
          program.terminal.read(within: 30)
        }
        try program.expectQuit("the prompt")
      }
    }
    + [
      "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{07}", "\u{1B}]11;rgb:[[/rr/..\u{1B}\\",
      "\u{1B}P1+r544e=rr[[\u{1B}\\", "\u{1B}_Grr[[;OK\u{1B}\\", "\u{1B}^rr[[\u{1B}\\",
      "\u{1B}Xrr[[\u{1B}\\",
    ].map { reply in
      NamedCase("a late reply of the terminal is no key: \(Report.onOneLine(reply))") { trial in
        for pause in [UInt32(0), 120_000] {
          let draft = "draft-\(pause).yaml"
          var program = try trial.open(["--save-session", draft])
          let bytes = Array(reply.utf8)
          program.terminal.press(Array(bytes.prefix(bytes.count / 2)))
          usleep(pause)
          program.terminal.press(Array(bytes.dropFirst(bytes.count / 2)))
          program.terminal.read(untilQuiet: 100, within: .seconds(2))
          try program.expectQuit("after a reply")
          let text = String(decoding: trial.read(draft) ?? [], as: UTF8.self)
          if text.contains("do:") { throw Fault("it was taken for keys: \(text)") }
        }
      }
    }
    + [
      NamedCase("a window with a side of 32,768 and more") { trial in
        for (columns, rows) in [(0x8000, 30), (100, 0x8000), (0xFFFF, 1), (1, 0xFFFF)] {
          var program = try trial.open()
          program.terminal.resize(columns: UInt16(columns), rows: UInt16(rows))
          program.terminal.read(untilQuiet: 100, within: .seconds(3))
          try program.expectQuit("\(columns)×\(rows)")
        }
      },
      NamedCase("no file may grow, and a lesson is to be saved") { trial in
        let before = try PseudoTerminal(columns: 100, rows: 30).lineSettings
        var program = try trial.open(["play", "2"], limits: "-f 0")
        program.terminal.press("nn")
        program.terminal.read(untilQuiet: 200, within: .seconds(3))
        let ending = program.quit()
        guard ending == .exit(0) || ending == .signal(SIGXFSZ) else {
          throw Fault("it ended with \(ending?.description ?? "no end")")
        }
        guard program.terminal.lineSettings == before else {
          throw Fault("the terminal is left raw")
        }
        if let missing = TerminalState.missing(in: program.terminal.take()) {
          throw Fault("ESC \(missing) was not sent")
        }
      },
      NamedCase("--notes are the lesson's own terminal by another name") { trial in
        for name in ["/dev/tty", "/dev/stdout", "/proc/self/fd/1"] {
          var program = try trial.start(["play", "1", "--notes", name])
          program.terminal.read(untilQuiet: 300, within: .seconds(3))
          guard program.end(within: .zero) == .exit(1) else {
            throw Fault("\(name) was taken")
          }
        }
      },
    ]
}
