import Screen

/// What a state shows at a size: the cells, and what each of them is. Pure: equal states and sizes give
/// equal canvases.
package func view(_ state: State, size: Size) -> Canvas {
  let least = NetworkLayout.minimum
  guard size.width >= least.width, size.height >= least.height else {
    return TooSmallScreen.canvas(size: size, least: least)
  }
  // Whatever lies over the screen has the mouse.
  if let list = state.lessonList { return LessonListScreen.canvas(list, state, size: size) }
  if state.helpLine != nil { return HelpScreen.canvas(state, size: size) }
  var canvas =
    state.lesson.map { LessonScreen.canvas(state, $0, size: size) } ?? bareView(state, size: size)
  if let prompt = state.prompt {
    PromptLine.draw(prompt, state, on: &canvas)
    // Whoever is typing is not to be moved away.
    canvas.ignoreMouse()
  }
  return canvas
}

/// The open screen without anything that lies over it.
func bareView(_ state: State, size: Size) -> Canvas {
  state.position.screen.view.canvas(state, size: size)
}

/// What a terminal too small for the screens shows: the size it has and the size they need.
enum TooSmallScreen {
  static func canvas(size: Size, least: Size) -> Canvas {
    var canvas = Canvas(size)
    let text =
      "Unroll needs \(least.width)×\(least.height); this window is \(size.width)×\(size.height). "
      + "Make it larger, or press q."
    let lines = Fitted.lines(text, width: max(0, size.width - 2))
    let first = max(0, (size.height - lines.count) / 2)
    for (index, line) in lines.enumerated() {
      canvas.write(plain: line, column: 1, row: first + index)
    }
    return canvas
  }
}
