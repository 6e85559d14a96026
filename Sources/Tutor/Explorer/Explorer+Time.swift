import Insight
import Phrases
import Vocabulary
import Wording

// Time: steps, and playing by itself.
extension Explorer {
  mutating func carryOut(_ command: Playing) {
    switch command {
    case .play(let motion): play(motion)
    case .playTo(let place, let milliseconds): play(to: place, milliseconds: milliseconds)
    case .speed(let choice): changeSpeed(choice)
    case .tick: tick()
    }
  }

  mutating func go(_ place: Command.Place) {
    motion.stop()
    if position.screen == .schedule {
      if prediction != nil {
        refuse(.whileGuessing(.schedule))
      } else if place.isOfTime {
        refuse(.cellsHaveNoAnswer)
      } else {
        commit(.step) { $0.computing(place) }
      }
      return
    }
    let last = timesteps - 1
    let wanted: Int
    do throws(Refusal) { wanted = try moment.timestep(at: place) } catch { return refuse(error) }
    // No timestep further on may be seen before the guess.
    if prediction != nil, wanted > position.timestep ?? -1 {
      refuse(.open(guess: openGuess))
      return
    }
    commit(.step) { $0.at(wanted < 0 ? nil : wanted) }
    // Running into an end is no fault of a script: "go +100" arrives at the last timestep.
    if wanted > last { message = ExploringPhrases.isLast(timestep: last) }
    if wanted < -1 { message = ExploringPhrases.nothingBefore }
    if case .change = place { message = sizeOfChange }
  }

  /// How far the answer so far moves here, and the how many-th place that is.
  private var sizeOfChange: String? {
    guard let answers = moment.answers, let timestep = position.timestep,
      let place = moment.answerChanges.firstIndex(of: timestep)
    else { return nil }
    return ExploringPhrases.answerMoves(
      by: AnswerMoves.size(answers, at: timestep), at: timestep, place: place,
      of: moment.answerChanges.count)
  }

  /// Moves by itself to a timestep, or a number of cells, and stops there.
  mutating func play(to place: Int, milliseconds: Int?) {
    let now = placeNow
    guard place > now else {
      if place < now { go(.at(place)) }
      return
    }
    play(.on)
    guard isPlaying else { return }
    motion.target = place
    motion.interval = milliseconds.map { max(10, $0 / moved(place, by: -now, within: 1...Int.max)) }
  }

  /// Where it is on its way: the cells computed, or the timestep; −1 is before the first.
  private var placeNow: Int {
    position.screen == .schedule ? position.cells : position.timestep ?? -1
  }

  private mutating func tick() {
    countOn()
    guard isPlaying else { return }
    step()
    if let target = motion.target {
      if placeNow >= target { motion.stop() }
    }
    if !isPlaying { motion.forgetTarget() }
  }

  private mutating func step() {
    if position.screen == .schedule {
      let before = position.cells
      commit(.step) { $0.computing(1) }
      if position.cells == before { motion.stop() }
      return
    }
    if playsPicture {
      guard stepPicture() else { return }
    } else {
      commit(.step) { $0.stepped(by: 1) }
      if timeline.isAtEnd { motion.stop() }
    }
    if let hit = breakpointHit {
      motion.stop()
      message = hit
    }
  }

  mutating func play(_ motion: Command.Motion) {
    if prediction != nil {
      refuse(.whileGuessing(.playing))
      return
    }
    switch motion {
    case .on: self.motion.isPlaying = true
    case .off: self.motion.stop()
    case .toggled: self.motion.isPlaying.toggle()
    }
    self.motion.forgetTarget()
    guard isPlaying else { return }
    // From the end it plays from the beginning; a film that stands still would look broken.
    if position.screen == .schedule {
      if moment.isScheduleDone { commit(.step) { $0.computing(Int.min) } }
    } else if playsPicture {
      startPicture()
    } else if timeline.isAtEnd {
      commit(.step) { $0.at(nil) }
    }
  }

  /// Invites a newcomer; where it `plays`, it reads the observation once by itself, in about three
  /// seconds.
  package mutating func welcome(_ invitation: String, plays: Bool) {
    self.invitation = invitation
    guard plays, position.screen == .network else { return }
    commit(.step) { $0.at(nil) }
    play(to: timeline.last, milliseconds: 3000)
  }

  /// Ends what `welcome` began.
  ///
  /// - Returns: whether that stopped it.
  package mutating func endWelcome() -> Bool {
    guard invitation != nil else { return false }
    invitation = nil
    defer { motion.stop() }
    return isPlaying
  }

  mutating func changeSpeed(_ choice: Command.Choice<Int>) {
    // Steps that feel alike: each about half as fast again as the one before.
    let steps = [1, 2, 3, 4, 6, 8, 12, 16, 24, 30]
    let allowed = 1...30
    switch choice {
    case .named(let speed) where allowed.contains(speed): motion.speed = speed
    case .named(let speed): refuse(.speed(found: speed, allowed: allowed))
    case .by(let distance):
      let now = steps.lastIndex { $0 <= speed } ?? 0
      motion.speed = steps[moved(now, by: distance, within: 0...steps.count - 1)]
      message = ExploringPhrases.speed(speed)
    }
  }
}
