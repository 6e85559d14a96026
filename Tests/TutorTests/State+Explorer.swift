import Engine
import NetworkCode
import Screen
import Vocabulary

@testable import Tutor

// What tests ask of the explorer below whatever lies over it.
extension State {
  var moment: Moment {
    get { explorer.moment }
    set { explorer.moment = newValue }
  }
  var trace: Trace { explorer.trace }
  var example: Example { explorer.example }
  var network: Network { explorer.network }
  var plan: NetworkPlan { explorer.plan }
  var sketch: Sketch { explorer.sketch }
  var timesteps: Int { explorer.timesteps }
  var selectedName: String { explorer.selectedName }
  var recurrentLayers: [Int] { explorer.recurrentLayers }
  var speed: Int { explorer.speed }
  var count: Int? { explorer.count }
  var bookmarks: [String: Marks.Bookmark] { explorer.marks.bookmarks }
  var breakpoints: [Command.Breakpoint] { explorer.marks.breakpoints }
  var addressUnderCursor: Quantity { explorer.addressUnderCursor }
  var shownCode: NetworkCode? { explorer.shownCode }
  var interval: Int { explorer.motion.milliseconds }
  var isStray: Bool { lesson?.isStray(explorer) == true }
  var prompt: Prompt? { self[Prompt.self] }
  var helpLine: Int? { self[Help.self]?.line }
  var hasHalfCells: Bool {
    get { explorer.hasHalfCells }
    set { explorer.hasHalfCells = newValue }
  }

  func unit(of layer: Int) -> Int { explorer.unit(of: layer) }
  func units(of layer: Int) -> Int { explorer.units(of: layer) }
  func completions(of text: String) -> [String] { explorer.completions(of: text) }
  mutating func type(digit: Int) { update(.digit(digit)) }
  mutating func beginJournal() { explorer.beginJournal() }
}
