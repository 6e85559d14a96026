import CTerminal
import Foundation
import Screen

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The terminal that the program runs in: enter it, paint frames, read keys, leave it.
///
///     let terminal = try Terminal()
///     defer { terminal.leave() }
///     terminal.paint(frame)
///     switch terminal.next(timeout: nil) { … }
///
/// It is the one object with state of its own, to be used on the main thread and once a process at
/// a time. It never ends the process, except for a signal whose default action is wanted
/// (`raiseAgain`), and it never changes the terminal's palette.
package final class Terminal {
  /// How meanings look here.
  package let look: Look
  private let codes: CellCodes
  private var painted: Frame?
  private var needsAll = false
  private var isEntered = true
  private var decoder = KeyDecoder()
  /// When the decoder's patience ends, on the clock of `ct_milliseconds`.
  private var giveUpTime: Int64?
  private var endOfInput = false

  /// Enters the terminal on standard input and output.
  ///
  /// Throws a `TerminalError` before anything is changed if there is none or if its kind cannot
  /// place a cursor.
  package init(
    environment: [String: String], flags: LookFlags = LookFlags()
  ) throws(TerminalError) {
    guard ct_is_terminal(1) else { throw .outputIsNoTerminal }
    guard ct_is_terminal(0) else { throw .inputIsNoTerminal }
    guard let name = environment["TERM"], !name.isEmpty else { throw .terminalNotNamed }
    let utf8 = ct_set_locale(Look.isUTF8(environment: environment))
    let rich = Look.richerTerminal(environment: environment, flags: flags)
    let known = [rich, name].compactMap { $0 }.first { ct_knows($0) }
    guard let known else { throw .terminalUnknown(name) }
    switch Int(ct_open(known)) {
    case ct_opened: break
    case ct_too_simple: throw .terminalTooSimple(name)
    case ct_no_memory: throw .noMemory
    default: throw .terminalUnknown(name)
    }
    let colours = Int(ct_colours())
    let wanted = Look.detect(
      environment: environment, terminalColours: colours, utf8: utf8, flags: flags)
    look = wanted.limited(toColours: colours)
    codes = CellCodes(look)
    for (capability, key) in KeyDecoder.capabilities {
      guard let bytes = ct_key_bytes(capability) else { continue }
      decoder.extras.append((Array(String(cString: bytes).utf8), key))
    }
  }

  /// The window's size in cells.
  package var size: Size { Size(width: Int(ct_width()), height: Int(ct_height())) }

  /// Shows a frame; only cells that differ from the last one are sent. A frame smaller than the
  /// window leaves the rest blank.
  package func paint(_ frame: Frame) {
    guard isEntered else { return }
    if let painted, painted.size != frame.size { ct_blank() }
    let runs = frame.changes(since: painted)
    for run in runs { put(run, of: frame) }
    keepInPlace(runs, frame)
    painted = frame
    ct_show(needsAll)
    needsAll = false
  }

  /// Asks the terminal to take a text into its clipboard, OSC 52, with the next frame.
  package func copy(_ text: String) {
    guard isEntered else { return }
    ct_add("\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}")
  }

  /// Keeps ncurses from scrolling a part of the screen where lines have moved up or down.
  ///
  /// It does so to save bytes, whatever `idlok` says, with sequences that not every terminal carries
  /// out alike. It begins at a line whose characters stood once before and stand once now, elsewhere;
  /// where there is one, all rows that changed are sent whole.
  private func keepInPlace(_ runs: [Frame.Run], _ frame: Frame) {
    guard runs.count > 2, let painted, painted.size == frame.size else { return }
    let (before, now) = (codes.lines(of: painted), codes.lines(of: frame))
    // A line that has moved stands now in a row that changed, and stood in another one.
    let changed = Set(runs.map(\.row))
    let old = Set(changed.map { before[$0] })
    let moved = changed.contains { row in
      let line = now[row]
      guard old.contains(line), before[row] != line else { return false }
      return now.count { $0 == line } == 1 && before.count { $0 == line } == 1
    }
    guard moved else { return }
    for run in runs { ct_redraw(Int32(run.row)) }
  }

  /// Waits for what happens next, at most so many milliseconds, nil for as long as it takes.
  /// Waiting costs no processor time and sends nothing.
  package func next(timeout: Int? = nil) -> Event {
    let end = timeout.map { ct_milliseconds() + Int64(max(0, $0)) }
    while true {
      if let event = pendingSignal() { return event }
      if let key = decoder.next() { return .key(key) }
      if endOfInput { return .ended(.endOfInput) }
      let now = ct_milliseconds()
      if decoder.patience == nil { giveUpTime = nil }
      if let due = giveUpTime, now >= due {
        // On a busy machine the rest may have come while this process was waiting for its turn.
        if Int(ct_wait(0)) & ct_input != 0, read() { continue }
        decoder.giveUp()
        giveUpTime = nil
        continue
      }
      let found = wait(until: end, giveUpTime, from: now)
      if found & ct_signal != 0 { continue }
      if found & ct_input != 0 {
        if !read() { return .ended(.hangUp) }
      } else if found & ct_hang_up != 0 {
        return .ended(.hangUp)
      } else if let end, ct_milliseconds() >= end {
        return .timedOut
      }
    }
  }

  /// Gives the terminal back as it was. Later calls do nothing.
  package func leave() {
    guard isEntered else { return }
    isEntered = false
    ct_close()
  }

  /// Ends the process by the default action of a signal, so that the shell sees what ended it; to
  /// be called after `leave()`.
  package static func raiseAgain(_ signal: Int32) {
    ct_raise_again(signal)
  }

  deinit { leave() }

  private func put(_ run: Frame.Run, of frame: Frame) {
    let room = size
    let count = min(run.columns.upperBound, room.width) - run.columns.lowerBound
    guard run.row < room.height, count > 0 else { return }
    let (row, column) = (run.row, run.columns.lowerBound)
    let first = row * frame.width + column
    frame.cells.withUnsafeBufferPointer { cells in
      withUnsafeTemporaryAllocation(of: ct_cell.self, capacity: count) { buffer in
        var place = 0
        while place < count {
          buffer[place] = codes.code(of: cells[first + place])
          place += 1
        }
        ct_put(Int32(row), Int32(column), buffer.baseAddress, Int32(count))
      }
    }
  }

  /// What the signals that arrived mean, one at a time.
  private func pendingSignal() -> Event? {
    while true {
      let signal = ct_next_signal()
      switch signal {
      case 0: return nil
      case SIGWINCH: if takeSize() { return .resized(size) }
      case SIGTSTP: return suspend()
      case SIGCONT:
        ct_resume()
        return resumed()
      default: return .ended(.signal(signal))
      }
    }
  }

  private func takeSize() -> Bool {
    ct_take_size() && forgetPainted()
  }

  private func forgetPainted() -> Bool {
    painted = nil
    needsAll = true
    ct_blank()
    return true
  }

  private func suspend() -> Event {
    ct_suspend()
    return resumed()
  }

  private func resumed() -> Event {
    if painted?.size == size { ct_show(true) } else { _ = forgetPainted() }
    return .resumed
  }

  private func wait(until end: Int64?, _ due: Int64?, from now: Int64) -> Int {
    let first = [end, due].compactMap { $0 }.min()
    // At most an hour at a time: the call takes 32 bits.
    let milliseconds = first.map { min(max(0, $0 - now), 3_600_000) } ?? -1
    return Int(ct_wait(Int32(milliseconds)))
  }

  /// Reads what is there; false on an error.
  private func read() -> Bool {
    let count = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { buffer in
      let count = Int(ct_read(buffer.baseAddress, Int32(buffer.count)))
      if count > 0 { decoder.feed(Array(buffer.prefix(count))) }
      return count
    }
    if count == 0 { endOfInput = true }
    if count > 0 { giveUpTime = decoder.patience.map { ct_milliseconds() + Int64($0) } }
    return count != -2
  }
}
