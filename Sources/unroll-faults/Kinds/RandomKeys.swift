import Engine
import Processes

extension Kind {
  static let randomKeys = Kind(
    name: "random-keys",
    sentence: """
      Keys in bursts, everywhere: sequences, mice, pastes, late replies of the terminal, hostile \
      text: the program lives, or was left by its key.
      """,
    quick: Amount(trials: 2, each: 150), long: Amount(trials: 50, each: 2000), batch: 5
  ) { trial in
    let place = trial.chance.pick(Place.allCases)
    var program = try place.open(trial)
    var sent = 0
    while sent < trial.each {
      var burst: [UInt8] = []
      let count = trial.chance.number(in: 1...min(200, trial.each - sent))
      for _ in 0..<count { burst += RandomKey.bytes(&trial.chance) }
      if trial.chance.oneIn(30) { burst.append(UInt8(ascii: "q")) }
      sent += count
      let isTaken = program.terminal.press(burst, within: .seconds(30))
      program.terminal.read(within: trial.chance.oneIn(4) ? 30 : 0)
      if let ending = program.child.hasEnded() {
        guard ending == .exit(0) else {
          throw Fault("\(place), by key \(sent): it ended with \(ending)")
        }
        program = try trial.chance.pick(Place.allCases).open(trial)
      } else if !isTaken {
        throw Fault("\(place), by key \(sent): it took no key for 30 s")
      }
      if let found = HostileText.foundRaw(in: program.terminal.take()) {
        throw Fault("\(place), by key \(sent): \(found) reached the terminal")
      }
    }
    try program.expectQuit("\(place), after \(sent) keys", within: .seconds(30))
  }
}

/// What a terminal may send.
private enum RandomKey {
  private static let letters = Array("hjkl,.[]rcsSmLgGxyeUDEnpHvzfFtT+-?: 0123456789".utf8)
  private static let sequences = [
    "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[H", "\u{1B}[F", "\u{1B}[5~",
    "\u{1B}[6~", "\u{1B}[3~", "\u{1B}[Z", "\u{1B}OP", "\u{1B}[1;5C", "\u{1B}[[A", "\t", "\r",
    "\u{7F}", "\u{1B}", "\u{01}", "\u{05}", "\u{07}", "\u{12}", "\u{15}", "\u{1B}[200~",
    "\u{1B}[200~go 3\r\u{1B}[201~", "\u{1B}[M !!", "\u{1B}[?1;2c", "\u{1B}[>0;276;0c",
    "\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{07}", "\u{1B}]4;1;rgb:ff/00/00\u{1B}\\",
    "\u{1B}P1+r544e=787465726d\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[1;1R", "\u{1B}[I",
    "\u{1B}[O", "\u{1B}[99999999999999999999;1~", "\u{1B}[<0;99999999999999999999;1M",
  ]
  private static let lines = [
    "go 12", "open unit", "clamp lstm2.output_gate 28 0", "erase both 40 lstm2", "put x[12, 3] 1",
    "start 1", "beside 5", "break lstm2.forget_gate[*, 29] < 0.2", "predict on", "size features 5",
    "mark a", "to a", "lesson 3", "lesson none", "model weather", "restore", "(64)", "0.5", "true",
    "play to 49 in 1s", "answer 2", "value lstm1.output.shape", "compare forget_gate",
  ]

  /// One key, or what stands for one.
  static func bytes(_ chance: inout SplitMix64) -> [UInt8] {
    switch chance.number(in: 0...99) {
    case 0...54: return [chance.pick(letters)]
    case 55...79: return Array(chance.pick(sequences).utf8)
    case 80...86:
      let (button, column, row) = (
        chance.pick([0, 1, 2, 64, 65, 35]), chance.number(in: 0...120), chance.number(in: 0...40)
      )
      return Array("\u{1B}[<\(button);\(column);\(row)\(chance.pick(["M", "m"]))".utf8)
    case 87...93: return Array(":\(chance.pick(lines))\r".utf8)
    case 94...98: return HostileText.keys(&chance, most: 4)
    default: return [UInt8(chance.number(in: 128...255))]
    }
  }
}
