/// How many colours a terminal shows.
package enum Tier: Hashable, Sendable, CaseIterable {
  case colours256, colours16, colours8, monochrome
}

/// Whether the ground is dark or light.
package enum Theme: String, Hashable, Sendable, CaseIterable {
  case dark, light
}

/// How meanings look on one terminal: its colours, its glyphs and its ground.
package struct Look: Hashable, Sendable {
  package var tier: Tier
  /// ASCII glyphs only.
  package var ascii: Bool
  package var theme: Theme

  package init(tier: Tier = .colours256, ascii: Bool = false, theme: Theme = .dark) {
    self.tier = tier
    self.ascii = ascii
    self.theme = theme
  }
}
