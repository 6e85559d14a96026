import Screen
import Testing

@testable import Tutor

@Suite("Golden frames of the contrast and schedule screens")
struct ContrastGoldenTests {
  static let sizes = [
    Size(width: 80, height: 24), Size(width: 100, height: 30), Size(width: 160, height: 50),
  ]

  static let scenes = [
    ("contrast-lstm2", "latch", "go 40; open contrast"),
    ("contrast-lstm1", "latch", "select lstm1; open contrast; go 20"),
    ("contrast-state", "latch", "open contrast; set lstm2.return_state true; go 49"),
    ("contrast-before", "weather", "open contrast; go start"),
    ("schedule-layers", "latch", "open schedule; go +37"),
    ("schedule-diagonal", "latch", "look diagonal; go +13"),
    ("schedule-end", "latch", "look timesteps; go +100"),
    (
      "schedule-lstm1-false", "latch",
      "select lstm1; toggle return_sequences; open schedule; go +50"
    ),
  ]

  @Test("the screen is the one that was looked at", arguments: scenes, sizes)
  func golden(scene: (name: String, model: String, commands: String), size: Size) throws {
    let state = try Models.tutor(scene.model, scene.commands)
    try Golden.expect(
      view(state, size: size), is: "\(scene.name)-\(size.width)x\(size.height)")
  }
}
