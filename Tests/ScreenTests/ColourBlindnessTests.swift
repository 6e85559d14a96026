import Foundation
import Testing

@testable import Screen

/// Whether the hues and the two colours of a sign stay apart for every kind of eye.
@Suite struct ColourBlindnessTests {
  /// How eyes that lack one kind of cone see linear red, green and blue: Machado, Oliveira and
  /// Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, at
  /// full severity.
  static let eyes: [(name: String, matrix: [[Double]])] = [
    ("normal", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    (
      "protanopia",
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    ),
    (
      "deuteranopia",
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    ),
    (
      "tritanopia",
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    ),
  ]

  /// A colour in Oklab (Björn Ottosson, 2020), where distances are alike to the eye.
  private func oklab(_ index: Int, _ matrix: [[Double]]) -> [Double] {
    let (red, green, blue) = Colour.components(index)
    let linear = [red, green, blue].map { component -> Double in
      let value = Double(component) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let seen = multiplied(matrix, linear).map { min(1, max(0, $0)) }
    let cones = multiplied(
      [
        [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
      ], seen
    ).map { cbrt($0) }
    return multiplied(
      [
        [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
      ], cones)
  }

  private func multiplied(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  private func distance(_ one: Int, _ other: Int, _ matrix: [[Double]]) -> Double {
    zip(oklab(one, matrix), oklab(other, matrix))
      .reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  // Letters and heights tell the rows too; 0.02 is what an eye just sees.
  @Test(
    "six hues, purple and orange are apart for every eye",
    arguments: [(Theme.dark, 0.06), (Theme.light, 0.038)])
  func apart(theme: Theme, least: Double) throws {
    let palette = Palette(Look(theme: theme))
    let inks: [Ink] = (0..<Ink.hueCount).map(Ink.series) + [.signed(1), .signed(-1)]
    let colours = try inks.map { try #require(palette.appearance(of: Style($0)).foreground) }
    for (name, matrix) in Self.eyes {
      for (place, one) in colours.enumerated() {
        for other in colours[(place + 1)...] {
          let distance = distance(one, other, matrix)
          #expect(distance >= least, "\(name), \(theme): \(one) and \(other)")
        }
      }
    }
  }

  @Test(
    "above and below zero are apart at every strength, for every eye", arguments: Theme.allCases)
  func signs(theme: Theme) throws {
    let palette = Palette(Look(theme: theme))
    for (name, matrix) in Self.eyes {
      for strength in stride(from: Float(0.1), through: 1, by: 0.1) {
        let above = try #require(palette.appearance(of: Style(.signed(strength))).foreground)
        let below = try #require(palette.appearance(of: Style(.signed(-strength))).foreground)
        #expect(distance(above, below, matrix) >= 0.1, "\(name), \(theme): \(strength)")
      }
    }
  }
}
