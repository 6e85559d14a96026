/// What moves by itself.
package enum Playing: CommandGroup {
  /// Moves by itself through the timesteps, or stops.
  case play(Command.Motion)
  /// Moves by itself to a timestep, on the schedule to a number of cells, and stops there; in so many
  /// milliseconds, or at the usual speed.
  case playTo(Int, milliseconds: Int?)
  /// Chooses how many timesteps a second `play` takes.
  case speed(Command.Choice<Int>)
  /// Moves on by one timestep while playing, and counts a few more observations while they are counted.
  /// The event loop sends it; time enters here alone.
  case tick

  package static let forms = [
    CommandForm("play", "to 49 | to 49 in 6s", "play to the end, or to a timestep") {
      words throws(CommandError) in
      if words.isEmpty { return .play(.on) }
      guard words[0] == "to", words.count == 2 || words.count == 4 && words[2] == "in",
        let place = WholeNumber.read(words[1])
      else { return nil }
      if words.count == 2 { return .playTo(place, milliseconds: nil) }
      return milliseconds(words[3]).map { .playTo(place, milliseconds: $0) }
    },
    CommandForm("stop", "stop playing", .play(.off)),
    CommandForm("speed", "4 | +1 | -1", "timesteps a second while playing") {
      Command.Choice($0, WholeNumber.read).map(Command.speed)
    },
    CommandForm("tick", "go one timestep on, if playing", .tick),
  ]

  package var description: String {
    switch self {
    case .play(.on): "play"
    case .play(.off): "stop"
    case .play(.toggled): "toggle play"
    case .playTo(let timestep, let milliseconds):
      "play to \(timestep)" + (milliseconds.map { " in \(seconds($0))" } ?? "")
    case .speed(let choice): "speed \(choice.text { "\($0)" })"
    case .tick: "tick"
    }
  }

  package var isForLessons: Bool { self != .tick }
}

extension Command {
  /// Whether the tutor moves by itself.
  package enum Motion: Hashable, Sendable {
    case on
    case off
    case toggled
  }

  package static func play(_ motion: Motion) -> Command { .playing(.play(motion)) }
  package static func playTo(_ place: Int, milliseconds: Int?) -> Command {
    .playing(.playTo(place, milliseconds: milliseconds))
  }
  package static func speed(_ choice: Choice<Int>) -> Command { .playing(.speed(choice)) }
  package static let tick = playing(.tick)
}

/// `6s` or `0.5s`, up to ten minutes.
private func milliseconds(_ word: String) -> Int? {
  guard word.hasSuffix("s"), let seconds = Double(word.dropLast()), (0...600).contains(seconds)
  else { return nil }
  return Int((seconds * 1000).rounded())
}

/// Milliseconds as seconds: `6s`, `0.5s`.
private func seconds(_ milliseconds: Int) -> String {
  milliseconds % 1000 == 0 ? "\(milliseconds / 1000)s" : "\(Double(milliseconds) / 1000)s"
}
