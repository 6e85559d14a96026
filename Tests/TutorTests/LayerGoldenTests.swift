import Screen
import Testing

@testable import Tutor

@Suite("Golden frames of the layer screen")
struct LayerGoldenTests {
  static let sizes = [
    Size(width: 80, height: 24), Size(width: 100, height: 30), Size(width: 160, height: 50),
  ]

  static let scenes = [
    ("t15", "latch", "go 15; open layer"),
    ("answer", "latch", "go last; open layer; order answer; compare hidden_state"),
    ("beside", "latch", "go last; select lstm1; open layer; look forget_gate; beside 5"),
    ("weather", "weather", "go 20; select lstm1; open layer; look input; order change"),
  ]

  @Test("the screen is the one that was looked at", arguments: scenes, sizes)
  func golden(scene: (name: String, model: String, commands: String), size: Size) throws {
    let state = try Models.tutor(scene.model, scene.commands)
    try Golden.expect(
      view(state, size: size), is: "layer-\(scene.name)-\(size.width)x\(size.height)")
  }

  @Test("without half cells a line is a unit")
  func plain() throws {
    var state = try Models.tutor("latch", "go 20; open layer; order answer")
    state.hasHalfCells = false
    try Golden.expect(view(state, size: Size(width: 80, height: 24)), is: "layer-plain-80x24")
  }
}
