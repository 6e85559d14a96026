import Phrases
import Vocabulary
import Wording

// Places that are kept, and places at which playing stops.
extension Explorer {
  mutating func carryOut(_ command: Marking) {
    switch command {
    case .mark(let name): mark(name)
    case .to(let name): goTo(name)
    case .stopWhere(let breakpoint): setBreakpoint(breakpoint)
    }
  }

  private mutating func setBreakpoint(_ breakpoint: Command.Breakpoint?) {
    guard let breakpoint else {
      message =
        marks.breakpoints.isEmpty
        ? ExploringPhrases.noBreakpoint : ExploringPhrases.noBreakpointAnyMore
      marks.breakpoints = []
      return
    }
    do throws(Refusal) {
      // At the last timestep everything is there that an address can name.
      _ = try moment.values(of: breakpoint.quantity, at: timesteps - 1)
      marks.breakpoints.removeAll { $0 == breakpoint }
      marks.breakpoints.append(breakpoint)
      message = ExploringPhrases.stops(at: breakpoint)
    } catch {
      refuse(error)
    }
  }

  /// Where and which unit, if a breakpoint is hit at the current timestep.
  var breakpointHit: String? {
    guard let timestep = position.timestep else { return nil }
    for breakpoint in marks.breakpoints {
      let fixed = breakpoint.quantity.indices.first.flatMap(\.self)
      let isElsewhere =
        breakpoint.quantity.kind.recurrent != nil && fixed != nil && fixed != timestep
      guard !isElsewhere,
        let values = try? moment.values(of: breakpoint.quantity, at: timestep)
      else { continue }
      let hits = values.filter { _, value in
        switch breakpoint.comparison {
        case .below: value < breakpoint.bound
        case .above: value > breakpoint.bound
        }
      }
      guard let (address, value) = hits.first else { continue }
      return ExploringPhrases.stopped(
        at: address, value, by: breakpoint, others: hits.count - 1)
    }
    return nil
  }
}

// MARK: - Bookmarks

extension Explorer {
  private mutating func mark(_ name: String) {
    // It is to be said, and to be typed again.
    guard Cleaning.firstUnsafe(in: name) == nil, !name.contains(where: \.isWhitespace) else {
      refuse(.bookmarkName(name))
      return
    }
    var place = position
    // How far a picture has been lit belongs to its playing.
    place.lit = nil
    marks.bookmarks[name] = Marks.Bookmark(model: model.name, position: place)
    message = ExploringPhrases.kept(as: name)
  }

  private mutating func goTo(_ name: String) {
    if prediction != nil {
      refuse(.whileGuessing(.goingToAPlace))
      return
    }
    guard let bookmark = marks.bookmarks[name] else {
      refuse(.notKept(name: name, kept: marks.bookmarks.keys.sorted()))
      return
    }
    guard bookmark.model == model.name else {
      refuse(.keptElsewhere(name: name, model: bookmark.model))
      return
    }
    commit { moment throws(Refusal) in
      var place = bookmark.position
      place.epoch = moment.position.epoch
      return try moment.computed(at: place)
    }
  }
}
