import Foundation
import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("Every size")
struct EverySizeTests {
  /// Every width from 60 to 100 with every height from 18 to 40, then in steps of 7 to 250×80.
  private static let grid: [Size] =
    (60...100).flatMap { width in (18...40).map { Size(width: width, height: $0) } }
    + stride(from: 107, through: 250, by: 7).flatMap { width in
      stride(from: 18, through: 80, by: 7).map { Size(width: width, height: $0) }
    }

  /// Widths on both sides of where a layout chooses anew for fifty timesteps, and some between, for a
  /// text takes the longest form that fits.
  private static let widths = [
    60, 61,
    // Margins give way to the timesteps, and the table of a unit to its numbers.
    65, 66, 70, 71, 72, 73, 74, 75, 76, 79, 80,
    // A sample of the other units beside the axis.
    85, 89, 90, 95, 100,
    // The numbers of a unit beside the map of its layer.
    105, 106,
    // The weights of all four sums: from the shortest numbers on to the longest.
    107, 108, 120, 130, 141, 152, 153,
    // Two runs side by side.
    148, 149,
    // Nothing changes any more but by growing.
    170, 200, 250,
  ]

  /// Up to 40 each line more shows something more; at 44 there is a line of air.
  private static let heights = Array(18...40) + [43, 44, 60, 80]

  /// The least and the largest sizes, then each of the widths with one of the heights.
  private static let choices: [Size] =
    [60, 250].flatMap { width in [18, 80].map { Size(width: width, height: $0) } }
    + widths.enumerated().map { place, width in
      Size(width: width, height: heights[place * 10 % heights.count])
    }

  /// The sizes at which a layout chooses anew; all of them where `UNROLL_EVERY_SIZE` is 1.
  static let sizes =
    ProcessInfo.processInfo.environment["UNROLL_EVERY_SIZE"] == "1" ? grid : choices

  /// Draws every `stride`th size of a state and stops at the first text that is out of place.
  private func expectPlaces(
    _ state: State, _ scene: String, from first: Int = 0, stride: Int = 1
  ) {
    for place in Swift.stride(from: first, to: Self.sizes.count, by: stride) {
      let size = Self.sizes[place]
      let frame = view(state, size: size)
      guard frame.faults > 0 else { continue }
      Issue.record("\(scene) at \(size): \(frame.firstFault ?? "")\n\(frame)")
      return
    }
  }

  static let placesOfLongNames = [
    "go 0", "go last",
    "set bidirectional_encoder_of_the_first_stage_number_one.return_sequences false",
  ]

  /// Each place takes its third of the sizes: all of them together take all.
  @Test(
    "with the longest names, at t 0, at t 49 and where a layer cannot follow",
    arguments: Command.ScreenName.allCases, placesOfLongNames.indices)
  func longNames(screen: Command.ScreenName, place: Int) throws {
    try expectLongNames(screen, place, from: place, stride: Self.placesOfLongNames.count)
  }

  @Test(
    "so it is at each of the sizes", arguments: Command.ScreenName.allCases,
    placesOfLongNames.indices)
  func longNamesAtLength(screen: Command.ScreenName, place: Int) throws {
    try expectLongNames(screen, place)
  }

  private func expectLongNames(
    _ screen: Command.ScreenName, _ place: Int, from first: Int = 0, stride: Int = 1
  ) throws {
    let scene = Self.placesOfLongNames[place]
    var state = try State(try Models.longNames(), kernels: .chosen)
    try Models.run(scene, on: &state)
    _ = state.update(.open(screen))
    expectPlaces(state, "\(screen) after \(scene)", from: first, stride: stride)
  }

  static let scenes = [
    "go 0", "go start", "go last", "go 15; toggle return_sequences",
    "go last; select lstm1; toggle return_sequences", "go 15; look units",
    "go 15; clamp lstm2.forget_gate 58 1", "go 30; beside 5", "go 12; select input_layer",
    "go last; select dense1", "go 20; toggle return_state", "help", "go 15; prompt clamp lstm2.",
  ]

  /// Each scene takes its share of the sizes: all of them together take all.
  @Test(
    "in every scene of the shipped models", arguments: Command.ScreenName.allCases,
    ["latch", "weather"])
  func shipped(screen: Command.ScreenName, model: String) throws {
    for (offset, scene) in Self.scenes.enumerated() {
      var state = try Models.tutor(model, scene, kernels: .chosen)
      _ = state.update(.open(screen))
      if scene == "help" { _ = state.update(.help) }
      expectPlaces(state, "\(screen) after \(scene)", from: offset, stride: Self.scenes.count)
    }
  }
}
