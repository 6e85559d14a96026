/// The grounds of one look.
struct PaperColours: Sendable {
  struct Ground: Sendable {
    /// The colour index, nil for the terminal's own ground.
    var background: Int?
    /// The colour of text on it, and of every ink that could not be read on it.
    var text = 0
    var bold = false
    var underlined = false
    var reversed = false
  }

  private let look: Look

  init(_ look: Look) { self.look = look }

  subscript(paper: Paper) -> Ground {
    switch (look.tier, paper) {
    case (_, .none): Ground()
    case (.monochrome, .bar), (.monochrome, .eventOn), (.monochrome, .selection):
      Ground(reversed: true)
    case (.monochrome, .eventOff): Ground(bold: true, underlined: true)
    case (.monochrome, .cursor), (.colours8, .cursor), (.colours16, .cursor): Ground(bold: true)
    case (.colours16, .bar): Ground(background: 4, text: 15)
    case (.colours8, .bar): Ground(background: 4, text: 7)
    case (.colours16, .eventOn), (.colours8, .eventOn): Ground(background: 2)
    case (.colours16, .eventOff), (.colours8, .eventOff): Ground(background: 3)
    case (.colours16, .selection), (.colours8, .selection): Ground(background: 6)
    case (.colours256, .bar): isDark ? Ground(background: 236, text: 252) : black(on: 254)
    case (.colours256, .cursor): isDark ? Ground(background: 235, text: 255) : black(on: 255)
    case (.colours256, .eventOn): black(on: 151)
    case (.colours256, .eventOff): black(on: 211)
    case (.colours256, .selection): isDark ? Ground(background: 24, text: 231) : black(on: 153)
    }
  }

  private var isDark: Bool { look.theme == .dark }

  private func black(on background: Int) -> Ground { Ground(background: background, text: 16) }
}
