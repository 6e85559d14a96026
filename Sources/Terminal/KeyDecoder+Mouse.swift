import Screen

/// What terminals report of the mouse.
extension KeyDecoder {
  /// ESC [ < button ; column ; row M, at a release m: the form that is asked for (SGR, 1006).
  static func mouse(_ parameters: ArraySlice<UInt8>, final: UInt8, count: Int) -> Parsed {
    let numbers = parameters.split(separator: 0x3b, omittingEmptySubsequences: false).map {
      digits in
      Int(String(decoding: digits, as: UTF8.self))
    }
    guard final == 0x4d, numbers.count == 3, let button = numbers[0], let column = numbers[1],
      let row = numbers[2]
    else { return .nothing(count: count) }
    return mouse(button, column: column, row: row, count: count)
  }

  /// ESC [ M and three bytes, each 32 more than its number: what a terminal sends that knows the
  /// mouse but not the newer form. Its bytes would be keys otherwise.
  static func oldMouse(_ bytes: ArraySlice<UInt8>, from start: Int) -> Parsed {
    let numbers = bytes[start...].prefix(3)
    guard numbers.count == 3 else { return .unfinished }
    let count = start + 3 - bytes.startIndex
    guard numbers.allSatisfy({ $0 >= 32 }) else { return .nothing(count: 3) }
    let (button, column, row) = (numbers[start], numbers[start + 1], numbers[start + 2])
    return mouse(
      Int(button) - 32, column: Int(column) - 32, row: Int(row) - 32, count: count)
  }

  private static func mouse(_ button: Int, column: Int, row: Int, count: Int) -> Parsed {
    // Shift, alt and control, 4, 8 and 16, are left aside; 32 is a move with a button held.
    let kind: Mouse.Kind? =
      switch button & ~(4 | 8 | 16) {
      case 0: .click
      case 64: .wheelUp
      case 65: .wheelDown
      default: nil
      }
    guard let kind, column > 0, row > 0 else { return .nothing(count: count) }
    return .key(.mouse(Mouse(column: column - 1, row: row - 1, kind)), count: count)
  }
}
