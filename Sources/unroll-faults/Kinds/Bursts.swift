import Processes

extension Kind {
  static let bursts = Kind(
    name: "bursts",
    sentence: "Many keys at once, everywhere: all are worked off and q ends it within 10 s.",
    quick: Amount(trials: 2, each: 500),
    long: Amount(trials: Place.allCases.count, each: 10_000), batch: 3
  ) { trial in
    let place = Place.allCases[trial.index * 7 % Place.allCases.count]
    var program = try place.open(trial)
    let keys: [UInt8] =
      switch place {
      // In a text, letters; elsewhere there and back again, so that none runs into an end.
      case .prompt, .question: (0..<trial.each).map { UInt8(ascii: "a") + UInt8($0 % 26) }
      default: (0..<trial.each).map { UInt8(ascii: $0 / 40 % 2 == 0 ? "l" : "h") }
      }
    let end = ContinuousClock.now + .seconds(10)
    guard program.terminal.press(keys, within: .seconds(10)) else {
      throw Fault("\(place): \(trial.each) keys were not taken within 10 s")
    }
    try program.expectQuit(
      "\(place), \(trial.each) keys", within: max(.milliseconds(1), end - ContinuousClock.now))
  }
}
