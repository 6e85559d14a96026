import Vocabulary

// Commands carried out to where they end, for who does not wait.
extension Explorer {
  /// Without what it says, and standing still.
  package var bare: Explorer {
    var explorer = self
    explorer.message = nil
    explorer.motion.stop()
    return explorer
  }

  /// Carries a command out to where it ends, as a lesson that nobody waits for does.
  package mutating func finish(_ command: Command) {
    motion.target = nil
    // A lesson clears the way before it begins, whether anything is in it or not.
    if command == .restore, position.changes.isEmpty { return }
    guard case .playing(.playTo(let place, _)) = command else {
      let wasTraining = isTraining
      carryOutSilently(command)
      finishCounting()
      // What somebody else has begun goes on beside it.
      if !wasTraining { finishTraining() }
      motion.stop()
      return
    }
    if position.screen == .schedule {
      commit(.step) { $0.computing(cells: place) }
    } else {
      commit(.step) { $0.at(place) }
    }
  }

  /// Carries a command out and says nothing, unless it was refused.
  package mutating func carryOutSilently(_ command: Command) {
    update(command)
    if !isRefused { message = nil }
  }
}

extension Explorer {
  /// Carries a command out to where it ends; `isRefused` is of this one alone.
  package mutating func finishAfresh(_ command: Command) {
    isRefused = false
    finish(command)
  }
}
