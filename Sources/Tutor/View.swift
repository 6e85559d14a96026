import Screen

/// The screen that a state shows at a size. Pure: equal states and sizes give equal frames.
package func view(_ state: State, size: Size) -> Frame {
  let least = NetworkLayout.minimum
  guard size.width >= least.width, size.height >= least.height else {
    return TooSmallScreen.frame(size: size, least: least)
  }
  return state.helpLine == nil
    ? NetworkScreen.frame(state, size: size) : HelpScreen.frame(state, size: size)
}

/// What a terminal too small for the screens shows: the size it has and the size they need.
enum TooSmallScreen {
  static func frame(size: Size, least: Size) -> Frame {
    var frame = Frame(size)
    let text =
      "Unroll needs \(least.width)×\(least.height); this window is \(size.width)×\(size.height). "
      + "Make it larger, or press q."
    let lines = wrapped(text, width: max(0, size.width - 2))
    let first = max(0, (size.height - lines.count) / 2)
    for (index, line) in lines.enumerated() {
      frame.write(line, column: 1, row: first + index, style: Style())
    }
    return frame
  }
}
