import Engine

// Playing on the picture of the unit: its lanes one after another, then the next timestep.
extension Explorer {
  /// Whether a tick lights the next lane of the picture. On the way to a timestep it goes in time.
  var playsPicture: Bool {
    position.screen == .unit && position.phase == 0 && motion.target == nil
      && position.chosenRecurrent != nil
  }

  /// Begins with the first lane of this timestep, or goes on where it was stopped.
  mutating func startPicture() {
    guard position.timestep != nil, position.lit ?? lanes >= lanes else { return }
    light(1)
  }

  /// The next lane, or the next timestep behind the last one; whether time went on.
  mutating func stepPicture() -> Bool {
    let lit = position.lit ?? lanes
    if position.timestep != nil, lit < lanes {
      light(lit + 1 == lanes && timeline.isAtEnd ? nil : lit + 1)
      if position.lit == nil { motion.stop() }
      return false
    }
    commit(.step) { moment in
      var next = moment.stepped(by: 1)
      next.position.lit = 1
      return next
    }
    return true
  }

  private mutating func light(_ count: Int?) {
    commit(.step) { moment in
      var next = moment
      next.position.lit = count
      return next
    }
  }

  private var lanes: Int { position.chosenRecurrent.map { CellFlow($0).lanes.count } ?? 1 }
}
