import Screen
import Testing

@testable import Tutor

@Suite("Golden frames")
struct GoldenFrameTests {
  /// What was open when somebody looked.
  struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let model: String
    let commands: String

    init(_ name: String, _ commands: String, model: String = "latch") {
      self.name = name
      self.model = model
      self.commands = commands
    }

    var testDescription: String { name }
  }

  static let small = Size(width: 60, height: 18)
  static let sizes = [
    Size(width: 80, height: 24), Size(width: 100, height: 30), Size(width: 160, height: 50),
  ]

  private func expect(_ scene: Scene, _ size: Size) throws {
    let state = try Models.tutor(scene.model, scene.commands)
    try Golden.expect(
      view(state, size: size), is: "\(scene.name)-\(size.width)x\(size.height)")
  }

  @Test(
    "the network screen and the help are the ones that were looked at",
    arguments: [
      Scene("latch-t0", ""),
      Scene("latch-before", "go start"),
      Scene("latch-t15", "go 15"),
      Scene("latch-t49", "go last"),
      Scene("latch-lstm1-false", "go 15; select lstm1; toggle return_sequences"),
      Scene("latch-lstm2-true", "go 40; toggle return_sequences"),
      Scene("latch-units", "go 15; look units"),
      Scene("latch-dense", "go last; select dense1"),
      Scene("weather-t12", "go 12", model: "weather"),
      Scene("weather-t49", "go last", model: "weather"),
      Scene("weather-input", "go 12; select input_layer; unit 8", model: "weather"),
      Scene("help", "help"),
    ],
    [
      Size(width: 80, height: 24), Size(width: 100, height: 30), Size(width: 120, height: 40),
      Size(width: 59, height: 17), small,
    ])
  func network(_ scene: Scene, size: Size) throws { try expect(scene, size) }

  @Test(
    "the layer screen is the one that was looked at",
    arguments: [
      Scene("layer-t15", "go 15; open layer"),
      Scene("layer-compared", "go last; open layer; compare hidden_state"),
      Scene(
        "layer-beside", "go last; select lstm1; open layer; look forget_gate; beside 5"),
      Scene(
        "layer-weather", "go 20; select lstm1; open layer; look input; order change",
        model: "weather"),
      Scene("layer-all", "go last; select lstm1; open layer; unit 1; scale all"),
      Scene("layer-before", "open layer; look forget_gate; go start"),
    ], sizes + [small, Size(width: 120, height: 40), Size(width: 200, height: 60)])
  func layer(_ scene: Scene, size: Size) throws { try expect(scene, size) }

  @Test(
    "the picture of the unit is the one that was looked at",
    arguments: [
      Scene("unit-picture-t14", "go 14; open unit"),
      Scene("unit-picture-t15", "go 15; open unit"),
      Scene("unit-picture-turned", "go 15; open unit; hold 0.9"),
      Scene("unit-picture-before", "open unit; go start"),
      Scene("unit-picture-weather", "select lstm1; go 12; open unit; unit 7", model: "weather"),
    ], sizes + [small, Size(width: 120, height: 40), Size(width: 200, height: 60)])
  func unitPicture(_ scene: Scene, size: Size) throws { try expect(scene, size) }

  @Test(
    "the unit screen is the one that was looked at",
    arguments: [
      Scene("unit-t0-gather", "open unit; look phase1"),
      Scene("unit-t15-sums", "go 15; open unit; look phase2"),
      Scene("unit-t15-cell", "go 15; open unit; look phase4"),
      Scene("unit-t15-leaves", "select lstm1; go 15; open unit; look phase6"),
      Scene(
        "unit-held", "go 15; open unit; clamp lstm2.forget_gate 58 1; erase c 15; look phase6"),
      Scene("unit-before", "open unit; look phase1; go start"),
      Scene(
        "unit-weather", "select lstm1; go 12; open unit; unit 7; look phase3", model: "weather"),
    ], sizes + [small])
  func unit(_ scene: Scene, size: Size) throws { try expect(scene, size) }

  @Test(
    "the contrast and schedule screens are the ones that were looked at",
    arguments: [
      Scene("contrast-lstm2", "go 40; open contrast"),
      Scene("contrast-lstm1", "select lstm1; open contrast; go 20"),
      Scene("contrast-state", "open contrast; set lstm2.return_state true; go 49"),
      Scene("contrast-before", "open contrast; go start", model: "weather"),
      Scene("schedule", "open schedule; go +37"),
      Scene("schedule-all", "open schedule; go last"),
      Scene("schedule-layers", "look layers; go +37"),
      Scene("schedule-diagonal", "look diagonal; go +13"),
      Scene("schedule-end", "look timesteps; go +100"),
      Scene(
        "schedule-lstm1-false",
        "select lstm1; toggle return_sequences; open schedule; go +50"),
    ], sizes + [small, Size(width: 120, height: 40), Size(width: 200, height: 60)])
  func contrastAndSchedule(_ scene: Scene, size: Size) throws { try expect(scene, size) }

  @Test(
    "the shapes screen is the one that was looked at",
    arguments: [
      Scene("shapes-opened", "open shapes"),
      Scene("shapes-changed", "select lstm1; size lstm1.units 256; size timesteps 60"),
      Scene("shapes-impossible", "select lstm1; toggle return_sequences; open shapes"),
      Scene("shapes-dense", "open shapes; select dense1; size dense1.units 32"),
      Scene("shapes-keras", "look keras"),
      Scene("shapes-pytorch", "look pytorch"),
    ], sizes + [small, Size(width: 120, height: 40), Size(width: 200, height: 60)])
  func shapes(_ scene: Scene, size: Size) throws { try expect(scene, size) }
}
