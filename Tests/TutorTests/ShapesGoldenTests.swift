import Screen
import Testing

@testable import Tutor

@Suite("Golden frames of the shapes screen")
struct ShapesGoldenTests {
  static let sizes = [
    Size(width: 80, height: 24), Size(width: 100, height: 30), Size(width: 160, height: 50),
    Size(width: 60, height: 18),
  ]

  static let scenes = [
    ("shapes-opened", "open shapes"),
    ("shapes-changed", "select lstm1; size lstm1.units 256; size timesteps 60"),
    ("shapes-impossible", "select lstm1; toggle return_sequences; open shapes"),
    ("shapes-keras", "look keras"),
    ("shapes-pytorch", "look pytorch"),
  ]

  @Test("the screen is the one that was looked at", arguments: scenes, sizes)
  func golden(scene: (name: String, commands: String), size: Size) throws {
    let state = try Models.tutor("latch", scene.commands)
    try Golden.expect(
      view(state, size: size), is: "\(scene.name)-\(size.width)x\(size.height)")
  }
}
