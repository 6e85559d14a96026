import CTerminal
import Foundation
import Screen

/// The terminal that the program runs in: taken when this is made, given back by `leave()`.
///
/// The one class of the program, since there is one terminal and ncurses keeps its state for the
/// whole process. It is used on the main thread only.
package final class Terminal {
  /// What the wait for something to happen ended with.
  package enum Event: Hashable {
    case key(Key)
    /// The window has another size, or what it showed is lost.
    case resized
    case timedOut
    case ended(End)
  }

  /// Why there is nothing more to wait for.
  package enum End: Hashable {
    case hangUp
    case endOfInput
    case signal(Int32)
  }

  /// How the terminal can show a frame.
  package let look: Look
  /// The size of the window in characters.
  package private(set) var size = Size(width: 0, height: 0)
  private let signals: Int32
  private var shown: [Appearance] = []
  private var shownSize = Size(width: 0, height: 0)
  private var escapes = EscapeFilter()
  private var codes: [Int32] = []
  private var keys = KeyDecoder()

  /// Whether the tutor can open here, before anything else is done.
  package static func check(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(TerminalError) {
    if isatty(STDOUT_FILENO) == 0 { throw .outputIsNoTerminal }
    if isatty(STDIN_FILENO) == 0 { throw .inputIsNoTerminal }
    if (environment["TERM"] ?? "").isEmpty { throw .noName }
  }

  /// Takes the terminal.
  ///
  /// - Parameter flags: what the user asked for; the environment and the terminal tell the rest.
  /// - Throws: where there is no terminal, or none that can show a screen.
  package init(_ flags: Look.Flags) throws(TerminalError) {
    let environment = ProcessInfo.processInfo.environment
    try Self.check(environment: environment)
    let name = environment["TERM"] ?? ""
    // Before ncurses changes the line settings: a crash brings these back.
    unroll_guard_crashes()
    guard !name.hasPrefix("dumb") else { throw .cannotDraw(name: name) }
    // Before ncurses looks at the signals: it would take SIGTSTP, which still stands at its default,
    // and ignore it during every update, so that a Ctrl-Z while playing would be lost.
    signals = unroll_watch_signals()
    guard unroll_enter() else {
      unroll_unwatch_signals()
      throw .unknown(name: name)
    }
    guard unroll_can_draw() else {
      unroll_leave()
      unroll_unwatch_signals()
      throw .cannotDraw(name: name)
    }
    look = Look(flags: flags, environment: environment, colours: Int(unroll_colours()))
    measure()
  }

  /// Gives the terminal back, as it was. Nothing may be painted after it.
  package func leave() {
    unroll_leave()
    unroll_unwatch_signals()
  }

  /// Ends the process by a signal, so that the shell sees which one it was.
  package static func raise(_ signal: Int32) { unroll_raise(signal) }

  private func measure() {
    var columns: Int32 = 0
    var rows: Int32 = 0
    unroll_resize(&columns, &rows)
    size = Size(width: Int(columns), height: Int(rows))
  }
}

// MARK: - Painting

extension Terminal {
  /// Shows a frame: sends the cells that differ from the last one.
  package func paint(_ frame: Frame) {
    let width = frame.size.width
    let isFresh = shownSize != frame.size
    var next: [Appearance] = []
    next.reserveCapacity(width * frame.size.height)
    var changed: [Int] = []
    for row in 0..<frame.size.height {
      for cell in frame.row(row) { next.append(Appearance(cell, on: look)) }
      let span = row * width..<(row + 1) * width
      if isFresh || shown[span] != next[span] { changed.append(row) }
    }
    for row in changed {
      let span = row * width..<(row + 1) * width
      put(next[span], row: row, before: isFresh ? nil : shown[span])
    }
    if !isFresh { keepInPlace(changed, next, width: width) }
    shown = next
    shownSize = frame.size
    unroll_flush()
  }

  /// Keeps ncurses from scrolling a part of the screen where lines have moved up or down.
  ///
  /// It does so to save bytes, `idlok` or not, with sequences that not every terminal carries out
  /// alike. It begins at a line that stood once before and stands once now, elsewhere; where there
  /// is one, all that changed is sent whole.
  private func keepInPlace(_ changed: [Int], _ next: [Appearance], width: Int) {
    guard changed.count > 2, width > 0 else { return }
    let rows = 0..<next.count / width
    func text(_ cells: [Appearance], _ row: Int) -> [UInt32] {
      cells[row * width..<(row + 1) * width].map(\.scalar.value)
    }
    let before = Dictionary(grouping: rows) { text(shown, $0) }
    let now = Dictionary(grouping: rows) { text(next, $0) }
    let hasMoved = now.contains { text, places in
      places.count == 1 && before[text].map { $0.count == 1 && $0 != places } == true
    }
    guard hasMoved else { return }
    for row in changed { unroll_redraw(Int32(row)) }
  }

  /// Hands the changed part of a row to ncurses, a run of one appearance at a time.
  private func put(
    _ cells: ArraySlice<Appearance>, row: Int, before: ArraySlice<Appearance>?
  ) {
    let start = cells.startIndex
    var scalars: [UInt32] = []
    var index = start
    while index < cells.endIndex {
      if let before, before[index] == cells[index] {
        index += 1
        continue
      }
      let first = index
      var style = cells[first]
      style.scalar = " "
      scalars.removeAll(keepingCapacity: true)
      while index < cells.endIndex {
        var other = cells[index]
        other.scalar = " "
        guard other == style, before.map({ $0[index] != cells[index] }) ?? true else { break }
        scalars.append(cells[index].scalar.value)
        index += 1
      }
      unroll_put(
        Int32(first - start), Int32(row), scalars, Int32(scalars.count),
        style.foreground.map(Int32.init) ?? -1, style.background.map(Int32.init) ?? -1,
        style.isBold, style.isDim, style.isReversed)
    }
  }
}

// MARK: - Waiting

extension Terminal {
  /// Waits for a key, a signal or the end.
  ///
  /// - Parameter timeout: how many milliseconds at most; nil waits without an end, and costs
  ///   neither time nor bytes.
  /// - Returns: what came first.
  package func next(timeout: Int?) -> Event {
    while true {
      // ncurses may hold keys that poll no longer sees.
      while let code = read() {
        if let key = keys.decode(code) { return .key(key) }
      }
      var sources = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      ]
      var limit = timeout
      if keys.isPasting { limit = min(limit ?? .max, KeyDecoder.pasteTimeout) }
      if escapes.isInside { limit = min(limit ?? .max, EscapeFilter.timeout) }
      let ready = poll(&sources, 2, limit.map { Int32(clamping: $0) } ?? -1)
      if ready == 0 {
        guard keys.isPasting || escapes.isInside else { return .timedOut }
        // An end of a paste or a sequence that never came must not swallow keys for ever.
        keys.endPaste()
        escapes.reset()
        continue
      }
      if sources[1].revents != 0, let event = takeSignal() { return event }
      if ready > 0, let end = inputEnded(sources[0].revents) { return .ended(end) }
    }
  }

  private func read() -> Int32? {
    while codes.isEmpty {
      let code = unroll_key()
      guard code >= 0 else { return escapes.rest() }
      codes += escapes.pass(code)
    }
    return codes.removeFirst()
  }

  /// Whether the terminal is gone: a hang-up shows in poll, an end of input as a read of nothing.
  private func inputEnded(_ events: Int16) -> End? {
    if events & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return .hangUp }
    guard events & Int16(POLLIN) != 0 else { return nil }
    var count: Int32 = 0
    // Readable and nothing to read: the other end was closed.
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0 && count == 0 ? .endOfInput : nil
  }

  private func takeSignal() -> Event? {
    var byte: UInt8 = 0
    guard Foundation.read(signals, &byte, 1) == 1 else { return nil }
    switch Int32(byte) {
    case SIGWINCH:
      measure()
      return .resized
    case SIGTSTP:
      unroll_leave()
      unroll_stop()
      return resume()
    case SIGCONT: return resume()
    case SIGHUP: return .ended(.signal(SIGHUP))
    case let signal: return .ended(.signal(signal))
    }
  }

  /// Takes the terminal again after the process was stopped: line settings, size and picture.
  private func resume() -> Event {
    _ = unroll_enter()
    measure()
    unroll_forget()
    shown = []
    shownSize = Size(width: 0, height: 0)
    return .resized
  }
}
