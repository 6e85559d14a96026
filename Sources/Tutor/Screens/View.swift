import Screen

/// The screen that a state shows at a size. Pure: equal states and sizes give equal frames.
package func view(_ state: State, size: Size) -> Frame {
  let least = NetworkLayout.minimum
  guard size.width >= least.width, size.height >= least.height else {
    return TooSmallScreen.frame(size: size, least: least)
  }
  if let list = state.lessonList { return LessonListScreen.frame(list, state, size: size) }
  if state.helpLine != nil { return HelpScreen.frame(state, size: size) }
  guard let lesson = state.lesson else {
    var frame = bareView(state, size: size)
    if let prompt = state.prompt { PromptLine.draw(prompt, state, on: &frame) }
    return frame
  }
  var frame = LessonScreen.frame(state, lesson, size: size)
  if let prompt = state.prompt { PromptLine.draw(prompt, state, on: &frame) }
  return frame
}

/// The open screen without anything that lies over it.
func bareView(_ state: State, size: Size) -> Frame {
  switch state.position.screen {
  case .network: NetworkScreen.frame(state, size: size)
  case .layer: LayerScreen.frame(state, size: size)
  case .unit: UnitScreen.frame(state, size: size)
  case .contrast: ContrastScreen.frame(state, size: size)
  case .schedule: ScheduleScreen.frame(state, size: size)
  case .shapes: ShapesScreen.frame(state, size: size)
  }
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
