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

  /// The size of the window in characters.
  package private(set) var size = Size(width: 0, height: 0)
  private let palette: Palette
  private let signals: Int32
  /// What stands on the screen; nil where that is not known.
  private var shown: Frame?
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
  package init(_ flags: LookFlags) throws(TerminalError) {
    let environment = ProcessInfo.processInfo.environment
    try Self.check(environment: environment)
    let name = environment["TERM"] ?? ""
    // Before ncurses changes the line settings: a crash brings these back.
    unroll_guard_crashes()
    guard !name.hasPrefix("dumb") else { throw .cannotDraw(name: name) }
    guard unroll_enter() else { throw .unknown(name: name) }
    guard unroll_can_draw() else {
      unroll_leave()
      throw .cannotDraw(name: name)
    }
    palette = Palette(
      Look.detect(
        environment: environment, terminalColours: Int(unroll_colours()),
        utf8: Look.isUTF8(environment: environment), flags: flags))
    signals = unroll_watch_signals()
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
    let before = shown.flatMap { $0.size == frame.size ? $0 : nil }
    var changed: [Int] = []
    for row in 0..<frame.height where before.map({ $0.row(row) != frame.row(row) }) ?? true {
      changed.append(row)
      put(frame.row(row), before: before?.row(row), at: row)
    }
    if let before { keepInPlace(changed, before, frame) }
    shown = frame
    unroll_flush()
  }

  /// Hands the changed part of a row to ncurses, a run of one appearance at a time.
  private func put(_ cells: ArraySlice<Cell>, before: ArraySlice<Cell>?, at row: Int) {
    var run: (column: Int, appearance: Appearance, scalars: [UInt32])?
    for (column, index) in cells.indices.enumerated() {
      let cell = cells[index]
      if let before, before[index] == cell {
        send(run, at: row)
        run = nil
        continue
      }
      let glyph = Glyphs.onTerminal(cell, ascii: palette.look.ascii)
      var appearance = palette.appearance(of: cell)
      if glyph.reversed { appearance.reversed.toggle() }
      if run?.appearance != appearance {
        send(run, at: row)
        run = (column, appearance, [])
      }
      run?.scalars.append(glyph.scalar.value)
    }
    send(run, at: row)
  }

  private func send(
    _ run: (column: Int, appearance: Appearance, scalars: [UInt32])?, at row: Int
  ) {
    guard let (column, appearance, scalars) = run else { return }
    unroll_put(
      Int32(column), Int32(row), scalars, Int32(scalars.count),
      Int32(appearance.foreground ?? -1), Int32(appearance.background ?? -1),
      appearance.bold, appearance.dim, appearance.underlined, appearance.reversed)
  }

  /// Keeps ncurses from scrolling a part of the screen where lines have moved up or down.
  ///
  /// It does so to save bytes, `idlok` or not, with sequences that not every terminal carries out
  /// alike. It begins at a line that stood once before and stands once now, elsewhere; where there
  /// is one, all that changed is sent whole.
  private func keepInPlace(_ changed: [Int], _ before: Frame, _ now: Frame) {
    guard changed.count > 2 else { return }
    let old = Dictionary(grouping: 0..<before.height) { characters(before.row($0)) }
    let new = Dictionary(grouping: 0..<now.height) { characters(now.row($0)) }
    let hasMoved = new.contains { text, places in
      places.count == 1 && old[text].map { $0.count == 1 && $0 != places } == true
    }
    guard hasMoved else { return }
    for row in changed { unroll_redraw(Int32(row)) }
  }

  private func characters(_ cells: ArraySlice<Cell>) -> [UInt32] {
    cells.map { Glyphs.onTerminal($0, ascii: palette.look.ascii).scalar.value }
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
    shown = nil
    return .resized
  }
}
