import Screen
import Testing

@testable import Tutor

@Suite("Golden frames of the unit screen")
struct UnitGoldenTests {
  static let sizes = [
    Size(width: 60, height: 18), Size(width: 80, height: 24), Size(width: 100, height: 30),
    Size(width: 160, height: 50),
  ]

  static let scenes = [
    ("unit-t0-gather", "latch", "open unit"),
    ("unit-t15-sums", "latch", "go 15; open unit; look phase2"),
    ("unit-t15-cell", "latch", "go 15; open unit; look phase4"),
    ("unit-t15-leaves", "latch", "select lstm1; go 15; open unit; look phase6"),
    (
      "unit-held", "latch",
      "go 15; open unit; clamp lstm2.forget_gate 29 1; erase c 15; look phase6"
    ),
    ("unit-before", "latch", "open unit; go start"),
    ("unit-weather", "weather", "select lstm1; go 12; open unit; unit 7; look phase3"),
  ]

  @Test("the unit screen is the one that was looked at", arguments: scenes, sizes)
  func golden(scene: (name: String, model: String, commands: String), size: Size) throws {
    let state = try Models.tutor(scene.model, scene.commands)
    try Golden.expect(view(state, size: size), is: "\(scene.name)-\(size.width)x\(size.height)")
  }
}
