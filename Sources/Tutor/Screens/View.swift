import Phrases
import Screen

/// What a state shows at a size: the cells, and what each of them is. Pure: equal states and sizes give
/// equal canvases.
package func view(_ state: State, size: Size) -> Canvas {
  let least = NetworkLayout.minimum
  guard size.width >= least.width, size.height >= least.height else {
    return TooSmallScreen.canvas(size: size, least: least)
  }
  return state.overlays.reduce({ bareView(state.explorer, size: size) }) { below, overlay in
    { overlay.draw(over: state.explorer, size: size, below: below) }
  }()
}

/// The open screen without anything that lies over it.
func bareView(_ explorer: Explorer, size: Size) -> Canvas {
  explorer.position.screen.view.canvas(explorer, size: size)
}

/// What a terminal too small for the screens shows: the size it has and the size they need.
enum TooSmallScreen {
  static func canvas(size: Size, least: Size) -> Canvas {
    var canvas = Canvas(size)
    let text = SharedPhrases.tooSmall(
      width: size.width, height: size.height, leastWidth: least.width, leastHeight: least.height)
    let lines = Fitted.lines(text, width: max(0, size.width - 2))
    let first = max(0, (size.height - lines.count) / 2)
    for (index, line) in lines.enumerated() {
      canvas.write(plain: line, column: 1, row: first + index)
    }
    return canvas
  }
}
