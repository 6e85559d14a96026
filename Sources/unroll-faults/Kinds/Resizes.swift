import Processes

extension Kind {
  static let resizes = Kind(
    name: "resizes",
    sentence: "Windows of any size, one after another and in bursts, everywhere: q still ends it.",
    quick: Amount(trials: 4, each: 25), long: Amount(trials: 60, each: 100), batch: 5
  ) { trial in
    let place = trial.chance.pick(Place.allCases)
    var program = try place.open(trial)
    for count in 1...trial.each {
      let (columns, rows) = (side(&trial.chance, 500), side(&trial.chance, 300))
      program.terminal.resize(columns: columns, rows: rows)
      // Most come in a burst, before the one before them was drawn.
      program.terminal.read(within: trial.chance.oneIn(3) ? 20 : 0)
      if trial.chance.oneIn(5) { program.terminal.press("l") }
      if let ending = program.child.hasEnded() {
        throw Fault("\(place), \(columns)×\(rows), resize \(count): it ended with \(ending)")
      }
    }
    program.terminal.resize(columns: 100, rows: 30)
    program.terminal.read(untilQuiet: 50, within: .seconds(2))
    try program.expectQuit("\(place)")
  }

  private static func side(_ chance: inout some RandomNumberGenerator, _ most: UInt16) -> UInt16 {
    switch Int.random(in: 0..<20, using: &chance) {
    case 0: [0, 1, 2].randomElement(using: &chance) ?? 0
    case 1: [0x7FFF, 0x8000, 0x8001, 0xFFFF].randomElement(using: &chance) ?? 0x8000
    case 2: [59, 60, 17, 18, 79, 80, 23, 24].randomElement(using: &chance) ?? 60
    default: UInt16.random(in: 0...most, using: &chance)
    }
  }
}
