import Vocabulary
import Wording

// Time: steps, playing, breakpoints and guesses.
extension State {
  mutating func go(_ place: Command.Place) {
    isPlaying = false
    if position.screen == .schedule, case .by(let distance) = place {
      if prediction != nil {
        refuse("the schedule shows what is still to be guessed; say predict off first")
        return
      }
      commit(isStep: true) { $0.computing(distance) }
      return
    }
    let last = timesteps - 1
    let wanted = moment.timestep(at: place)
    // No timestep further on may be seen before the guess.
    if prediction != nil, wanted > position.timestep {
      refuse(predictionQuestion)
      return
    }
    commit(isStep: true) { $0.at(wanted) }
    // Running into an end is no fault of a script: "go +100" arrives at the last timestep.
    if wanted > last { message = "t \(last) is the last timestep" }
    if wanted < -1 { message = "there is nothing before the first timestep" }
  }

  /// Moves by itself to a timestep, or a number of cells, and stops there.
  mutating func play(to place: Int, milliseconds: Int?) {
    let now = position.screen == .schedule ? position.cells : position.timestep
    guard place > now else {
      if place < now { go(.at(place)) }
      return
    }
    play(.on)
    guard isPlaying else { return }
    playTarget = place
    playInterval = milliseconds.map { max(10, $0 / moved(place, by: -now, within: 1...Int.max)) }
  }

  /// Milliseconds from one step to the next while playing.
  package var interval: Int { playInterval ?? 1000 / speed }

  mutating func tick() -> Effect? {
    guard isPlaying else { return nil }
    step()
    if let target = playTarget {
      let now = position.screen == .schedule ? position.cells : position.timestep
      if now >= target { isPlaying = false }
    }
    if !isPlaying {
      playTarget = nil
      playInterval = nil
      if lesson?.pending.isEmpty == false || lesson?.steady.isEmpty == true { continueStep() }
    }
    return nil
  }

  private mutating func step() {
    if position.screen == .schedule {
      let before = position.cells
      commit(isStep: true) { $0.computing(1) }
      if position.cells == before { isPlaying = false }
      return
    }
    commit(isStep: true) { $0.at($0.position.timestep + 1) }
    if position.timestep == timesteps - 1 { isPlaying = false }
    if let hit = breakpointHit {
      isPlaying = false
      message = hit
    }
  }

  mutating func play(_ playing: Command.Playing) {
    if prediction != nil {
      refuse("guess first, or say predict off; then it plays")
      return
    }
    switch playing {
    case .on: isPlaying = true
    case .off: isPlaying = false
    case .toggled: isPlaying.toggle()
    }
    playTarget = nil
    playInterval = nil
    guard isPlaying else { return }
    // From the end it plays from the beginning; a film that stands still would look broken.
    if position.screen == .schedule {
      if moment.isScheduleDone { commit(isStep: true) { $0.computing(Int.min) } }
    } else if position.timestep == timesteps - 1 {
      commit(isStep: true) { $0.at(-1) }
    }
  }

  mutating func changeSpeed(_ choice: Command.Choice<Int>) {
    // Steps that feel alike: each about half as fast again as the one before.
    let steps = [1, 2, 3, 4, 6, 8, 12, 16, 24, 30]
    switch choice {
    case .named(let speed) where (1...30).contains(speed): self.speed = speed
    case .named(let speed): refuse("speed \(speed) is not between 1 and 30 timesteps a second")
    case .by(let distance):
      let now = steps.lastIndex { $0 <= speed } ?? 0
      speed = steps[moved(now, by: distance, within: 0...steps.count - 1)]
      message = "\(speed) timesteps a second"
    }
  }
}

// MARK: - Breakpoints

extension State {
  mutating func setBreakpoint(_ breakpoint: Command.Breakpoint?) {
    guard let breakpoint else {
      message = breakpoints.isEmpty ? "there was no breakpoint" : "no breakpoint any more"
      breakpoints = []
      return
    }
    do throws(Refusal) {
      // At the last timestep everything is there that an address can name.
      _ = try moment.values(of: breakpoint.quantity, at: timesteps - 1)
      breakpoints.removeAll { $0 == breakpoint }
      breakpoints.append(breakpoint)
      message =
        "playing stops where \(breakpoint.quantity) \(breakpoint.comparison.rawValue) "
        + "\(breakpoint.bound)"
    } catch {
      refuse(error.sentence)
    }
  }

  /// Where and which unit, if a breakpoint is hit at the current timestep.
  private var breakpointHit: String? {
    for breakpoint in breakpoints {
      let fixed = breakpoint.quantity.indices.first.flatMap(\.self)
      let isElsewhere =
        breakpoint.quantity.kind.recurrent != nil && fixed != nil && fixed != position.timestep
      guard !isElsewhere,
        let values = try? moment.values(of: breakpoint.quantity, at: position.timestep)
      else { continue }
      let hits = values.filter { _, value in
        switch breakpoint.comparison {
        case .below: value < breakpoint.bound
        case .above: value > breakpoint.bound
        }
      }
      guard let (address, value) = hits.first else { continue }
      let more = hits.count > 1 ? ", and \(hits.count - 1) more units" : ""
      return "stopped: \(address) = \(decimal(value, digits: 3, signed: true)) "
        + "\(breakpoint.comparison.rawValue) \(breakpoint.bound)\(more)"
    }
    return nil
  }
}

// MARK: - Bookmarks

extension State {
  mutating func mark(_ name: String) {
    // It is to be said, and to be typed again.
    guard Cleaning.firstUnsafe(in: name) == nil, !name.contains(where: \.isWhitespace) else {
      refuse("the name '\(Cleaning.text(name))' is not one word that can be shown; take another")
      return
    }
    bookmarks[name] = Bookmark(model: model.name, position: position)
    message = "kept as '\(name)'; to \(name) comes back"
  }

  mutating func goTo(_ name: String) {
    if prediction != nil {
      refuse("guess on, or say predict off first")
      return
    }
    guard let bookmark = bookmarks[name] else {
      let known = bookmarks.keys.sorted().joined(separator: ", ")
      refuse(
        known.isEmpty
          ? "nothing is kept yet; write mark \(name)"
          : "nothing is kept as '\(name)'; kept: \(known)")
      return
    }
    guard bookmark.model == model.name else {
      refuse("'\(name)' is a place in \(bookmark.model); open it first: model \(bookmark.model)")
      return
    }
    commit { moment throws(Refusal) in try moment.computed(at: bookmark.position) }
  }
}
