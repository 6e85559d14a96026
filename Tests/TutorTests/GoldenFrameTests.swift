import Screen
import Testing

@testable import Tutor

@Suite("Golden frames")
struct GoldenFrameTests {
  static let sizes = [
    Size(width: 80, height: 24), Size(width: 100, height: 30), Size(width: 120, height: 40),
    Size(width: 59, height: 17), Size(width: 60, height: 18),
  ]

  static let scenes = [
    ("latch-t0", "latch", ""),
    ("latch-before", "latch", "go start"),
    ("latch-t15", "latch", "go 15"),
    ("latch-t49", "latch", "go last"),
    ("latch-lstm1-false", "latch", "go 15; select lstm1; toggle return_sequences"),
    ("latch-lstm2-true", "latch", "go 40; toggle return_sequences"),
    ("latch-units", "latch", "go 15; look units"),
    ("latch-dense", "latch", "go last; select dense1"),
    ("weather-t12", "weather", "go 12"),
    ("weather-t49", "weather", "go last"),
    ("weather-input", "weather", "go 12; select input_layer; unit 8"),
    ("help", "latch", "help"),
  ]

  @Test("the screen is the one that was looked at", arguments: scenes, sizes)
  func golden(scene: (name: String, model: String, commands: String), size: Size) throws {
    let state = try Models.tutor(scene.model, scene.commands)
    try Golden.expect(
      view(state, size: size), is: "\(scene.name)-\(size.width)x\(size.height)")
  }
}
